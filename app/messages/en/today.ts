import type { Catalogue } from "../catalogue.ts";

export const today: Catalogue["today"] = {
  greeting: (givenName: string) => `Hello ${givenName}`,
  lead: "What will you do today?",
  log: "Log work",
  points: "Points this month",
  pointsUnit: "points",
  why: "Why do I have these points?",
  waiting: "My work, waiting",
  returned: "Returned to you",
  mend: "Edit and send again",
  late: (late) => `${late} overdue`,
  doors: {
    badges: "My badges",
    orders: "Work given",
    help: "Residents ask",
    difficulties: "Difficulties",
    planPapers: "Plans, papers",
  },
};
