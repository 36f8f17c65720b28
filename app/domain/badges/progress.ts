import type { LocalDate } from "../calendar/local-date.ts";
import { type BadgeContent, occasionOf, type SubjectFacts } from "./badge.ts";
import { countedWorks } from "./due-awards.ts";
import { makeGauge } from "./gauge.ts";

/** How far it is to the next goal of a badge, in the month or year that runs now. */
export interface BadgeProgress {
  readonly value: number;
  readonly goal: number;
  /** The tier that goal gives. */
  readonly tier: number;
  readonly occasion: string;
}

/** Null where nothing more can be earned: given by people, retired, or every goal reached for this time. */
export function progressOf(
  content: BadgeContent,
  facts: SubjectFacts,
  now: { readonly today: LocalDate; readonly monthId: number },
  heldTiers: ReadonlySet<string>,
): BadgeProgress | null {
  const { award, isRetired } = content;
  if (award.by !== "rule" || isRetired) return null;
  const occasion = occasionOf(award.within, now.monthId);
  const index = award.goals.findIndex((_, each) => !heldTiers.has(`${occasion}/${each + 1}`));
  const goal = award.goals[index];
  if (goal === undefined) return null;
  const gauge = makeGauge(award.measure, facts);
  for (const work of countedWorks(award, facts.works)) {
    if (occasionOf(award.within, work.bookedMonth) === occasion) gauge.add(work);
  }
  return { value: Math.min(gauge.current(now.today), goal), goal, tier: index + 1, occasion };
}
