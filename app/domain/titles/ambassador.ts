import { addMonths, type LocalDate } from "../calendar/local-date.ts";
import type { TitleDefinition } from "./title-definition.ts";

/** More at one time is nobody's mentor any more. */
export const MOST_MENTEES = 60;

export interface MenteeLink {
  readonly id: string;
  /** One person, however often and under whichever household they were linked. */
  readonly person: string;
  readonly beganOn: LocalDate;
}

/** Verified work in which the mentor took part and the mentee reached proficiency. */
export interface MenteeProof {
  readonly person: string;
  readonly workDate: LocalDate;
}

export interface AmbassadorFacts {
  readonly links: readonly MenteeLink[];
  readonly proofs: readonly MenteeProof[];
  /** Days of trainings that somebody of the office confirmed. */
  readonly trainedOn: readonly LocalDate[];
  /** Days of work of the member that a second look or a reversal found not done. */
  readonly falseOn: readonly LocalDate[];
  /** The day of the title that stands; what a renewal counts comes after it. */
  readonly lastEarnedOn: LocalDate | null;
}

export interface AmbassadorProgress {
  readonly reached: number;
  readonly needed: number;
  /** How many of the steps are reached: 0 is none yet. */
  readonly tier: number;
  readonly nextTier: number | null;
  readonly isTrained: boolean;
  readonly isClean: boolean;
  readonly isReady: boolean;
  /** Links whose mentee counts. */
  readonly reachedLinks: ReadonlySet<string>;
}

/** D01: what stands between a member and the title, out of what others have verified. */
export function ambassadorProgress(
  facts: AmbassadorFacts,
  { mentees, termMonths }: Pick<TitleDefinition, "mentees" | "termMonths">,
  today: LocalDate,
): AmbassadorProgress {
  const since = addMonths(today, -termMonths);
  const counts = ({ person, beganOn }: MenteeLink) =>
    facts.proofs.some(
      (proof) =>
        proof.person === person &&
        proof.workDate >= beganOn &&
        (facts.lastEarnedOn === null || proof.workDate > facts.lastEarnedOn),
    );
  const counting = facts.links.filter(counts);
  const reached = new Set(counting.map(({ person }) => person)).size;
  const needed = mentees[0] ?? 1;
  const isTrained = facts.trainedOn.some((day) => day > since && day <= today);
  const isClean = !facts.falseOn.some((day) => day > since);
  return {
    reached,
    needed,
    tier: mentees.filter((step) => reached >= step).length,
    nextTier: mentees.find((step) => reached < step) ?? null,
    isTrained,
    isClean,
    isReady: reached >= needed && isTrained && isClean,
    reachedLinks: new Set(counting.map(({ id }) => id)),
  };
}
