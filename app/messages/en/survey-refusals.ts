import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { SurveyRefusal } from "#app/domain/survey/round.ts";
import type { SentencesOf } from "../rejections.ts";

function said(date: Parameters<typeof partsOf>[0]): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const surveyRefusals = {
  survey_question_unknown: () => "One answer is not on the form. Load the page again and choose anew.",
  survey_none_and_more: () => "Where “none” is chosen, nothing else of the same question can be.",
  survey_group_too_many: ({ maximum }) =>
    `This household has ${maximum} adults only. Mend the figures by group.`,
  survey_round_name_taken: () => "There is a round of this name. Choose another.",
  survey_round_ends_before: () => "The last day must come after the first.",
  survey_round_too_long: ({ days }) => `A round lasts ${days} days at most.`,
  survey_round_no_village: () => "Choose at least one place to ask in.",
  survey_round_sent_otherwise: () => "This was sent before with other content. Load the page again.",
  survey_round_not_open: ({ from, until }) =>
    `This round takes answers from ${said(from)} to ${said(until)} only.`,
  survey_changed_meanwhile: () => "Somebody else has just written this household. Compare and choose one.",
  survey_sent_otherwise: () => "This was sent before with other content. Load the page again and start over.",
  survey_nothing_said: () => "Nothing is chosen. Choose at least one answer.",
} satisfies SentencesOf<SurveyRefusal>;
