import { z } from "zod";
import { householdReach } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { idText } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { placeMember } from "./place-member.server.ts";

const schema = z.object({ householdId: idText() });

/** What a button of the screen came to; null: no such person, or not for this caller. */
export type PlacingAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** "set" with the chosen household, or "clear". */
export async function answerPlacing(
  caller: Caller,
  memberId: string,
  fields: FormData,
): Promise<PlacingAnswer> {
  const clears = fields.get("act") === "clear";
  const form = clears ? null : await readForm(fields, schema);
  if (form && !form.ok) return form;
  const { communeId, permission } = caller;
  if (communeId === null || !(await readMember(caller, memberId))) return null;
  const householdId = form?.value.householdId ?? null;
  const verdict = await inRoster(caller, "member-household.place", (tx, act) =>
    placeMember(tx, act, householdReach(permission.grants, communeId), { memberId, householdId }),
  );
  if (verdict.ok) return { ok: true };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  const field = problem.code === "own_household_not_listed" ? "householdId" : "form";
  return { ok: false, problems: { [field]: problem }, values: form?.values ?? {} };
}
