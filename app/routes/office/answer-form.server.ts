import { data } from "@remix-run/node";
import type { Rejection } from "#app/messages/rejections.ts";
import type { FormAnswer } from "#app/ui/setup/form-answer.ts";

type Values = FormAnswer["values"];
type Problems = Readonly<Record<string, Rejection | undefined>>;

/** Back to the form: what is wrong beside its field, what was typed, and nothing newer to compare with. */
export function askAgain<Extra extends object>(problems: Problems, values: Values, extra: Extra) {
  return answerForm(422, problems, values, extra);
}

/** Somebody saved in between: what stands now goes back with what was typed. */
export function tellConflict<Extra extends object>(problem: Rejection, values: Values, extra: Extra) {
  return answerForm(409, { form: problem }, values, extra);
}

/** The form once more, because the person asked to look before saving. */
export function showAgain<Extra extends object>(values: Values, extra: Extra) {
  return answerForm(200, {}, values, extra);
}

function answerForm<Extra extends object>(status: number, problems: Problems, values: Values, extra: Extra) {
  const answer: FormAnswer & Extra = { problems, values, ...extra };
  return data(answer, { status, headers: { "Cache-Control": "no-store" } });
}
