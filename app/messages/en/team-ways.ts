import type { teamWays as vi } from "../vi/team-ways.ts";

export const teamWays = {
  households: "Households",
  survey: "Survey",
  walk: "Tonight's walk",
  reports: "Reports",
  targets: "Targets of the team",
  months: "My team's months",
  paper: "Log work from paper",
  comments: "Own score and comments",
  criteria: "How villages are scored",
} satisfies typeof vi;
