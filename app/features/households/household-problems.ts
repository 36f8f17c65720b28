import type { FormProblems } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";

/** The field a refusal of a verb is about; what concerns none stands above the form. */
const FIELDS: Partial<Record<Rejection["code"], string>> = {
  household_code_taken: "code",
  household_known: "head",
  household_ends_before_it_starts: "until",
  household_ends_later: "until",
  slot_name_too_long: "name",
  slot_name_holds_number: "name",
  slot_digits_too_few: "phone",
};

export function problemsOf(refusal: Rejection & { readonly ok: false }): FormProblems {
  const { ok: _, ...rejection } = refusal;
  return { [FIELDS[rejection.code] ?? "form"]: rejection };
}
