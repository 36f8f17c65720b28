import type { SupportRefusal } from "#app/domain/support/support.ts";
import type { SentencesOf } from "../rejections.ts";

export const supportRefusals = {
  support_partner_known: () => "There is a partner of this name already.",
  support_source_missing: () => "Choose a partner, or say who gave it.",
  support_date_in_future: ({ today }) => `That day has not come yet. Today is ${today}.`,
  support_days_reversed: () => "The last day must follow the first.",
  support_cash_perk: () => "A perk is a price or a service, never cash or money back.",
  support_own_line: () => "You wrote this line. Somebody else appraises it.",
  support_decided: () => "This line has been appraised.",
  support_struck: () => "This entry has been struck out.",
} satisfies SentencesOf<SupportRefusal>;
