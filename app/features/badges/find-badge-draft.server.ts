import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { parseBadgeContent } from "./badge-content.schema.ts";

export interface BadgeDraft {
  readonly content: BadgeContent;
  readonly revision: number;
  /** Set while it waits for the second person. */
  readonly proposal: { readonly by: string; readonly on: LocalDate; readonly note: string | null } | null;
}

export async function findBadgeDraft(tx: Tx, communeId: number, key: string): Promise<BadgeDraft | null> {
  const row = await tx.badgeDraft.findUnique({
    where: { communeId_key: { communeId, key } },
    select: { content: true, revision: true, proposedBy: true, proposedAt: true, note: true },
  });
  if (!row) return null;
  const { proposedBy, proposedAt, note } = row;
  return {
    content: parseBadgeContent(row.content),
    revision: row.revision,
    proposal:
      proposedBy && proposedAt ? { by: proposedBy, on: localDateAt(proposedAt.getTime()), note } : null,
  };
}

export function storedContent(content: BadgeContent): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonObject;
}

export function isSameContent(left: BadgeContent, right: BadgeContent): boolean {
  return JSON.stringify(inOneOrder(left)) === JSON.stringify(inOneOrder(right));
}

/** The database keeps keys in an order of its own. */
function inOneOrder({ award, ...rest }: BadgeContent): unknown {
  const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted(rest), sorted(award)];
}
