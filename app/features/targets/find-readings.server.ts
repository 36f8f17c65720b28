import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { makePeriod, monthsOf } from "#app/domain/calendar/period.ts";
import { monthIdOf } from "#app/domain/months/month.ts";
import { sumMeasured } from "#app/domain/targets/measure.ts";
import type { TargetEntry, TargetReading } from "#app/domain/targets/reading.ts";
import type { TargetSource } from "#app/domain/targets/source.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { readListedShares } from "#app/features/products/find-products.server.ts";
import { readSurveyRates } from "#app/features/survey/read-survey-rates.server.ts";
import { findTrainingBook } from "#app/features/training/find-training-book.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { countAskedShare, findAskedAdults } from "./count-asked.server.ts";
import { countHouseholdShare, findHouseholdBook } from "./count-households.server.ts";
import {
  countBusinesses,
  countTrainedMembers,
  countVillagesWithTeam,
  findTeamPlaces,
} from "./count-registers.server.ts";
import { countShares, countSurveyShare } from "./count-survey.server.ts";
import { type Counted, NOTHING_COUNTED, type PlaceName } from "./counted.ts";
import { findUrbanVillages } from "./find-areas.server.ts";
import { findTold, latestTold, type ToldRow } from "./find-told.server.ts";
import type { PlanYear } from "./plan-year.server.ts";

interface Wish {
  readonly communeId: number;
  readonly plan: PlanYear;
  readonly today: LocalDate;
  readonly entries: readonly TargetEntry[];
}

/** B01 to B21: what every source says of the targets today. A source nobody asks for is not read. */
export async function findReadings(tx: Tx, wish: Wish): Promise<ReadonlyMap<string, TargetReading>> {
  const { communeId, plan, today, entries } = wish;
  const told = await findTold(tx, communeId, plan.year);
  const villages = await findVillages(tx, communeId);
  const counted = await countAll(tx, wish, villages);
  return new Map(
    entries.map((entry) => {
      const own = latestTold(told, entry.key, today < plan.lastDay ? today : plan.lastDay);
      return [entry.key, readingOf(counted.get(entry.key) ?? NOTHING_COUNTED, own, villages)];
    }),
  );
}

/** What the house counts goes before a paper; where it cannot count, the paper stands in and is said to. */
function readingOf(counted: Counted, told: readonly ToldRow[], places: readonly PlaceName[]): TargetReading {
  const latest = told.find(({ villageId }) => villageId === null) ?? told[0] ?? null;
  const place = latest?.place ?? null;
  const isCounted = counted.commune.whole !== null && counted.commune.whole > 0;
  if (isCounted || latest === null) {
    return { ...counted, basis: isCounted ? "source" : "none", place, told: latest };
  }
  const villages = places.map(({ id, name }) => {
    const own = told.find(({ villageId }) => villageId === id);
    return { villageId: id, name, part: own?.part ?? 0, whole: own?.whole ?? null };
  });
  const whole = told.find(({ villageId }) => villageId === null);
  const commune = whole ? { part: whole.part ?? 0, whole: whole.whole } : sumMeasured(villages);
  return { ...NOTHING_COUNTED, basis: "told", commune, villages, place, told: latest };
}

/** What has been read once for several targets. */
type Shelf = Map<string, Promise<unknown>>;

async function countAll(
  tx: Tx,
  { communeId, plan, today, entries }: Wish,
  places: readonly PlaceName[],
): Promise<ReadonlyMap<string, Counted>> {
  const shelf: Shelf = new Map();
  const once = <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
    const known = shelf.get(key) as Promise<Value> | undefined;
    if (known) return known;
    const made = read();
    shelf.set(key, made);
    return made;
  };
  const begun = monthsBegun(plan, today);
  const months = begun.map(({ id }) => id);
  const households = () => once("households", () => findHouseholdBook(tx, communeId, plan, today));
  const asked = () => once("asked", () => findAskedAdults(tx, communeId, plan, today));
  const rates = () => once("rates", () => readSurveyRates(tx, { communeId, on: today }));
  const training = () => once("training", () => findTrainingBook(tx, communeId));
  const share = async (
    wish: Pick<Parameters<typeof countHouseholdShare>[2], "key" | "parts" | "businesses">,
  ) => countHouseholdShare(await households(), places, { ...wish, months });
  const ofAsked = async (wish: Omit<Parameters<typeof countAskedShare>[2], "months">) =>
    countAskedShare(await asked(), places, { ...wish, months });
  const ofSurvey = async (rate: Parameters<typeof countSurveyShare>[2], isUrban: boolean) => {
    const urban = isUrban ? await findUrbanVillages(tx, communeId) : null;
    return countSurveyShare(
      await rates(),
      places.filter(({ id }) => urban === null || urban.has(id)),
      rate,
    );
  };
  const trained = async (of: "topics" | "courses") =>
    countTrainedMembers(await training(), await findTeamPlaces(tx, communeId, today), places, {
      of,
      months: begun,
      today,
    });

  const count = async ({ source, test }: TargetEntry): Promise<Counted> => {
    const of = test.kind === "share" ? test.of : null;
    const isUrban = of === "urban_adults";
    const counters: Readonly<Record<TargetSource, () => Promise<Counted>>> = {
      guided_households: () => share({ key: "guided", parts: [], businesses: null }),
      informed_households: () => share({ key: "informed", parts: [], businesses: null }),
      commerce_households: async () =>
        share({
          key: "commerce",
          parts: ["commerce", "account", "trade"],
          businesses: of === "households_and_businesses" ? await countBusinesses(tx, communeId) : null,
        }),
      guided_askers: () => ofAsked({ rate: "smartphone_owners_who_asked", deed: "guidedMonth" }),
      urged_sim_2g: () => ofAsked({ rate: "sim_2g", deed: "urgedMonth" }),
      urged_without_smartphone: () => ofAsked({ rate: "without_smartphone", deed: "urgedMonth" }),
      adults_smartphone: () => ofSurvey("smartphone", isUrban),
      adults_e_payment: () => ofSurvey("payment", isUrban),
      adults_phone_and_apps: () => ofSurvey("phone_and_apps", isUrban),
      adults_basic_skill: () => ofSurvey("skilled", isUrban),
      households_young_helper: () => ofSurvey("young_helper", false),
      members_trained: () => trained("topics"),
      members_courses: () => trained("courses"),
      villages_with_team: () => countVillagesWithTeam(tx, communeId, places, today),
      ocop_listed: async () => countShares(await readListedShares(tx, communeId, today, "ocop"), places),
      manual: async () => NOTHING_COUNTED,
    };
    return counters[source]();
  };
  const counted = new Map<string, Counted>();
  // One after the other: a transaction speaks with one voice.
  for (const entry of entries) counted.set(entry.key, await count(entry));
  return counted;
}

/** The months of the plan year that have begun. */
function monthsBegun(
  { year, firstDay, settings }: PlanYear,
  today: LocalDate,
): { readonly id: number; readonly lastDay: LocalDate }[] {
  const { startDay } = settings.cutoff;
  if (today < firstDay) return [];
  return monthsOf(makePeriod("year", year, 1, startDay))
    .filter((month) => addDays(today, 1) > month.firstDay)
    .map((month) => ({ id: monthIdOf(month), lastDay: month.lastDay }));
}
