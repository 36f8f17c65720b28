import { agreementRate, type LookCounts } from "#app/domain/audits/agreement.ts";
import type { FigureMonth } from "#app/domain/figures/figures.ts";
import type { ReportQuality } from "#app/domain/reports/report.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface Quality {
  readonly all: ReportQuality | null;
  readonly byVillage: ReadonlyMap<number, ReportQuality>;
}

/** J23: what second looks by lot found of the months' work. Nothing where none was drawn: that is no praise. */
export async function findQuality(
  tx: Tx,
  communeId: number,
  months: readonly Pick<FigureMonth, "id">[],
): Promise<Quality> {
  const rows = await tx.$queryRaw<(LookCounts & { villageId: number | null })[]>`
    select i.village_id as "villageId",
           (count(*) filter (where i.verdict = 'agrees'))::int as agrees,
           (count(*) filter (where i.verdict = 'differs'))::int as differs,
           (count(*) filter (where i.verdict = 'unreachable'))::int as unreachable
      from audit_item i join audit_draw d on d.commune_id = i.commune_id and d.id = i.draw_id
     where i.commune_id = ${communeId} and i.reason = 'lot' and d.month_id = any(${months.map(({ id }) => id)}::int[])
     group by 1`;
  const sum = (of: (row: LookCounts) => number) => rows.reduce((total, row) => total + of(row), 0);
  const all = {
    agrees: sum(({ agrees }) => agrees),
    differs: sum(({ differs }) => differs),
    unreachable: sum(({ unreachable }) => unreachable),
  };
  return {
    all: isLookedAt(all) ? qualityOf(all) : null,
    byVillage: new Map(
      rows.flatMap(({ villageId, ...counts }) =>
        villageId === null || !isLookedAt(counts) ? [] : [[villageId, qualityOf(counts)]],
      ),
    ),
  };
}

/** What was drawn and waits says nothing yet. */
function isLookedAt({ agrees, differs, unreachable }: LookCounts): boolean {
  return agrees + differs + unreachable > 0;
}

function qualityOf(counts: LookCounts): ReportQuality {
  return { ...counts, rateBasisPoints: agreementRate(counts) };
}
