import type { Capability, CapabilityRule } from "./matrix.ts";
import { MATRIX } from "./matrix.ts";

/** What was done before the last day is still typed in, verified, objected to and sealed. */
const UNTIL_SEALED: ReadonlySet<Capability> = new Set<Capability>([
  "activity.log-paper",
  "activity.send-photo",
  "activity.verify",
  "activity.ask-correction",
  "activity.correct",
  "month.manage",
  "month.decide-exception",
  "month.appeal",
  "audit.check",
]);

/** An ended commune keeps its keepers, answers for what it holds of people, and shuts doors behind those who left. */
const FOR_GOOD: ReadonlySet<Capability> = new Set<Capability>([
  "personal-data.manage",
  "phone.reveal",
  "personal-data.erase",
  "slip.make",
  "role.grant",
  "account.disable",
  "account.end-sessions-of-others",
  "two-person-act.ask",
  "two-person-act.decide",
  "open-data.publish",
]);

/** What may still be written in a commune after its last day. Reading is never asked. */
export function goesOnAfterEnd(capability: Capability): "for_good" | "until_sealed" | "never" {
  const rule: CapabilityRule = MATRIX[capability];
  if (rule.own || rule.founder || FOR_GOOD.has(capability)) return "for_good";
  return UNTIL_SEALED.has(capability) ? "until_sealed" : "never";
}
