import { can } from "#app/domain/access/can.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import {
  clearSchema,
  decisionSchema,
  departureAnswerSchema,
  departureSchema,
  holdSchema,
  stepSchema,
} from "./awards.schema.ts";
import { answerDeparture, askDeparture } from "./depart-from-ranking.server.ts";
import { clearHold, enterHold } from "./keep-hold.server.ts";
import { proposeRanked } from "./propose-ranked.server.ts";
import { recordDecision, type StepAct, takeAwardStep } from "./take-award-step.server.ts";

/** What a button came to; null: no such button, or not for this person. */
export type AwardAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

const STEP_ACTS: readonly StepAct[] = ["accept", "decline", "withdraw", "revoke"];

/** The buttons of one proposal. */
export async function answerStepForm(
  caller: Caller,
  proposalId: string,
  fields: FormData,
): Promise<AwardAnswer> {
  const act = STEP_ACTS.find((each) => each === fields.get("act"));
  if (act === undefined) return null;
  const form = await readForm(fields, stepSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act } };
  const { id, reason = null, document = null } = form.value;
  const values = { ...form.values, act };
  if (act !== "accept" && reason === null)
    return { ok: false, problems: { reason: { code: "required" } }, values };
  if (act === "revoke" && document === null)
    return { ok: false, problems: { document: { code: "required" } }, values };
  const verdict = await inRoster(caller, `awards.${act}`, (tx, who) =>
    takeAwardStep(tx, who, { id, proposalId, act, reason, document }),
  );
  return told(verdict, "buoc", values);
}

/** The buttons of a list: from the ranking, departures, the decision. */
export async function answerListForm(
  caller: Caller,
  reviewId: string,
  fields: FormData,
): Promise<AwardAnswer> {
  switch (fields.get("act")) {
    case "answer":
      return answerForDeparture(caller, reviewId, fields);
    case "prefill":
      if (!mayManage(caller)) return null;
      return told(
        await inRoster(caller, "awards.propose-ranked", (tx, act) => proposeRanked(tx, act, reviewId)),
        "lap",
        {},
      );
    case "depart":
      return mayManage(caller) ? askForDeparture(caller, reviewId, fields) : null;
    case "decide":
      return mayManage(caller) ? decide(caller, fields) : null;
    default:
      return null;
  }
}

function mayManage({ actor, communeId, today }: Caller): boolean {
  return communeId !== null && can(actor, "award.manage", { communeId }, today).ok;
}

async function askForDeparture(caller: Caller, reviewId: string, fields: FormData): Promise<AwardAnswer> {
  const form = await readForm(fields, departureSchema);
  const values = { ...form.values, act: "depart" };
  if (!form.ok) return { ...form, values };
  const { id, village: villageId, kind, reason } = form.value;
  const verdict = await inRoster(caller, "awards.ask-departure", (tx, act) =>
    askDeparture(tx, act, { id, reviewId, villageId, kind, reason }),
  );
  return told(verdict, "xin-khac", values, "village");
}

async function answerForDeparture(caller: Caller, reviewId: string, fields: FormData): Promise<AwardAnswer> {
  const form = await readForm(fields, departureAnswerSchema);
  const values = { ...form.values, act: "answer" };
  if (!form.ok) return { ...form, values };
  const { departure, answer, answerReason: reason = null } = form.value;
  if (answer === "refused" && reason === null)
    return { ok: false, problems: { answerReason: { code: "required" } }, values };
  const verdict = await inRoster(caller, "awards.answer-departure", (tx, act) =>
    answerDeparture(tx, act, { reviewId, departure, answer, reason }),
  );
  return told(verdict, "tra-loi", values, "answer");
}

async function decide(caller: Caller, fields: FormData): Promise<AwardAnswer> {
  const form = await readForm(fields, decisionSchema);
  const values = { ...form.values, act: "decide" };
  if (!form.ok) return { ...form, values };
  const { number, date, proposal: proposals } = form.value;
  const verdict = await inRoster(caller, "awards.record-decision", (tx, act) =>
    recordDecision(tx, act, { number, date, proposals }),
  );
  return told(verdict, "quyet-dinh", values);
}

/** The buttons of the holds. */
export async function answerHoldForm(caller: Caller, fields: FormData): Promise<AwardAnswer> {
  if (fields.get("act") === "clear") {
    const form = await readForm(fields, clearSchema);
    const values = { ...form.values, act: "clear" };
    if (!form.ok) return { ...form, values };
    const verdict = await inRoster(caller, "awards.clear-hold", (tx, act) => clearHold(tx, act, form.value));
    return told(verdict, "het-tam-dung", values, "clearedOn");
  }
  if (fields.get("act") !== "enter") return null;
  const form = await readForm(fields, holdSchema);
  const values = { ...form.values, act: "enter" };
  if (!form.ok) return { ...form, values };
  const verdict = await inRoster(caller, "awards.enter-hold", (tx, act) => enterHold(tx, act, form.value));
  return told(verdict, "tam-dung", values, "fromDay");
}

/** Beside which field a refusal stands, where it is not the one the form names. */
const FIELD_OF: Partial<Record<Rejection["code"], string>> = {
  award_number_malformed: "number",
  award_date_in_future: "date",
  award_nothing_chosen: "proposal",
  award_recipient_gone: "recipient",
  award_form_not_for_recipient: "recipient",
  award_theme_missing: "theme",
  award_span_backwards: "lastDay",
  award_nothing_counts: "lastDay",
  award_achievement_used: "achievement",
  award_is_held: "recipient",
  award_kept_out: "recipient",
};

export function told(
  verdict: Verdict<null, Rejection>,
  done: string,
  values: FormValues,
  field = "form",
): Exclude<AwardAnswer, null> {
  if (verdict.ok) return { ok: true, done };
  const { ok: _, ...rejection } = verdict;
  return { ok: false, problems: { [FIELD_OF[rejection.code] ?? field]: rejection }, values };
}
