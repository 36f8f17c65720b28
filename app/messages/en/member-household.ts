export const memberHousehold = {
  title: "Household",
  pageTitle: (name: string) => `Household of ${name}`,
  lead: "People of one household do not verify each other. With the right household, work goes to somebody else.",
  /** Said as the page opens, and when a form is refused. */
  locked: {
    own_household_by_others:
      "Your own household is recorded by somebody else: ask the office or another leader.",
    own_household_shared_with_you:
      "This person is recorded in your household. Ask the office to change it: it decides who verifies whose work.",
    own_household_not_listed: "This household is no longer on the list. Choose again from the list.",
  },
  now: "Recorded now",
  unknown: "No household recorded",
  why: "People of one household do not verify each other.",
  home: (code: string, head: string) => `Household ${code}, ${head}`,
  set: "Record household",
  change: "Change household",
  clear: "Clear this household",
  villageTitle: "List of households",
  village: "List of",
  openList: "Open the list",
  choose: "Choose the household",
  household: "Household on the list",
  householdHint: "By lane, then by number.",
  emptyList: "There is no list of households here yet. Enter the list first.",
  save: "Save",
  saved: "The member's household is saved.",
  column: "Household",
  noneShort: "Not recorded",
  changeOf: (name: string) => `Household of ${name}`,
};
