import {
  type ClaimContent,
  PLAIN_UNIT,
  type PriorityGroup,
  type UnitContent,
} from "#app/domain/activity/claim.ts";
import { MOVEMENTS } from "#app/domain/activity/record-figures.ts";
import type { Mode, Outcome } from "#app/domain/activity/scheme.ts";
import { addDays, daysBetween, type LocalDate, weekdayOf } from "#app/domain/calendar/local-date.ts";
import { type Dice, makeDice } from "../invent/random.ts";

export interface DemoMember {
  readonly memberId: string;
  readonly teamId: number;
  readonly villageId: number;
  readonly role: "leader" | "deputy" | "member";
}

export interface DemoHousehold {
  readonly id: string;
  readonly villageId: number;
  readonly slots: number;
}

export interface DemoWork {
  readonly memberId: string;
  readonly content: ClaimContent;
}

export interface DemoPlace {
  readonly members: readonly DemoMember[];
  readonly households: readonly DemoHousehold[];
  /** Services a person can be guided in, for kinds that ask for one. */
  readonly governmentServices: readonly [string, ...string[]];
  readonly socialServices: readonly [string, ...string[]];
}

type PersonKind = { readonly key: string; readonly weight: number; readonly mode: Mode };

/** One-to-one work of an evening, by how often it comes up. */
const ONE_TO_ONE: readonly PersonKind[] = [
  { key: "online-public-service", weight: 9, mode: "hands_on" },
  { key: "social-service", weight: 5, mode: "home_visit" },
  { key: "eid-level-2", weight: 4, mode: "home_visit" },
  { key: "health-book", weight: 4, mode: "home_visit" },
  { key: "online-safety", weight: 4, mode: "meeting" },
  { key: "digital-signature", weight: 2, mode: "one_stop_counter" },
  { key: "payment-account", weight: 3, mode: "hands_on" },
  { key: "local-app", weight: 2, mode: "home_visit" },
];

/** The year of a commune, from the first day to the last: the same for the same seed. */
export function inventWork(place: DemoPlace, firstDay: LocalDate, lastDay: LocalDate): DemoWork[] {
  const dice = makeDice(20_261_121);
  const walk = new Walk(place.households, dice);
  const habits = new Map(place.members.map((member) => [member.memberId, 0.15 + dice.next() * 0.85]));
  const works: DemoWork[] = [];
  for (let at = 0; at <= daysBetween(firstDay, lastDay); at++) {
    const day = addDays(firstDay, at);
    const isWeekend = weekdayOf(day) >= 6;
    for (const member of place.members) {
      const habit = (habits.get(member.memberId) ?? 0.5) * growth(at);
      works.push(...workOfDay({ place, walk, dice, member, day, habit, isWeekend }));
    }
  }
  return works;
}

/** Teams start slowly and find their pace by the spring. */
function growth(daysSinceStart: number): number {
  return Math.min(1, 0.35 + daysSinceStart / 160);
}

interface Evening {
  readonly place: DemoPlace;
  readonly walk: Walk;
  readonly dice: Dice;
  readonly member: DemoMember;
  readonly day: LocalDate;
  readonly habit: number;
  readonly isWeekend: boolean;
}

function workOfDay(evening: Evening): DemoWork[] {
  const { dice, member, habit, isWeekend } = evening;
  const works: DemoWork[] = [];
  if (dice.next() < habit * (isWeekend ? 0.34 : 0.12)) works.push(guidance(evening));
  if (dice.next() < habit * 0.05) works.push(firstVisit(evening));
  if (isWeekend && dice.next() < habit * 0.05) works.push(shift(evening));
  if (member.role === "leader" && dice.next() < 0.035) works.push(talk(evening));
  if (member.role === "deputy" && dice.next() < 0.015) works.push(lesson(evening));
  return works;
}

function guidance({ place, walk, dice, member, day }: Evening): DemoWork {
  const kind = pickKind(dice);
  const people = dice.between(1, 4);
  const units: UnitContent[] = [];
  const met = new Set<string>();
  for (let index = 0; index < people; index++) {
    const person = dice.next() < 0.85 ? walk.person(member.villageId) : null;
    const known = person && !met.has(`${person.householdId}/${person.slot}`) ? person : null;
    if (known) met.add(`${known.householdId}/${known.slot}`);
    units.push({ ...unitFor(kind.key, place, dice), ...known, groups: groupsOf(dice) });
  }
  const visits = people + (dice.next() < 0.2 ? dice.between(1, 3) : 0);
  return workOf(member, day, { activityKey: kind.key, mode: kind.mode, units, visits });
}

function firstVisit({ walk, dice, member, day }: Evening): DemoWork {
  const doors = dice.between(1, 5);
  const units = Array.from({ length: doors }, () => ({ ...PLAIN_UNIT, ...walk.household(member.villageId) }));
  const known = units.filter((unit) => unit.householdId !== null);
  const visited = known.length > 0 ? known : [PLAIN_UNIT];
  return workOf(member, day, {
    activityKey: "first-visit",
    mode: "home_visit",
    units: visited,
    visits: visited.length,
  });
}

function shift({ dice, member, day }: Evening): DemoWork {
  return workOf(member, day, {
    activityKey: "help-point-shift",
    mode: dice.pick(["mobile_point", "one_stop_counter"]),
    place: dice.pick(["Nhà văn hóa thôn", "Bộ phận Một cửa xã Suối Mây", "Chợ Mây"]),
    minutes: dice.between(120, 240),
    visits: dice.between(4, 25),
    units: [PLAIN_UNIT],
  });
}

function talk({ dice, member, day }: Evening): DemoWork {
  return workOf(member, day, {
    activityKey: "talk",
    mode: "meeting",
    place: dice.pick(["Họp thôn", "Sinh hoạt chi bộ", "Sinh hoạt chi hội Phụ nữ"]),
    visits: dice.between(18, 70),
    units: [PLAIN_UNIT],
  });
}

function lesson({ dice, member, day }: Evening): DemoWork {
  return workOf(member, day, {
    activityKey: "class",
    mode: "class",
    place: "Nhà văn hóa thôn",
    minutes: dice.between(60, 120),
    visits: dice.between(6, 24),
    units: [PLAIN_UNIT],
  });
}

function workOf(
  member: DemoMember,
  workDate: LocalDate,
  content: Pick<ClaimContent, "activityKey" | "mode" | "units" | "visits"> & Partial<ClaimContent>,
): DemoWork {
  return {
    memberId: member.memberId,
    content: {
      workDate,
      audience: "residents",
      place: null,
      note: null,
      link: null,
      minutes: null,
      counters: countersFor(content),
      movements: MOVEMENTS_OF[content.activityKey] ?? [],
      helpers: [],
      photos: [],
      ...content,
    },
  };
}

const [LITERACY, LEARNING, PROJECT] = MOVEMENTS;
const MOVEMENTS_OF: Readonly<Record<string, readonly string[]>> = {
  "first-visit": [LITERACY],
  "online-safety": [LITERACY],
  class: [LITERACY, LEARNING],
  "eid-level-2": [PROJECT],
  "online-public-service": [PROJECT],
};

/** What a member counts beside the people: no dice, so that the year stays the same. */
function countersFor({
  activityKey,
  units,
  visits,
}: Pick<ClaimContent, "activityKey" | "units" | "visits">): ClaimContent["counters"] {
  const finished = units.filter(({ outcome }) => outcome !== null && outcome !== "knows").length;
  switch (activityKey) {
    case "online-public-service":
      return { dossiers: finished };
    case "digital-signature":
      return { signatures_made: units.length };
    case "help-point-shift":
      return { dossiers: Math.floor(visits / 3) };
    case "class":
      return { learners_enrolled: visits };
    default:
      return {};
  }
}

function pickKind(dice: Dice): PersonKind {
  let left = dice.next() * ONE_TO_ONE.reduce((sum, { weight }) => sum + weight, 0);
  for (const kind of ONE_TO_ONE) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  throw new Error("no kind of work has a weight");
}

function unitFor(key: string, place: DemoPlace, dice: Dice): UnitContent {
  const outcome: Outcome = dice.pickWeighted([
    ["knows", 1],
    ["with_help", 3],
    ["proficient", 5],
  ]);
  switch (key) {
    case "online-public-service":
      return { ...PLAIN_UNIT, outcome, serviceKey: dice.pick(place.governmentServices) };
    case "social-service":
      return { ...PLAIN_UNIT, outcome, serviceKey: dice.pick(place.socialServices) };
    default:
      return PLAIN_UNIT;
  }
}

function groupsOf(dice: Dice): readonly PriorityGroup[] {
  return dice.pickWeighted<readonly PriorityGroup[]>([
    [[], 7],
    [["elderly"], 2],
    [["manual_worker"], 1],
    [["ethnic_minority"], 1],
  ]);
}

/** Who goes where: doors of one's own village, those not yet seen before those seen already. */
class Walk {
  readonly #doors = new Map<number, DemoHousehold[]>();
  readonly #next = new Map<number, number>();
  readonly #dice: Dice;

  constructor(households: readonly DemoHousehold[], dice: Dice) {
    this.#dice = dice;
    for (const household of households) {
      const doors = this.#doors.get(household.villageId) ?? [];
      this.#doors.set(household.villageId, [...doors, household]);
    }
  }

  household(villageId: number): { householdId: string | null } {
    const doors = this.#doors.get(villageId) ?? [];
    const at = this.#next.get(villageId) ?? 0;
    this.#next.set(villageId, at + 1);
    return { householdId: doors[at % Math.max(1, doors.length)]?.id ?? null };
  }

  person(villageId: number): { householdId: string; slot: number } | null {
    const doors = (this.#doors.get(villageId) ?? []).filter(({ slots }) => slots > 0);
    const door = doors[this.#dice.between(0, Math.max(0, doors.length - 1))];
    return door ? { householdId: door.id, slot: this.#dice.between(1, door.slots) } : null;
  }
}

const WINDOW_DAYS = 30;
const PROVES = ["with_help", "proficient"];

/** Of each village the first evening at a known home in each window of thirty days: those that have a picture. */
export function photographedOf(
  members: readonly DemoMember[],
  works: readonly DemoWork[],
  windows: readonly LocalDate[],
): DemoWork[] {
  const villageOf = new Map(members.map(({ memberId, villageId }) => [memberId, villageId]));
  const chosen = new Map<string, DemoWork>();
  for (const work of works) {
    const { workDate, units } = work.content;
    const window = windows.find((day) => day <= workDate && workDate < addDays(day, WINDOW_DAYS));
    const isSeen = units.some(
      ({ householdId, outcome }) => householdId !== null && PROVES.includes(outcome ?? ""),
    );
    const key = `${villageOf.get(work.memberId)} ${window}`;
    if (window !== undefined && isSeen && !chosen.has(key)) chosen.set(key, work);
  }
  return [...chosen.values()];
}
