import { CALL_WITHIN_HOURS, type HelpRefusal } from "#app/domain/help/help-request.ts";
import type { SentencesOf } from "../rejections.ts";

export const helpRejections = {
  help_phone_not_valid: () => "Write a mobile number of ten digits, such as 0912 345 678.",
  help_consent_missing: () => "Tick that you agree; the team may not call you otherwise.",
  help_over: () => "This request is done or was taken back.",
  help_call_first: () => `Say first that you called (within ${CALL_WITHIN_HOURS} hours).`,
} satisfies SentencesOf<HelpRefusal>;
