import { type Badge, type BadgeVersion, contentOfProposal } from "#app/domain/badges/badge.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { parseBadgeContent } from "./badge-content.schema.ts";
import { READ_DEFINITIONS } from "./badge-facts.sql.ts";

/** Rows of a query: the house asks in its transaction, verify with the maintainer's login. */
export type ReadRows = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export function rowsOf(tx: Tx): ReadRows {
  return (sql, values) => tx.$queryRawUnsafe(sql, ...values);
}

/** Every badge of the commune with all its versions, in the order of the proposal; the commune's own come after. */
export async function readBadges(read: ReadRows, communeId: number): Promise<readonly Badge[]> {
  const rows = await read<{ key: string; version: number; content: unknown; publishedAt: Date }>(
    READ_DEFINITIONS,
    [communeId],
  );
  const badges = new Map<string, BadgeVersion[]>();
  for (const { key, version, content, publishedAt } of rows) {
    const versions = badges.get(key) ?? [];
    versions.push({ version, from: localDateAt(publishedAt.getTime()), content: parseBadgeContent(content) });
    badges.set(key, versions);
  }
  return [...badges].map(([key, versions]) => ({ key, versions }));
}

/** The badges, after what the plan proposes has become version 1 where the commune has none of that key yet. */
export async function findBadges(tx: Tx, communeId: number): Promise<readonly Badge[]> {
  const { presetId, foundedAt } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true, foundedAt: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const proposed = PRESETS[presetId].proposal.badges;
  const known = await readBadges(rowsOf(tx), communeId);
  const missing = proposed.filter(({ key }) => !known.some((badge) => badge.key === key));
  if (missing.length > 0) {
    await tx.badgeDefinition.createMany({
      data: missing.map((proposal) => ({
        communeId,
        key: proposal.key,
        version: 1,
        content: JSON.parse(JSON.stringify(contentOfProposal(proposal))),
        publishedAt: foundedAt,
      })),
      skipDuplicates: true,
    });
  }
  const badges = missing.length > 0 ? await readBadges(rowsOf(tx), communeId) : known;
  const places = new Map(proposed.map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: Badge) => places.get(key) ?? places.size;
  return [...badges].sort((left, right) => placeOf(left) - placeOf(right) || (left.key < right.key ? -1 : 1));
}

/** The version whose turn it is. */
export function newestOf({ key, versions }: Badge): BadgeVersion {
  const newest = versions.at(-1);
  if (!newest) throw new Error(`the badge ${key} has no version`);
  return newest;
}
