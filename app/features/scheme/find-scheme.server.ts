import { createHash } from "node:crypto";
import type { Scheme } from "#app/domain/activity/scheme.ts";
import { schemeOfProposal } from "#app/domain/activity/scheme-of-proposal.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type Canonical, canonicalJson } from "#app/domain/months/canonical-json.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { parseScheme } from "./scheme-content.schema.ts";

export interface SchemeVersion {
  readonly version: number;
  readonly scheme: Scheme;
}

/** The rules whose effect has begun on the day. A commune without any gets its plan's proposal as version 1. */
export async function findSchemeOn(tx: Tx, communeId: number, day: LocalDate): Promise<SchemeVersion> {
  const row =
    (await tx.schemeVersion.findFirst({
      where: { communeId, effectiveOn: { lte: toDatabaseDay(day) } },
      orderBy: { effectiveOn: "desc" },
      select: { version: true, content: true },
    })) ??
    // Work before the first version is judged by it: there is no earlier rule.
    (await tx.schemeVersion.findFirst({
      where: { communeId },
      orderBy: { effectiveOn: "asc" },
      select: { version: true, content: true },
    }));
  return row ? { version: row.version, scheme: parseScheme(row.content) } : writeFirstScheme(tx, communeId);
}

export async function findSchemeVersion(tx: Tx, communeId: number, version: number): Promise<Scheme> {
  const { content } = await tx.schemeVersion.findUniqueOrThrow({
    where: { communeId_version: { communeId, version } },
    select: { content: true },
  });
  return parseScheme(content);
}

/** Over the one text of the rules, whatever order the database keeps their keys in: anybody can hash them again (T6). */
export function hashScheme(scheme: Scheme): Buffer {
  return createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(scheme)) as Canonical))
    .digest();
}

async function writeFirstScheme(tx: Tx, communeId: number): Promise<SchemeVersion> {
  const { presetId, foundedAt } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true, foundedAt: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const scheme = schemeOfProposal(PRESETS[presetId].proposal);
  await tx.schemeVersion.createMany({
    data: {
      communeId,
      version: 1,
      effectiveOn: new Date(`${foundedAt.getUTCFullYear()}-01-01T00:00:00Z`),
      content: JSON.parse(JSON.stringify(scheme)),
      contentSha256: new Uint8Array(hashScheme(scheme)),
      publishedAt: foundedAt,
    },
    skipDuplicates: true,
  });
  return { version: 1, scheme };
}
