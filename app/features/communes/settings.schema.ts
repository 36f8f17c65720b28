import { z } from "zod";
import { type Cutoff, MAXIMUM_GRACE_DAYS } from "#app/domain/calendar/cutoff.ts";
import { FIRST_START_DAY, LAST_START_DAY } from "#app/domain/calendar/period.ts";
import { checkBox, dayText, lineText, wholeNumber } from "../forms/text.schema.ts";

const revision = wholeNumber({ minimum: 1, maximum: 2_000_000_000 });
const dayOfMonth = wholeNumber({ minimum: FIRST_START_DAY, maximum: LAST_START_DAY });
const inMonth = z.enum(["named", "next"]);

/** Adopting needs both; going back to trial needs neither. */
export const regulationForm = z.object({
  intent: z.enum(["adopt", "trial"]),
  number: lineText({ maximum: 40 }).optional(),
  date: dayText().optional(),
  revision,
});

export const cutoffForm = z.object({
  intent: z.enum(["save", "show"]),
  startDay: dayOfMonth,
  graceDays: wholeNumber({ minimum: 0, maximum: MAXIMUM_GRACE_DAYS }),
  teamDay: dayOfMonth,
  teamMonth: inMonth,
  teamStrict: checkBox(),
  officeDay: dayOfMonth,
  officeMonth: inMonth,
  officeStrict: checkBox(),
  revision,
});

export function cutoffOf(form: z.output<typeof cutoffForm>): Cutoff {
  return {
    startDay: form.startDay,
    graceDays: form.graceDays,
    due: {
      team: { day: form.teamDay, inMonth: form.teamMonth, strictlyBefore: form.teamStrict },
      office: { day: form.officeDay, inMonth: form.officeMonth, strictlyBefore: form.officeStrict },
    },
  };
}
