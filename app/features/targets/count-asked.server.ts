import { type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { Answers } from "#app/domain/survey/answers.ts";
import { SURVEY_RATES, type SurveyRateKey } from "#app/domain/survey/rates.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type Counted, cumulate, NOTHING_COUNTED, type PlaceName, total } from "./counted.ts";
import type { PlanYear } from "./plan-year.server.ts";
import { ASKED_ADULTS } from "./reach.sql.ts";

export interface AskedRow {
  readonly villageId: number;
  readonly answers: Answers;
  readonly guidedMonth: number | null;
  readonly urgedMonth: number | null;
  readonly isConverted: boolean;
  readonly helped: readonly boolean[];
  readonly count: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function findAskedAdults(
  tx: Tx,
  communeId: number,
  { fromMonth, toMonth, firstDay }: PlanYear,
  today: LocalDate,
): Promise<AskedRow[]> {
  const begun = new Date(startOfDay(firstDay));
  const until = new Date(startOfDay(today) + DAY_MS);
  return tx.$queryRawUnsafe<AskedRow[]>(ASKED_ADULTS, communeId, fromMonth, toMonth, today, begun, until);
}

interface Wish {
  readonly rate: Extract<SurveyRateKey, "smartphone_owners_who_asked" | "sim_2g" | "without_smartphone">;
  /** Urging somebody and that person's having done it are two counters (B05, B06). */
  readonly deed: "guidedMonth" | "urgedMonth";
  readonly months: readonly number[];
}

/** B02, B05, B06: of those the survey found, whom verified work reached. */
export function countAskedShare(
  rows: readonly AskedRow[],
  places: readonly PlaceName[],
  { rate, deed, months }: Wish,
): Counted {
  const within = rows.filter(({ answers }) => SURVEY_RATES[rate].find(answers) === "yes");
  if (within.length === 0) return NOTHING_COUNTED;
  const isDone = (row: AskedRow) => row[deed] !== null;
  const whole = total(within);
  const partOf = (holds: (row: AskedRow) => boolean) => ({ part: total(within.filter(holds)), whole });
  return {
    commune: partOf(isDone),
    unknown: 0,
    villages: places.map(({ id, name }) => {
      const here = within.filter(({ villageId }) => villageId === id);
      const list = total(here);
      return { villageId: id, name, part: total(here.filter(isDone)), whole: list === 0 ? null : list };
    }),
    parts:
      deed === "urgedMonth"
        ? [partOf(({ isConverted }) => isConverted)]
        : (rows[0]?.helped ?? []).map((_, index) => partOf(({ helped }) => helped[index] === true)),
    history: cumulate(
      months,
      within.map((row) => ({ monthId: row[deed], count: row.count })),
      whole,
    ),
  };
}
