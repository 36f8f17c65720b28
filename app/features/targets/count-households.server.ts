import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { coverageDenominator } from "#app/domain/households/coverage-denominator.ts";
import { sumMeasured } from "#app/domain/targets/measure.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type Counted, cumulate, type PlaceName, total } from "./counted.ts";
import type { PlanYear } from "./plan-year.server.ts";
import { LISTED_HOUSEHOLDS, REACHED_HOUSEHOLDS } from "./reach.sql.ts";

/** In the order of the list's flags: who needs help first. */
export type Flags = readonly boolean[];
export type ReachKey = "informed" | "guided" | "commerce" | "account" | "trade";

export interface ReachedRow {
  readonly villageId: number;
  readonly flags: Flags;
  readonly key: ReachKey;
  readonly monthId: number;
  readonly count: number;
}

export interface ListedRow {
  readonly villageId: number;
  readonly flags: Flags;
  readonly households: number;
  readonly longAbsent: number;
}

export interface HouseholdBook {
  readonly reached: readonly ReachedRow[];
  readonly listed: readonly ListedRow[];
}

export async function findHouseholdBook(
  tx: Tx,
  communeId: number,
  { fromMonth, toMonth }: Pick<PlanYear, "fromMonth" | "toMonth">,
  today: LocalDate,
): Promise<HouseholdBook> {
  const reached = await tx.$queryRawUnsafe<ReachedRow[]>(
    REACHED_HOUSEHOLDS,
    communeId,
    fromMonth,
    toMonth,
    today,
  );
  return { reached, listed: await tx.$queryRawUnsafe<ListedRow[]>(LISTED_HOUSEHOLDS, communeId, today) };
}

interface Wish {
  readonly key: ReachKey;
  readonly parts: readonly ReachKey[];
  /** Shops and cooperatives by village, counted beside households (B03). */
  readonly businesses: ReadonlyMap<number, { readonly part: number; readonly whole: number }> | null;
  readonly months: readonly number[];
}

/** B03, B09, B13: shares of the village lists; a village without a list is unknown and stands in no sum. */
export function countHouseholdShare(
  { reached, listed }: HouseholdBook,
  places: readonly PlaceName[],
  { key, parts, businesses, months }: Wish,
): Counted {
  const inKey = (of: ReachKey) => reached.filter((row) => row.key === of);
  const villages = places.map(({ id, name }) => {
    const here = listed.filter(({ villageId }) => villageId === id);
    const households = here.reduce((sum, row) => sum + row.households, 0);
    const longAbsent = here.reduce((sum, row) => sum + row.longAbsent, 0);
    const list = households === 0 ? null : coverageDenominator({ households, longAbsent, adults: 0 });
    const shops = businesses?.get(id) ?? { part: 0, whole: 0 };
    const done = total(inKey(key).filter(({ villageId }) => villageId === id));
    return {
      villageId: id,
      name,
      // Who is away for long and was reached all the same counts, never beyond the list.
      part: list === null ? 0 : Math.min(done, list) + shops.part,
      whole: list === null ? null : list + shops.whole,
    };
  });
  const { part, whole } = sumMeasured(villages);
  return {
    commune: { part, whole },
    unknown: 0,
    villages,
    parts: parts.map((each) => ({ part: total(inKey(each)), whole })),
    history: cumulate(months, inKey(key), whole),
  };
}
