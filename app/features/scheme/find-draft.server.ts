import type { Scheme } from "#app/domain/activity/scheme.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { findSchemeOn } from "./find-scheme.server.ts";
import { parseScheme } from "./scheme-content.schema.ts";

export interface SchemeDraft {
  readonly scheme: Scheme;
  readonly revision: number;
  /** Set while it waits for the second person. */
  readonly proposal: {
    readonly by: string;
    readonly on: LocalDate;
    readonly effectiveOn: LocalDate;
    readonly note: string | null;
  } | null;
}

export async function findDraft(tx: Tx, communeId: number): Promise<SchemeDraft | null> {
  const row = await tx.schemeDraft.findUnique({
    where: { communeId },
    select: {
      content: true,
      revision: true,
      proposedBy: true,
      proposedAt: true,
      effectiveOn: true,
      note: true,
    },
  });
  if (!row) return null;
  const { proposedBy, proposedAt, effectiveOn } = row;
  return {
    scheme: parseScheme(row.content),
    revision: row.revision,
    proposal:
      proposedBy && proposedAt && effectiveOn
        ? {
            by: proposedBy,
            on: localDateAt(proposedAt.getTime()),
            effectiveOn: fromDatabaseDay(effectiveOn),
            note: row.note,
          }
        : null,
  };
}

export interface NewestScheme {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly scheme: Scheme;
}

/** The version a draft begins from and is compared with: the last one published, in force already or coming. */
export async function findNewestScheme(tx: Tx, communeId: number, today: LocalDate): Promise<NewestScheme> {
  await findSchemeOn(tx, communeId, today);
  const row = await tx.schemeVersion.findFirstOrThrow({
    where: { communeId },
    orderBy: { version: "desc" },
    select: { version: true, effectiveOn: true, content: true },
  });
  return {
    version: row.version,
    effectiveOn: fromDatabaseDay(row.effectiveOn),
    scheme: parseScheme(row.content),
  };
}

/** Versions and the draft of a commune stand in one line: whoever writes one holds the commune. */
export async function lockRules(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
}

export function storedScheme(scheme: Scheme): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(scheme)) as Prisma.InputJsonObject;
}
