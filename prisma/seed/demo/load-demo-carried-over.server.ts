import { localDateAt, partsOf } from "#app/domain/calendar/local-date.ts";
import { type CarriedPeriod, parseCarriedPeriod } from "#app/domain/carried-over/carried-period.ts";
import type { CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { saveFigures } from "#app/features/carried-over/save-figures.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { makeDice } from "../invent/random.ts";

/** What the villages counted on paper in the year before, a household of the village at a time. */
const SHARES: readonly (readonly [metric: CarriedMetric, least: number, most: number])[] = [
  ["guided_visits", 0.9, 2.2],
  ["guided_households", 0.25, 0.55],
  ["eid_level_2", 0.3, 0.8],
  ["payment_accounts", 0.1, 0.35],
];

/** Figures from before the program, of the last year, for all villages but one that kept no list; once. */
export async function loadDemoCarriedOver(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const { year } = partsOf(localDateAt(platform.clock.now().getTime()));
  const period = parseCarriedPeriod(String(year - 1));
  if (period === null) throw new Error(`${year - 1} is no period of carried-over figures`);
  const dice = makeDice(20_251_231);
  await platform.db.withCommunes(scope, async (tx) => {
    const [office] = await tx.$queryRaw<{ id: string }[]>`
      select g.account_id as id from role_grant g
       where g.commune_id = ${communeId} and g.role = 'office' and g.ended_at is null
         and not exists (select from carried_over_figure f where f.commune_id = g.commune_id)
       order by g.account_id limit 1`;
    if (!office) return;
    const villages = await tx.$queryRaw<{ id: number; households: number }[]>`
      select v.id, count(h.id)::int as households
        from village v left join household h on h.commune_id = v.commune_id and h.village_id = v.id and h.valid_to is null
       where v.commune_id = ${communeId} and v.valid_to is null
       group by v.id, v.sort_key order by v.sort_key, v.id offset 1`;
    const act = { ...rosterAct(platform, scope), actorId: office.id };
    for (const [metric, least, most] of SHARES) {
      const values = new Map(
        villages.map(({ id, households }) => [
          id,
          Math.round(households * (least + dice.next() * (most - least))),
        ]),
      );
      const source = `Báo cáo tổng kết năm ${year - 1} của Ủy ban nhân dân xã Suối Mây`;
      const saved = await saveFigures(tx, act, {
        period: period satisfies CarriedPeriod,
        metric,
        source,
        values,
      });
      if (!saved.ok) throw new Error(`a carried-over figure of the demonstration is refused: ${saved.code}`);
    }
  });
}
