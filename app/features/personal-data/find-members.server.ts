import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

const MOST_FOUND = 20;

export interface FoundMember {
  readonly id: string;
  readonly fullName: string;
  /** Tells homonyms apart. */
  readonly birthYear: number | null;
}

/** By any part of the name, with or without marks. */
export async function searchMembers(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  search: string,
): Promise<FoundMember[]> {
  const wanted = foldVietnamese(search);
  if (wanted === "") return [];
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.member.findMany({
      where: { communeId: onlyCommune(scope), erasedAt: null },
      select: { id: true, fullName: true, birthYear: true },
    }),
  );
  return rows
    .filter(({ fullName }) => foldVietnamese(fullName).includes(wanted))
    .map((row) => ({ row, key: makeSortKey(row.fullName) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, MOST_FOUND)
    .map(({ row }) => row);
}
