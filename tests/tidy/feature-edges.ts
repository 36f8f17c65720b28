/**
 * What one feature may take from another, edge by edge. A new line is a decision that a reviewer sees; what
 * else must follow an event goes through a job.
 */
export const FEATURE_EDGES: readonly string[] = [
  "accounts -> forms",
  "roster -> accounts",
  "roster -> communes",
  "roster -> forms",
  "units -> communes",
  "units -> forms",
  "units -> roster",
  "plans -> communes",
  "plans -> forms",
  "personal-data -> accounts",
  "personal-data -> communes",
  "personal-data -> forms",
  "personal-data -> roster",
  "roster-import -> communes",
  "roster-import -> forms",
  "roster-import -> roster",
  "documents -> communes",
  "documents -> roster",
  "communes -> accounts",
  "communes -> forms",
  "team-slips -> accounts",
  "team-slips -> forms",
  "team-slips -> roster",
  "two-person-acts -> accounts",
  "two-person-acts -> forms",
];
