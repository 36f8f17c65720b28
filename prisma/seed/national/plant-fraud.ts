import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { addDays, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { MonthFrame } from "#app/domain/months/month.ts";
import type { NationMember } from "./invent-commune.ts";
import {
  type Evening,
  guidance,
  makeWork,
  type NationWork,
  unitOf,
  Walk,
  type YearPlace,
} from "./invent-year.ts";
import type { NationWish } from "./nation-size.ts";

/** Kinds of SECURITY T2 to T7 that can stand in a house at all: T6, a rule changed afterwards, the database refuses. */
type PlantedKind = "T2" | "T3" | "T4" | "T5" | "T7";

/** One line of the side file: which record is invented, in what way, by whom. */
export interface PlantedWork {
  readonly kind: PlantedKind;
  readonly way: string;
  readonly work: NationWork;
  /** T4: records with the same number share one photograph. */
  readonly photo: number | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PAIR_CLAIMS = 24;
/** Where teams do less than this in a month, pairs that invent work do so in one month of four. */
const BUSY_TEAM = 20;
const GHOST_CLAIMS = 4;
const FLOOD_CLAIMS = 14;

/** How a pair that agreed to invent work behaves: when it is sent and when it is approved, from midnight of the day. */
const PAIR_WAYS = {
  bulk: (at: number, of: { day: number; night: number }) => ({
    submittedAt: of.day + 10 * HOUR_MS + at * 7 * MINUTE_MS,
    decidedAt: of.night + 20 * HOUR_MS + at * 4_000,
  }),
  "side by side": (at: number, of: { day: number; night: number }) => ({
    submittedAt: of.day + 15 * HOUR_MS + at * 3 * MINUTE_MS,
    decidedAt: of.day + 15 * HOUR_MS + at * 3 * MINUTE_MS + 40_000,
  }),
  "night shift": (at: number, of: { day: number; night: number }) => ({
    submittedAt: of.night + 22.8 * HOUR_MS + at * MINUTE_MS,
    decidedAt: of.night + 23.3 * HOUR_MS + at * 5_000,
  }),
} as const;

/** What a commune's dishonest people add to its year. Dice go on from the year's, so the same wish plants the same. */
export function plantFraud(
  place: YearPlace,
  { recordsPerTeam }: Pick<NationWish, "recordsPerTeam">,
): PlantedWork[] {
  const planted: PlantedWork[] = [];
  const pairsEvery = recordsPerTeam < BUSY_TEAM ? 4 : 1;
  for (const [at, month] of place.months.entries()) {
    if (at % pairsEvery === 0) planted.push(...plantPairs(place, month));
    planted.push(...plantGhosts(place, month), ...plantPhotos(place, month));
    planted.push(...plantLate(place, month), ...plantFlood(place, month));
  }
  return planted;
}

/** Somebody of a village's team who is neither its leader nor its deputy, with the evening to invent in. */
function suspectOf(place: YearPlace, month: MonthFrame, village: number) {
  const { commune } = place;
  const at = village % commune.villages.length;
  const team = commune.members.filter((each) => each.village === at);
  const member = team[(2 + village) % team.length] ?? team[0];
  if (!member) throw new Error("a team without anybody");
  const own = member.role === "member" ? member : (team.find(({ role }) => role === "member") ?? member);
  // Whom the dishonest name nobody can know; only ghosts are people of a list.
  const evening: Evening = { dice: commune.dice, place, month, team, walk: new Walk([], at) };
  return { evening, member: own };
}

interface Moments {
  readonly submittedAt: number;
  readonly decidedAt: number;
}

function plant(
  kind: PlantedKind,
  way: string,
  evening: Evening,
  [member, content, moments]: readonly [NationMember, ClaimContent, Moments],
  photo: number | null = null,
): PlantedWork[] {
  const work = makeWork(evening, { member, content, ...moments, verdict: "approve" });
  return work ? [{ kind, way, work, photo }] : [];
}

function plantPairs(place: YearPlace, month: MonthFrame): PlantedWork[] {
  return Object.entries(PAIR_WAYS).flatMap(([way, momentsOf], village) => {
    const { evening, member } = suspectOf(place, month, village);
    const first = evening.dice.between(2, 18);
    return Array.from({ length: PAIR_CLAIMS }, (_, at) => {
      const workDate = addDays(month.firstDay, way === "side by side" ? first + (at % 6) : first);
      const midnight = startOfDay(workDate);
      return plant("T2", way, evening, [
        member,
        guidance(evening, workDate),
        momentsOf(at, { day: midnight, night: midnight }),
      ]);
    }).flat();
  });
}

/** T3: people of households that have been away for long, and whom nobody can have met. */
function plantGhosts(place: YearPlace, month: MonthFrame): PlantedWork[] {
  const { evening, member } = suspectOf(place, month, 3);
  const absent = place.commune.households.filter((each) => each.isLongAbsent);
  return Array.from({ length: Math.min(GHOST_CLAIMS, absent.length) }, (_, at) => {
    const home = absent[evening.dice.between(0, absent.length - 1)];
    const workDate = addDays(month.firstDay, 3 + at * 6);
    const known = home ? { householdId: home.id, slot: 1 } : {};
    const content = guidance(evening, workDate);
    const units = [{ ...unitOf(content.activityKey, place.services, evening.dice), ...known }];
    return plant("T3", "ghost", evening, [member, { ...content, units, visits: 1 }, plainMoments(workDate)]);
  }).flat();
}

/** T4: one photograph on the records of two members of two villages. */
function plantPhotos(place: YearPlace, month: MonthFrame): PlantedWork[] {
  return [4, 5].flatMap((village) => {
    const { evening, member } = suspectOf(place, month, village);
    const workDate = addDays(month.firstDay, 5 + village);
    return plant(
      "T4",
      "same photograph",
      evening,
      [member, guidance(evening, workDate), plainMoments(workDate)],
      month.id,
    );
  });
}

/** T5: work of a month that had closed before anybody heard of it. */
function plantLate(place: YearPlace, month: MonthFrame): PlantedWork[] {
  const { evening, member } = suspectOf(place, month, 6);
  return [1, 2].flatMap((days) => {
    const submittedAt = month.graceEndsAt + days * 24 * HOUR_MS + 9 * HOUR_MS;
    const content = guidance(evening, addDays(month.lastDay, -3 * days));
    return plant("T5", "after the close", evening, [
      member,
      content,
      { submittedAt, decidedAt: submittedAt + 11 * HOUR_MS },
    ]);
  });
}

/** T7: a month's work held back, sent in its last two days and approved at once. */
function plantFlood(place: YearPlace, month: MonthFrame): PlantedWork[] {
  const { evening, member } = suspectOf(place, month, 7);
  const from = month.graceEndsAt - 30 * HOUR_MS;
  return Array.from({ length: FLOOD_CLAIMS }, (_, at) =>
    plant("T7", "flood before the close", evening, [
      member,
      guidance(evening, addDays(month.lastDay, -1 - at)),
      { submittedAt: from + at * 5 * MINUTE_MS, decidedAt: from + 2 * HOUR_MS + at * 3_000 },
    ]),
  ).flat();
}

function plainMoments(workDate: Parameters<typeof startOfDay>[0]): Moments {
  const submittedAt = startOfDay(workDate) + 19 * HOUR_MS;
  return { submittedAt, decidedAt: submittedAt + 24 * HOUR_MS };
}
