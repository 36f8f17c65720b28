import type { Answers, HouseholdAnswers } from "../survey/answers.ts";

/** F03: what a household or somebody of it lacks, and the kind of work that helps. */
export const GAPS = [
  "never_visited",
  "not_surveyed",
  "eid",
  "payment",
  "health_book",
  "first_steps",
  "selling",
] as const;
export type Gap = (typeof GAPS)[number];

export function isGap(text: string): text is Gap {
  return (GAPS as readonly string[]).includes(text);
}

interface GapRule {
  /** The kind of work that closes it; null where a form of the survey does, or any visit. */
  readonly kind: string | null;
  /** Whether the answers of a door say that it is open; adults one by one, else the household. */
  readonly adult?: (answers: Answers) => boolean;
  readonly household?: (answers: Answers) => boolean;
}

const has =
  (key: keyof Answers, ...choices: readonly string[]) =>
  (answers: Answers) =>
    answers[key]?.some((choice) => choices.includes(choice)) === true;

export const GAP_RULES: Readonly<Record<Gap, GapRule>> = {
  never_visited: { kind: "first-visit" },
  not_surveyed: { kind: null },
  eid: { kind: "eid-level-2", adult: has("eid", "none", "level_1") },
  payment: { kind: "payment-account", adult: has("payment", "no") },
  health_book: { kind: "health-book", adult: has("health_book", "no") },
  first_steps: {
    kind: "smartphone-start",
    adult: (answers) => has("phone", "smart")(answers) && has("skill", "0", "1")(answers),
  },
  selling: {
    kind: "online-shop-step",
    household: (answers) =>
      has("produces", "crops", "livestock", "aquatic", "craft", "shop", "service")(answers) &&
      has("sells_online", "no")(answers),
  },
};

/** One door as the house knows it. */
export interface DoorFacts {
  /** The newest answers; null where nobody has asked. */
  readonly given: HouseholdAnswers | null;
  /** Asked in the round that runs; null while none does. */
  readonly isSurveyed: boolean | null;
  /** Kinds of work sent or verified here, each with the people it was for; null: the household. */
  readonly work: readonly { readonly kind: string; readonly slot: number | null }[];
}

/** People of the door who lack it; [] means the household itself; null: nothing is lacking, or nobody knows. */
export function lackingAt(gap: Gap, { given, isSurveyed, work }: DoorFacts): readonly number[] | null {
  if (gap === "never_visited") return work.length === 0 ? [] : null;
  if (gap === "not_surveyed") return isSurveyed === false ? [] : null;
  const { kind, adult, household } = GAP_RULES[gap];
  const done = work.filter((each) => each.kind === kind);
  if (household) return given && household(given.answers) && done.length === 0 ? [] : null;
  const slots = (given?.adults ?? [])
    .filter(({ slot, answers }) => adult?.(answers) && !done.some((each) => each.slot === slot))
    .map(({ slot }) => slot);
  return slots.length > 0 ? slots : null;
}

/** As many as one evening holds. */
export const DOORS_OF_A_WALK = 8;

/**
 * Doors near each other: of all runs of open doors in walking order the one with the fewest steps between its first
 * and its last; the earliest of equal ones.
 */
export function pickDoors<Door>(
  walk: readonly Door[],
  isOpen: (door: Door) => boolean,
  atMost: number,
): Door[] {
  const open = walk.flatMap((door, place) => (isOpen(door) ? [{ door, place }] : []));
  if (open.length <= atMost) return open.map(({ door }) => door);
  let best = 0;
  const spread = (from: number) => (open[from + atMost - 1]?.place ?? 0) - (open[from]?.place ?? 0);
  for (let from = 1; from + atMost <= open.length; from++) if (spread(from) < spread(best)) best = from;
  return open.slice(best, best + atMost).map(({ door }) => door);
}

export type WalkDoorState = "open" | "sent" | "verified";

export type WalkRefusal =
  | { readonly code: "walk_no_doors" }
  | { readonly code: "walk_not_in_team" }
  | { readonly code: "walk_sent_otherwise" };
