import type { HouseholdAnswers } from "#app/domain/survey/answers.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { FormProblems } from "#app/features/forms/read-form.server.ts";
import type { DoorView } from "./read-door.server.ts";
import { readDoorForm } from "./read-door-form.server.ts";
import { sendSurveyWork } from "./send-work.server.ts";
import { takeAnswers } from "./take-answers.server.ts";

type DoorAnswer =
  | { readonly ok: true; readonly isComplete: boolean; readonly isWorkSent: boolean }
  /** What was tapped stays on the page. */
  | { readonly ok: false; readonly problems: FormProblems; readonly given: HouseholdAnswers }
  | null;

/** The button of a door: the answers are kept, and a form that is whole is sent as work. Null: not for this person. */
export async function answerDoor(
  caller: Caller,
  { round, household, form }: DoorView,
  fields: FormData,
): Promise<DoorAnswer> {
  const read = await readDoorForm(fields, form);
  if (!read.ok) return { ok: false, problems: read.problems, given: read.given };
  const { id, basedOn, given } = read;
  const place = { roundId: round.id, householdId: household.id };
  const verdict = await takeAnswers(caller, { id, basedOn, given, ...place });
  if (!verdict.ok) {
    if (verdict.code === "not_permitted") return null;
    const { ok: _, ...rejection } = verdict;
    return { ok: false, problems: { form: rejection }, given };
  }
  const { isComplete, isWorkToSend, adultsAnswered } = verdict.value;
  const isWorkSent = isWorkToSend && (await sendSurveyWork(caller, { ...place, adultsAnswered })) === "sent";
  return { ok: true, isComplete, isWorkSent };
}
