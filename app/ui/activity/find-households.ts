import type { PriorityGroup } from "#app/domain/activity/claim.ts";
import type { Priority } from "#app/domain/households/household.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import type { PickerState } from "./draft.ts";
import type { HouseholdChoice } from "./views.ts";

/** So many rows a cheap phone draws at once; beyond it one narrows by lane or by name. */
export const MOST_ROWS = 40;

/** Lanes of one village in walking order, as the list comes. */
export function lanesOf(households: readonly HouseholdChoice[], villageId: number): string[] {
  return [...new Set(households.flatMap((each) => (each.villageId === villageId ? (each.lane ?? "") : [])))];
}

export function findHouseholds(
  households: readonly HouseholdChoice[],
  villageId: number,
  { lane, search }: Pick<PickerState, "lane" | "search">,
): HouseholdChoice[] {
  const words = foldVietnamese(search).split(" ").filter(Boolean);
  return households.filter((each) => {
    if (each.villageId !== villageId) return false;
    // Whoever types a name means it wherever it lives.
    if (words.length === 0) return lane === "" || (each.lane ?? "") === (lane === "-" ? "" : lane);
    const labels = each.slots.map(({ label }) => label ?? "");
    const text = foldVietnamese([each.code, each.head, each.lane ?? "", ...labels].join(" "));
    return words.every((word) => text.includes(word));
  });
}

const GROUP_OF: Readonly<Partial<Record<Priority, PriorityGroup>>> = {
  minority: "ethnic_minority",
  poor: "poor_household",
  remote: "remote",
};

/** What holds for a whole household holds for each of it; age and disability are one person's own. */
export function groupsOfHousehold(priorities: readonly Priority[]): PriorityGroup[] {
  return priorities.flatMap((priority) => GROUP_OF[priority] ?? []);
}
