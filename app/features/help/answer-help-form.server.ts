import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { HELP_STEPS, type HelpStep, revealHelpPhone, stepHelp } from "./answer-help.server.ts";

type Answer =
  | { readonly is: "done" }
  | { readonly is: "phone"; readonly phone: string; readonly spoken: string }
  | { readonly is: "refused"; readonly rejection: Rejection }
  | null;

/** The buttons of one request; null: no such button, or not for this person. */
export async function answerHelpForm(caller: Caller, helpId: string, act: string): Promise<Answer> {
  if (act === "reveal") {
    const shown = await revealHelpPhone(caller, helpId);
    return shown.ok ? { is: "phone", ...shown.value } : refusal(shown);
  }
  const step = act.replaceAll("-", "_");
  if (!isStep(step)) return null;
  const verdict = await stepHelp(caller, helpId, step);
  return verdict.ok ? { is: "done" } : refusal(verdict);
}

function isStep(text: string): text is HelpStep {
  return (HELP_STEPS as readonly string[]).includes(text);
}

function refusal({
  ok: _,
  ...problem
}: { readonly ok: false } & (Rejection | { readonly code: "not_permitted" })): Answer {
  return problem.code === "not_permitted" ? null : { is: "refused", rejection: problem as Rejection };
}
