import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding } from "./check.ts";
import {
  AWARDS_WITHOUT_CLAIM,
  BROKEN_STEPS,
  CLAIMS_WITHOUT_APPROVAL,
  LATE_LINES,
  LINES_WITHOUT_DECISION,
  OWN_DECISIONS,
  WRONG_RULES,
  WRONG_UNDOINGS,
} from "./ledger-checks.sql.ts";

/** What a set of statements finds; PostgreSQL keeps the sums, and only what is wrong comes here. */
function checkBySql(id: string, title: string, ...statements: readonly string[]): Check {
  return {
    id,
    title,
    async *run({ client }) {
      for (const sql of statements) yield* streamRows<Finding>(client, sql);
    },
  };
}

export const ledgerChecks: readonly Check[] = [
  checkBySql(
    "V1",
    "each undoing names one line of its own claim and takes back exactly that",
    WRONG_UNDOINGS,
    BROKEN_STEPS,
  ),
  checkBySql(
    "V2",
    "what stands in the ledger belongs to a verified claim, once per key, and every verified claim was approved",
    AWARDS_WITHOUT_CLAIM,
    CLAIMS_WITHOUT_APPROVAL,
  ),
  checkBySql(
    "V3",
    "no line without the decision it names, and nobody decided on their own work",
    LINES_WITHOUT_DECISION,
    OWN_DECISIONS,
  ),
  checkBySql("V4", "every line was judged by the rules its month of work opened with", WRONG_RULES),
  checkBySql("V6", "nothing was booked in a month after its figures froze", LATE_LINES),
];
