import type { BreakGlassRefusal, HandOverRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "./allow.server.ts";
import { carryOutBreakGlass } from "./break-glass-carry-out.server.ts";
import type { PrintedSlip } from "./enrolment-make-slip.server.ts";
import { carryOutHandOver } from "./hand-over-carry-out.server.ts";

export interface ApprovedAct {
  readonly id: string;
  readonly communeId: number;
  readonly kind: "hand_over" | "break_glass";
  readonly subjectAccountId: string;
  readonly payload: unknown;
}

export type CarriedOut =
  | { readonly kind: "hand_over"; readonly firstDay: LocalDate }
  | { readonly kind: "break_glass"; readonly slip: PrintedSlip };

/** What follows the second person's yes, in the transaction that records it. A refusal undoes both. */
export async function carryOutAct(
  caller: Caller,
  tx: Tx,
  act: ApprovedAct,
): Promise<Verdict<CarriedOut, HandOverRefusal | BreakGlassRefusal>> {
  switch (act.kind) {
    case "hand_over": {
      const done = await carryOutHandOver(caller, tx, act);
      return done.ok ? allowed({ kind: act.kind, firstDay: done.value.firstDay }) : done;
    }
    case "break_glass": {
      const done = await carryOutBreakGlass(caller, tx, act);
      return done.ok ? allowed({ kind: act.kind, slip: done.value }) : done;
    }
  }
}
