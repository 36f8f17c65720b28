import { type ClaimContent, PLAIN_UNIT, type UnitContent } from "#app/domain/activity/claim.ts";
import type { Mode } from "#app/domain/activity/scheme.ts";
import { addDays, daysBetween, type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { MonthFrame } from "#app/domain/months/month.ts";
import type { Dice } from "../invent/random.ts";
import {
  idFrom,
  type NationCommune,
  type NationHousehold,
  type NationMember,
  skewed,
} from "./invent-commune.ts";
import type { NationWish, Until } from "./nation-size.ts";

/** One record with what became of it. */
export interface NationWork {
  readonly id: Id;
  readonly decisionId: Id;
  readonly member: NationMember;
  readonly content: ClaimContent;
  readonly month: MonthFrame;
  readonly submittedAt: number;
  /** Null while it waits. */
  readonly decidedAt: number | null;
  readonly verdict: "approve" | "reject";
  readonly verifier: NationMember;
  readonly isLate: boolean;
}

export interface Services {
  readonly government: readonly [string, ...string[]];
  readonly society: readonly [string, ...string[]];
}

export interface YearPlace {
  readonly commune: NationCommune;
  readonly months: readonly MonthFrame[];
  readonly services: Services;
  readonly until: Until;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const EVENING_HOUR = 19.5;
const LATE_AFTER_DAYS = 7;

const ONE_TO_ONE: readonly [
  readonly [{ key: string; mode: Mode }, number],
  ...(readonly [{ key: string; mode: Mode }, number])[],
] = [
  [{ key: "online-public-service", mode: "hands_on" }, 9],
  [{ key: "social-service", mode: "home_visit" }, 5],
  [{ key: "eid-level-2", mode: "home_visit" }, 4],
  [{ key: "health-book", mode: "home_visit" }, 4],
  [{ key: "online-safety", mode: "hands_on" }, 4],
  [{ key: "payment-account", mode: "hands_on" }, 3],
  [{ key: "local-app", mode: "home_visit" }, 2],
];

/** A commune's months of work up to today: few teams do much, many do some, some are silent for a month. */
export function inventYear(place: YearPlace, wish: NationWish): NationWork[] {
  const { commune, months } = place;
  const { dice } = commune;
  const walks = commune.villages.map((_, village) => new Walk(commune.households, village));
  const paces = commune.villages.map(() => skewed(dice));
  const presses = commune.villages.map(() => dice.next() < 0.2);
  const teams = commune.villages.map((_, village) =>
    commune.members.filter((each) => each.village === village),
  );
  const works: NationWork[] = [];
  for (const [at, month] of months.entries()) {
    const growth = 0.7 + (0.6 * (at + 0.5)) / months.length;
    for (const [village, team] of teams.entries()) {
      if (dice.next() < 0.03) continue;
      const mean = wish.recordsPerTeam * (paces[village] ?? 1) * growth;
      const count = Math.max(0, Math.round(mean * (0.6 + 0.8 * dice.next())));
      const evening = { dice, place, month, team, walk: walks[village] ?? new Walk([], village) };
      for (let record = 0; record < count; record++) {
        const work = inventWork(evening, presses[village] ?? false);
        if (work) works.push(work);
      }
    }
  }
  return works;
}

export interface Evening {
  readonly dice: Dice;
  readonly place: YearPlace;
  readonly month: MonthFrame;
  readonly team: readonly NationMember[];
  readonly walk: Walk;
}

function inventWork(evening: Evening, isPressed: boolean): NationWork | null {
  const { dice, month, team } = evening;
  const workDate = addDays(month.firstDay, dice.between(0, daysBetween(month.firstDay, month.lastDay)));
  const member = pickByZeal(dice, team);
  const helper = dice.next() < 0.2 ? team[dice.between(0, team.length - 1)] : undefined;
  const kind = dice.next();
  const content =
    kind < 0.7
      ? guidance(evening, workDate)
      : kind < 0.78
        ? firstVisit(evening, workDate)
        : kind < 0.9
          ? talk(dice, workDate)
          : shift(dice, workDate);
  const submittedAt =
    startOfDay(workDate) + 18 * HOUR_MS + dice.between(0, 230) * MINUTE_MS + dice.between(0, 59_999);
  const evenings = startOfDay(addDays(workDate, 1)) + EVENING_HOUR * HOUR_MS;
  return makeWork(evening, {
    member,
    content: {
      ...content,
      helpers: helper && helper !== member ? [{ memberId: helper.id, part: "helper" }] : [],
    },
    submittedAt,
    decidedAt: isPressed ? evenings : evenings + dice.between(0, 150 * 60_000),
    verdict: dice.next() < 0.02 ? "reject" : "approve",
  });
}

type WorkWish = Pick<NationWork, "member" | "content" | "submittedAt" | "verdict"> & {
  readonly decidedAt: number;
};

/** Null where it lies ahead of today. The leader decides, and the deputy on the leader's own. */
export function makeWork({ dice, place, month, team }: Evening, wish: WorkWish): NationWork | null {
  const ids = { id: idFrom(dice, wish.submittedAt), decisionId: idFrom(dice, wish.decidedAt) };
  if (wish.submittedAt > place.until.nowMs) return null;
  const parts = new Set([wish.member.id, ...wish.content.helpers.map(({ memberId }) => memberId)]);
  const verifier = team.find(({ id, role }) => role !== "member" && !parts.has(id));
  // Leader and deputy together: the record waits for the office.
  if (!verifier) return null;
  const isLate = wish.submittedAt >= startOfDay(addDays(wish.content.workDate, LATE_AFTER_DAYS + 1));
  const decidedAt = wish.decidedAt > place.until.nowMs ? null : wish.decidedAt;
  return { ...wish, ...ids, decidedAt, month, verifier, isLate };
}

function pickByZeal(dice: Dice, team: readonly NationMember[]): NationMember {
  const [first, ...others] = team;
  if (!first) throw new Error("a team without anybody");
  return dice.pickWeighted([[first, first.zeal], ...others.map((each) => [each, each.zeal] as const)]);
}

const PLAIN = {
  audience: "residents",
  place: null,
  note: null,
  link: null,
  minutes: null,
  counters: {},
  movements: [],
  helpers: [],
  photos: [],
} as const;

export function guidance({ dice, place, walk }: Evening, workDate: LocalDate): ClaimContent {
  const kind = dice.pickWeighted(ONE_TO_ONE);
  const people = dice.between(1, 3);
  const units = Array.from({ length: people }, (): UnitContent => {
    const known = dice.next() < 0.85 ? walk.nextPerson(kind.key) : null;
    return { ...unitOf(kind.key, place.services, dice), ...known };
  });
  const visits = people + (dice.next() < 0.3 ? dice.between(1, 3) : 0);
  return { ...PLAIN, activityKey: kind.key, workDate, mode: kind.mode, units, visits };
}

export function unitOf(key: string, services: Services, dice: Dice): UnitContent {
  if (key !== "online-public-service" && key !== "social-service")
    return { ...PLAIN_UNIT, outcome: "proficient" };
  const serviceKey = dice.pick(key === "social-service" ? services.society : services.government);
  const outcome = dice.pickWeighted([
    ["proficient", 6],
    ["with_help", 3],
    ["knows", 1],
  ] as const);
  return { ...PLAIN_UNIT, serviceKey, outcome };
}

function firstVisit({ dice, walk }: Evening, workDate: LocalDate): ClaimContent {
  const units = Array.from({ length: dice.between(1, 3) }, () => ({
    ...PLAIN_UNIT,
    ...walk.nextHousehold(),
  }));
  return { ...PLAIN, activityKey: "first-visit", workDate, mode: "home_visit", units, visits: units.length };
}

/** Aggregated: everybody who sat there, and nobody by name. */
function talk(dice: Dice, workDate: LocalDate): ClaimContent {
  const visits = dice.between(12, 70);
  return {
    ...PLAIN,
    activityKey: "talk",
    workDate,
    mode: "meeting",
    units: [PLAIN_UNIT],
    visits,
    place: "Họp thôn",
  };
}

function shift(dice: Dice, workDate: LocalDate): ClaimContent {
  const minutes = dice.between(120, 240);
  return {
    ...PLAIN,
    activityKey: "help-point-shift",
    workDate,
    mode: dice.pick(["mobile_point", "one_stop_counter"]),
    units: [PLAIN_UNIT],
    minutes,
    visits: dice.between(6, Math.floor(minutes / 8)),
    place: "Nhà văn hóa thôn",
  };
}

/** Goes from door to door, so that nobody is told the same twice; whoever comes after the last door is nobody known. */
export class Walk {
  readonly #homes: readonly NationHousehold[];
  readonly #steps = new Map<string, number>();

  constructor(households: readonly NationHousehold[], village: number) {
    this.#homes = households.filter((each) => each.village === village && !each.isLongAbsent);
  }

  nextPerson(kind: string): Pick<UnitContent, "householdId" | "slot" | "groups"> | null {
    const step = this.#next(kind);
    const home = this.#homes[step % Math.max(1, this.#homes.length)];
    const slot = 1 + Math.floor(step / Math.max(1, this.#homes.length));
    if (!home || slot > home.adults) return null;
    return { householdId: home.id, slot, groups: home.isElderly && slot === 1 ? ["elderly"] : [] };
  }

  nextHousehold(): Pick<UnitContent, "householdId"> {
    return { householdId: this.#homes[this.#next("")]?.id ?? null };
  }

  #next(kind: string): number {
    const step = this.#steps.get(kind) ?? 0;
    this.#steps.set(kind, step + 1);
    return step;
  }
}
