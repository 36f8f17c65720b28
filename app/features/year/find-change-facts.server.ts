import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { addParts, type RateParts, type SurveyRateKey } from "#app/domain/survey/rates.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { isCumulative } from "#app/domain/targets/source.ts";
import type { RateFact } from "#app/domain/year/criteria-sheet.ts";
import { readSurveyRates, type VillageRates } from "#app/features/survey/read-survey-rates.server.ts";
import { findReadings } from "#app/features/targets/find-readings.server.ts";
import { findTargetList } from "#app/features/targets/find-target-list.server.ts";
import { findPlanYear } from "#app/features/targets/plan-year.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** The rates a sheet may name, and the question of the survey that counts each. */
export const REVIEW_RATES = {
  eid_level_2: "eid_level_2",
  e_payment_account: "payment",
  e_health_book: "health_book",
  digital_signature: "signature",
} as const satisfies Record<string, SurveyRateKey>;
export type ReviewRateKey = keyof typeof REVIEW_RATES;
const RATE_KEYS = Object.keys(REVIEW_RATES) as ReviewRateKey[];

/** A plan that asks for one of them says itself how much. */
const ASKED_BY_PLAN: Readonly<Record<string, ReviewRateKey>> = { adults_e_payment: "e_payment_account" };

interface Wish {
  readonly communeId: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** What the office wrote for this review, by key. */
  readonly asked: ReadonlyMap<string, number>;
  readonly wantsTargets: boolean;
  /** The villages that are counted together, by the one that carries them. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

type Counts = NonNullable<RateFact["start"]>;

/** Where each adopted rate stood the day before the review began and on its last day; a rate nobody adopted is in no list. */
export async function findChangeFacts(tx: Tx, wish: Wish): Promise<ReadonlyMap<number, readonly RateFact[]>> {
  const { communeId, lastDay, groups } = wish;
  const plan = await findPlanYear(tx, communeId, lastDay);
  const entries = await findTargetList(tx, communeId, plan);
  const asked = askedOf(entries, wish.asked);
  const facts = new Map<number, RateFact[]>([...groups.keys()].map((id) => [id, []]));
  if (asked.size > 0) {
    const before = await readSurveyRates(tx, { communeId, on: addDays(wish.firstDay, -1) });
    const after = await readSurveyRates(tx, { communeId, on: lastDay });
    for (const [id, members] of groups) {
      for (const [key, basisPoints] of asked) {
        const rate = REVIEW_RATES[key];
        const [start, end] = [surveyed(before, members, rate), surveyed(after, members, rate)];
        facts.get(id)?.push({ key, asked: basisPoints, start, end });
      }
    }
  }
  if (wish.wantsTargets) await addTargets(tx, wish, entries, facts);
  return facts;
}

function askedOf(
  entries: readonly TargetEntry[],
  written: ReadonlyMap<string, number>,
): Map<ReviewRateKey, number> {
  const ofPlan = new Map(
    entries.flatMap(({ source, test }) => {
      const key = ASKED_BY_PLAN[source];
      return key && test.kind === "share" ? [[key, test.basisPoints] as const] : [];
    }),
  );
  return new Map(
    RATE_KEYS.flatMap((key) => {
      const basisPoints = written.get(key) ?? ofPlan.get(key);
      return basisPoints === undefined ? [] : [[key, basisPoints] as const];
    }),
  );
}

function surveyed(
  rates: readonly VillageRates[] | null,
  members: readonly number[],
  key: SurveyRateKey,
): Counts | null {
  const parts: RateParts = addParts(
    (rates ?? []).flatMap(({ villageId, bySegment }) =>
      members.includes(villageId) ? [bySegment.all[key]] : [],
    ),
  );
  return parts.denominator === 0 ? null : { part: parts.numerator, whole: parts.denominator };
}

/** Hồng Gai: the targets of the plan themselves, where they are counted village by village. */
async function addTargets(
  tx: Tx,
  { communeId, firstDay, lastDay, groups }: Wish,
  entries: readonly TargetEntry[],
  facts: ReadonlyMap<number, RateFact[]>,
): Promise<void> {
  const shares = entries.filter(({ test, aspirational }) => test.kind === "share" && !aspirational);
  const read = async (today: LocalDate, list: readonly TargetEntry[]) =>
    findReadings(tx, { communeId, plan: await findPlanYear(tx, communeId, today), today, entries: list });
  const after = await read(lastDay, shares);
  // What grows with the year's own work began at nought and has no earlier stand.
  const states = shares.filter(({ source }) => !isCumulative(source));
  const before = await read(addDays(firstDay, -1), states);
  for (const { key, test } of shares) {
    if (test.kind !== "share") continue;
    const countsIn = (readings: typeof after, members: readonly number[]): Counts | null => {
      const here = (readings.get(key)?.villages ?? []).filter(
        ({ villageId, whole }) => members.includes(villageId) && whole !== null && whole > 0,
      );
      if (here.length === 0) return null;
      return {
        part: here.reduce((sum, { part }) => sum + part, 0),
        whole: here.reduce((sum, { whole }) => sum + (whole ?? 0), 0),
      };
    };
    for (const [id, members] of groups) {
      const [start, end] = [countsIn(before, members), countsIn(after, members)];
      if (end !== null) facts.get(id)?.push({ key, asked: test.basisPoints, start, end });
    }
  }
}
