import { type TitleDefinition, type TitleKey, titleOf } from "#app/domain/titles/title-definition.ts";
import { findBadges } from "#app/features/badges/find-badges.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** The version of a title that is in force; whoever asks first writes what the plan proposes. */
export async function findTitle(tx: Tx, communeId: number, key: TitleKey): Promise<TitleDefinition> {
  const stored = await findNewest(tx, communeId, key);
  if (stored) return stored;
  await findBadges(tx, communeId);
  const proposed = await findNewest(tx, communeId, key);
  if (!proposed) throw new Error(`the proposal has no title ${key}`);
  return proposed;
}

export async function findTitleVersion(
  tx: Tx,
  communeId: number,
  key: TitleKey,
  version: number,
): Promise<TitleDefinition> {
  const row = await tx.badgeDefinition.findUniqueOrThrow({
    where: { communeId_key_version: { communeId, key, version } },
    select: { content: true },
  });
  const title = titleOf(key, version, row.content);
  if (!title) throw new Error(`version ${version} of ${key} is no title`);
  return title;
}

async function findNewest(tx: Tx, communeId: number, key: TitleKey): Promise<TitleDefinition | null> {
  const row = await tx.badgeDefinition.findFirst({
    where: { communeId, key },
    orderBy: { version: "desc" },
    select: { version: true, content: true },
  });
  return row && titleOf(key, row.version, row.content);
}
