import { z } from "zod";
import { LONGEST_SURVEY_NOTE } from "#app/domain/survey/answers.ts";
import { LONGEST_ROUND_NAME } from "#app/domain/survey/round.ts";
import { dayText, idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const roundSchema = z.object({
  id: idText(),
  name: lineText({ minimum: 3, maximum: LONGEST_ROUND_NAME }),
  firstDay: dayText(),
  lastDay: dayText(),
  villages: z.array(wholeNumber({ minimum: 1, maximum: 2_147_483_647 })).min(1),
});

export const retentionSchema = z.object({
  months: wholeNumber({ minimum: 6, maximum: 60 }),
});

const count = () => wholeNumber({ minimum: 0, maximum: 40 }).optional();

/** What a door's form has beside its questions, whose names follow from the form's version. */
export const doorSchema = z.object({
  id: idText(),
  basedOn: wholeNumber({ minimum: 0, maximum: 1_000_000 }),
  door: z.enum(["refused", "absent"]).optional(),
  elderly: count(),
  disabled: count(),
  manualWorkers: count(),
  note: lineText({ maximum: LONGEST_SURVEY_NOTE }).optional(),
});
