import type { FormProblems, FormValues } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";

/** What a button came to; null: no such button, or not for this person. */
export type CouncilAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

const FIELDS: Partial<Record<Rejection["code"], string>> = {
  council_share_not_possible: "pass",
  council_share_too_small: "pass",
  council_chair_taken: "role",
  council_account_taken: "accountId",
  not_chosen: "accountId",
  council_term_ends_too_early: "validTo",
  council_nobody_to_vote_on: "proposals",
  council_secret_not_possible: "mode",
  council_more_ballots_than_voters: "issued",
  council_chair_side_wrong: "chosen",
};

export function answerOf(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: string,
  values: FormValues,
): CouncilAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...rejection } = verdict;
  return { ok: false, problems: { [FIELDS[rejection.code] ?? "form"]: rejection as Rejection }, values };
}

/** Everything that was typed, for fields whose names follow the rows of a page. */
export function typedIn(fields: FormData): FormValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(fields.keys())) {
    const texts = fields.getAll(name).filter((each) => typeof each === "string");
    values[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return values;
}

/** The fields of one row, under the names its schema knows them by. */
export function rowFields(fields: FormData, row: string, names: readonly string[]): URLSearchParams {
  const texts = new URLSearchParams();
  for (const name of names)
    for (const value of fields.getAll(`${name}-${row}`))
      if (typeof value === "string") texts.append(name, value);
  return texts;
}
