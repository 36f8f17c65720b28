import type { RejectReason, ReturnReason, ReverseReason } from "#app/domain/verification/reasons.ts";
import type { reasons as vi } from "../vi/verification-reasons.ts";

/** Why work is sent back, not counted, or taken back: the reasons one can choose. */
export const reasons = {
  toReturn: {
    who: "Unclear who was helped",
    which_service: "Wrong service",
    outcome: "Wrong outcome",
    count: "Wrong number",
    day: "Wrong day",
    photo: "A clearer photo",
    describe: "Say what was done",
    other: "Another reason",
  } satisfies Record<ReturnReason, string>,
  toReject: {
    not_done: "This was not done",
    twice: "Recorded elsewhere already",
    not_in_scope: "Not work of the team",
    other: "Another reason",
  } satisfies Record<RejectReason, string>,
  toReverse: {
    slip: "Approved by mistake",
    not_done: "This was not done",
    twice: "Recorded elsewhere already",
    correction: "On a request for correction",
  } satisfies Record<ReverseReason, string>,
} satisfies typeof vi;
