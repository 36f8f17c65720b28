import type { Catalogue } from "../catalogue.ts";

export const activityKinds: Catalogue["activityKinds"] = {
  title: "Log work",
  lead: "Choose what you have just done.",
  search: "Find a kind of work",
  find: "Find",
  recentKinds: "What you log most",
  noKinds: "Nothing fits. Try other words, or empty the field to see all.",
  upTo: (points) => `up to ${points} points`,
  noTeamTitle: "You are in no team today",
  noTeamBody: "As soon as the office puts you in a team, you can log work here.",
  pillars: {
    government: "Digital government",
    economy: "Digital economy",
    society: "Digital society",
    common: "Ways of working",
  },
};
