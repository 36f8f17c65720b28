import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { RosterAct } from "../roster/roster-act.ts";

/** One merger on its way: both communes are in the transaction's scope, and what is kept of each names which. */
export interface MergerAct {
  readonly id: string;
  readonly keys: KeyRing;
  readonly old: RosterAct;
  readonly young: RosterAct;
  readonly oldName: string;
  readonly effectiveOn: LocalDate;
  /** The last day of the old commune's villages, teams and memberships. */
  readonly lastDay: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
}
