import type { CorrectionRefusal } from "#app/domain/verification/correction.ts";
import type { Instead, VerifyRefusal, VerifyRole } from "#app/domain/verification/may-verify.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";
import type { Terms } from "../terms.ts";

const format = makeFormat("en");

const checker = (as: VerifyRole, { office, village }: Terms) =>
  ({
    leader: "the team leader",
    delegate: "the leader's stand-in",
    deputy: "the deputy",
    official_in_charge: `the official in charge of the ${village}`,
    office: `the ${office}`,
  })[as];

const who = (instead: Instead, terms: Terms) =>
  instead
    ? `It is checked by ${checker(instead.as, terms)}.`
    : `Nobody else can check it yet: ask the ${terms.office} to name somebody.`;

export const verificationRejections = {
  verify_own_claim: ({ instead }, terms) =>
    `This is your own work, so somebody else checks it. ${who(instead, terms)}`,
  verify_took_part: ({ part, instead }, terms) =>
    `You ${part === "teacher" ? "taught here" : "did this together"}, so you do not check it. ${who(instead, terms)}`,
  verify_typed_by_you: ({ instead }, terms) =>
    `You typed this in, so somebody else checks it. ${who(instead, terms)}`,
  verify_same_household: ({ instead }, terms) =>
    `This is the work of somebody in your household, so you do not check it. ${who(instead, terms)}`,
  verify_same_device: () =>
    "This was sent from the very device you are using. Check it on another one, or leave it to somebody else.",
  verify_not_yours: ({ instead }, terms) => `This is not yours to check. ${who(instead, terms)}`,
  verify_not_yet: ({ from, instead }, terms) =>
    `${instead ? `This waits for ${checker(instead.as, terms)}.` : "This waits for whoever comes before you."} It comes to you if nobody has checked it by ${format.moment(from)}.`,
} satisfies SentencesOf<VerifyRefusal>;

export const correctionRejections = {
  correction_not_counted: () => "Only checked work is corrected by request. What still waits can be edited.",
  correction_waits_already: () => "A request about this already waits for its answer.",
  correction_sent_otherwise: () =>
    "This was sent before with other content. Load the page again and send anew.",
  correction_own_request: () => "You asked for this yourself, so somebody else answers.",
  correction_answered: () => "This request was answered already. Load the page again.",
  correction_changes_nothing: () => "That is what is recorded already. Enter the right value, or decline.",
  correction_needs_answer: () => "Write why you decline.",
  decision_needs_words: () => "With “Another reason”, write the reason.",
} satisfies SentencesOf<Exclude<CorrectionRefusal, VerifyRefusal>>;
