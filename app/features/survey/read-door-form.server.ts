import type { AdultAnswers, Answers, HouseholdAnswers } from "#app/domain/survey/answers.ts";
import { OUTCOMES_AT_DOOR } from "#app/domain/survey/answers.ts";
import type { QuestionKey, SurveyForm } from "#app/domain/survey/questions.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { doorSchema } from "./survey.schema.ts";

type DoorReading =
  | { readonly ok: true; readonly id: string; readonly basedOn: number; readonly given: HouseholdAnswers }
  | {
      readonly ok: false;
      readonly problems: FormProblems;
      readonly values: FormValues;
      /** What was tapped, to be shown again. */
      readonly given: HouseholdAnswers;
    };

const MOST_TAPPED = 12;

/** "h.network" of the household, "a2.phone" of its second adult. */
export async function readDoorForm(fields: FormData, form: SurveyForm): Promise<DoorReading> {
  const read = await readForm(fields, doorSchema);
  const {
    door = null,
    elderly,
    disabled,
    manualWorkers,
    note = null,
  } = read.ok ? read.value : { note: String(read.values.note ?? "") || null };
  const counts = { elderly, disabled, manualWorkers };
  const given: HouseholdAnswers = {
    outcome: door,
    note,
    groups: Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== undefined)),
    answers: tapped(fields, "h", form.household),
    adults: slotsOf(fields).map((slot): AdultAnswers => {
      const said = fields.get(`a${slot}.outcome`);
      const outcome = OUTCOMES_AT_DOOR.find((each) => each === said && each !== "answered") ?? null;
      return { slot, outcome, answers: tapped(fields, `a${slot}`, form.adult) };
    }),
  };
  return read.ok
    ? { ok: true, id: read.value.id, basedOn: read.value.basedOn, given }
    : { ok: false, problems: read.problems as FormProblems, values: read.values as FormValues, given };
}

function tapped(fields: FormData, about: string, keys: readonly QuestionKey[]): Answers {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const chosen = fields
        .getAll(`${about}.${key}`)
        .filter((value): value is string => typeof value === "string" && value !== "");
      return chosen.length === 0 ? [] : [[key, [...new Set(chosen)].slice(0, MOST_TAPPED)]];
    }),
  ) as Answers;
}

function slotsOf(fields: FormData): number[] {
  const slots = [...fields.keys()].flatMap((name) => {
    const slot = /^a([1-9]\d?)\./.exec(name)?.[1];
    return slot === undefined ? [] : Number(slot);
  });
  return [...new Set(slots)].sort((left, right) => left - right);
}
