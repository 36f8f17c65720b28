import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Counted } from "#app/domain/figures/figures.ts";
import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findFigures } from "#app/features/figures/read-figures.server.ts";
import { countHouseholds } from "#app/features/households/count-households.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface MovementPlace {
  /** Households somebody spoke to within the movement (D09), of those of the list; null where there is no list. */
  readonly told: number;
  readonly toldOf: number | null;
  readonly figures: Counted;
}

interface MovementView extends MovementPlace {
  readonly name: string;
  readonly from: LocalDate;
  readonly villages: readonly (MovementPlace & { readonly villageId: number; readonly name: string })[];
}

const NOTHING: Counted = { claims: 0, visits: 0, units: 0, people: 0, households: 0 };

/** D08: what was done this year in the name of a movement, and how many households heard of it. */
export function readMovement(caller: Caller, name: string): Promise<MovementView> {
  const scope = caller.scope("campaigns.read-movement");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  const from = `${today.slice(0, 4)}-01-01` as LocalDate;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const figures = await findFigures(tx, communeId, { kind: "days", from, to: today }, today);
    const listed = await countHouseholds(tx, communeId, today);
    const told = await countTold(tx, communeId, name, from, today);
    const villages = figures.villages.map(({ id, name: village, by }) => {
      const counts = listed.get(id);
      return {
        villageId: id,
        name: village,
        told: told.get(id) ?? 0,
        toldOf: counts ? coverageDenominator(counts) : null,
        figures: by.movement[name] ?? NOTHING,
      };
    });
    const known = villages.flatMap(({ toldOf }) => toldOf ?? []);
    return {
      name,
      from,
      told: villages.reduce((sum, each) => sum + each.told, 0),
      toldOf: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0),
      figures: figures.commune.by.movement[name] ?? NOTHING,
      villages,
    };
  });
}

/** Each household once, in the village it is listed in today, whatever came of the visit. */
async function countTold(
  tx: Tx,
  communeId: number,
  name: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.$queryRaw<{ villageId: number; told: number }[]>`
    with heard as (
      select distinct tds_household_root(c.commune_id, u.household_id) as root
        from claim c
        join claim_unit u on u.commune_id = c.commune_id and u.claim_id = c.id and u.household_id is not null
       where c.commune_id = ${communeId} and c.state = 'verified' and ${name} = any(c.movements)
         and c.work_date between ${from}::date and ${to}::date
    )
    select h.village_id as "villageId", count(*)::int as told
      from household h
     where h.commune_id = ${communeId} and h.valid_from <= ${to}::date and (h.valid_to is null or h.valid_to >= ${to}::date)
       and case when h.continues_id is null then h.id else tds_household_root(h.commune_id, h.id) end in (select root from heard)
     group by 1`;
  return new Map(rows.map(({ villageId, told }) => [villageId, told]));
}
