import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ToldFigure } from "#app/domain/targets/detail.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface ToldRow extends ToldFigure {
  readonly key: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly enteredBy: string;
  readonly enteredAt: number;
}

/** B19: every figure of a paper, the one that holds first. */
export function findTold(
  tx: Tx,
  communeId: number,
  year: number,
  key: string | null = null,
): Promise<ToldRow[]> {
  return tx.$queryRaw<ToldRow[]>`
    select f.target_key as key, f.village_id as "villageId", v.name as "villageName", f.told_on::text as "toldOn",
           f.part, f.whole, f.place, f.document, a.display_name as "enteredBy",
           (extract(epoch from f.entered_at) * 1000)::float8 as "enteredAt"
      from target_figure f
      join account a on a.id = f.entered_by
      left join village v on v.commune_id = f.commune_id and v.id = f.village_id
     where f.commune_id = ${communeId} and f.year = ${year} and (${key}::text is null or f.target_key = ${key})
     order by f.told_on desc, f.entered_at desc, f.id desc`;
}

/** The latest word of each village, and of the commune as a whole. */
export function latestTold(rows: readonly ToldRow[], key: string, until: LocalDate): ToldRow[] {
  const seen = new Set<number | null>();
  return rows.filter((row) => {
    if (row.key !== key || row.toldOn > until || seen.has(row.villageId)) return false;
    seen.add(row.villageId);
    return true;
  });
}
