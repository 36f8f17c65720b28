import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

function said(date: Parameters<typeof partsOf>[0]): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const titleRejections = {
  title_nomination_ended: () => "This nomination has ended and takes no more words.",
  title_is_you: () => "Nobody nominates, confirms or recognises themselves. Ask somebody else.",
  title_own_nomination: () => "You made this nomination. Somebody else has to speak.",
  title_same_household: () => "You live in the nominee's household. Somebody else has to speak.",
  title_not_your_nomination: () => "Only whoever nominated may withdraw it.",
  title_nominated_already: () => "A nomination of this person for this title is waiting.",
  title_held_until: ({ until }) =>
    `This person holds the title until ${said(until)}. A new nomination is possible in its last 30 days.`,
  title_conditions_open: ({ mentees, needed }) =>
    `Not ready yet: ${mentees} of ${needed} mentees proficient; training and a clean record are needed too.`,
  title_approvals_short: ({ needed, have }) =>
    `${have} of ${needed} persons have agreed. More words are needed.`,
  title_number_malformed: () => "Write the number as on the paper, such as 12/QĐ-UBND.",
  title_date_in_future: ({ today }) => `That day has not come. Choose ${said(today)} or earlier.`,
  title_date_too_early: ({ from }) => `Choose ${said(from)} or later.`,
  title_sent_otherwise: () => "This was sent before with other content. Open the form again.",
  title_revoked_already: () => "This title has been taken back already.",
  title_revocation_waits: () => "A request to take it back is waiting for a second person.",
  title_revocation_is_yours: () => "You asked for this yourself. A second person has to answer.",
  ambassador_not_enrolled: () => "You have not enrolled as a digital ambassador yet. Enrol first.",
  mentee_is_you: () => "Choose somebody else: nobody mentors themselves.",
  mentee_known: () => "You mentor this person already.",
  mentees_full: ({ maximum }) => `One person mentors ${maximum} people at most.`,
  family_own_record: () => "You wrote this declaration down. Somebody else of the team confirms it.",
  family_own_household: () => "This is your household. Somebody else of the team confirms it.",
  family_items_not_declared: () => "Only what the household declared can be confirmed.",
  family_declaration_waits: () => "A declaration of this household is waiting to be confirmed.",
  family_checked_already: () => "This declaration has been confirmed.",
  family_nobody_chosen: () => "Choose at least one household.",
  family_not_confirmed: () =>
    "One of them cannot be recognised: not confirmed by its team, recognised before, or written down by you. Reload and choose again.",
  market_name_taken: () => "The village has a place of this name. Choose another one to tell them apart.",
  market_evidence_missing: () => "Choose a verified record or send a photograph as evidence.",
} satisfies SentencesOf<TitleRefusal>;
