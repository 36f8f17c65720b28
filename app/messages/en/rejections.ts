import type { RejectionSentences } from "../rejections.ts";
import { actorRejections } from "./actors-refusals.ts";
import { targetRejections } from "./assigned-targets-refusals.ts";
import { lookRejections } from "./audits-refusals.ts";
import { badgeRejections } from "./badges-refusals.ts";
import { campaignRejections, mobilePointRejections } from "./campaigns-refusals.ts";
import { carriedOverRejections } from "./carried-over-refusals.ts";
import { certificateRejections } from "./certificates-refusals.ts";
import { claimRejections, photoRejections } from "./claim-rejections.ts";
import { mergerRejections } from "./commune-merger-refusals.ts";
import { contactRejections } from "./contacts-refusals.ts";
import { difficultyRejections } from "./difficulties-refusals.ts";
import { enrolmentRejections } from "./enrolment-rejections.ts";
import { fileRejections } from "./files-refusals.ts";
import { gapWalkRefusals } from "./gap-walks-refusals.ts";
import { helpRejections } from "./help-refusals.ts";
import { householdRejections } from "./household-rejections.ts";
import { importRejections } from "./import-rejections.ts";
import { initiativesRefusals } from "./initiatives-refusals.ts";
import { inspectionRejections } from "./inspections-refusals.ts";
import { ledgerRejections } from "./ledger-rejections.ts";
import { materialRejections } from "./materials-refusals.ts";
import { ownHouseholdRejections } from "./member-household-refusals.ts";
import { monthRejections } from "./months-refusals.ts";
import { pushRejections } from "./notices-refusals.ts";
import { offlineRefusals } from "./offline-refusals.ts";
import { orderRejections } from "./orders-refusals.ts";
import { personalDataRejections } from "./personal-data-refusals.ts";
import { planPaperRejections } from "./plan-papers-refusals.ts";
import { planTaskRejections } from "./plan-tasks-refusals.ts";
import { planRejections } from "./plans-refusals.ts";
import { productRefusals } from "./products-refusals.ts";
import { publicationRejections } from "./publication-refusals.ts";
import { reportFormRefusals } from "./report-forms-refusals.ts";
import { reportRejections } from "./reports-refusals.ts";
import { rosterRejections } from "./roster-rejections.ts";
import { schemeRejections } from "./scheme-refusals.ts";
import { serviceRejections } from "./services-refusals.ts";
import { setupRejections } from "./setup-rejections.ts";
import { storiesRefusals } from "./stories-refusals.ts";
import { supportRefusals } from "./support-refusals.ts";
import { surveyRefusals } from "./survey-refusals.ts";
import { targetSheetRejections } from "./targets-refusals.ts";
import { titleRejections } from "./title-rejections.ts";
import { trainingRejections } from "./training-refusals.ts";
import { unitRejections } from "./units-refusals.ts";
import { upperTierRejections } from "./upper-tier-refusals.ts";
import { venueRejections } from "./venues-refusals.ts";
import { correctionRejections, verificationRejections } from "./verification-rejections.ts";
import { awardRejections } from "./year-awards-refusals.ts";
import { sheetCommentRejections } from "./year-comments-refusals.ts";
import { councilRejections } from "./year-council-refusals.ts";
import { criteriaRejections } from "./year-criteria-refusals.ts";
import { yearPaperRejections } from "./year-papers-refusals.ts";
import { yearPublicationRefusals } from "./year-publication-refusals.ts";
import { reviewRejections } from "./year-review-refusals.ts";
import { zaloRefusals } from "./zalo-refusals.ts";

export const rejections = {
  required: () => "Fill in this field.",
  not_chosen: () => "Choose one.",
  too_short: ({ minimum }) => `Use at least ${minimum} characters.`,
  too_long: ({ maximum }) => `Longer than ${maximum} characters. Make it shorter.`,
  too_small: ({ minimum }) => `Enter ${minimum} or more.`,
  too_large: ({ maximum }) => `Enter ${maximum} or less.`,
  not_a_number: () => "Use digits.",
  not_a_date: () => "Write the date as 20/11/2026.",
  not_readable: () => "Some characters cannot be read. Delete them and type again.",
  not_valid: () => "This is not right yet. Check it.",
  hidden_character: ({ position }) =>
    `There is a hidden character at place ${position}. Delete it and type again.`,
  line_break: () => "Write on one line.",
  identity_number: () => "Do not write a citizen's identity number. Remove the 12 digits and send again.",
  not_permitted: () => "There is no such page, or it is not for your account.",
  second_factor_required: () => "Give your second factor to go on.",
  second_factor_setup_required: () => "Set up a second factor to go on.",
  password_change_required: () => "Change your password to go on.",
  commune_ended: () => "This commune was merged and can only be read. Log new work in the new one.",
  fresh_proof_required: () => "Confirm that it is you to go on.",
  sign_in_refused: () => "The name or the password is not right. Check them and try again.",
  try_later: ({ seconds }) =>
    seconds < 60
      ? `Too many tries. Wait ${seconds} seconds and try again.`
      : `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
  code_wrong: () => "The code is not right or was used. Take the new one from the app.",
  recovery_code_wrong: () => "The recovery code is not right or was used. Try another from the sheet.",
  passkey_refused: () => "The passkey was not accepted. Try again, or use another way.",
  password_wrong: () => "The password is not right.",
  session_ended: () => "The session has ended. Sign in again.",
  link_not_valid: () => "This link was used or has expired.",
  password_too_short: ({ minimum }) =>
    `A password needs at least ${minimum} characters. A few unrelated words are easiest to remember.`,
  password_too_long: ({ maximum }) => `A password has at most ${maximum} characters.`,
  password_too_common: () =>
    "This password is easy to guess. Add a word or two that have nothing to do with you or the work.",
  password_unchanged: () => "The new password is the old one. Choose another.",
  passwords_differ: () => "The two passwords are not the same. Type it again.",
  pin_not_six_digits: () => "A PIN has exactly 6 digits.",
  pin_too_easy: () => "This PIN is easy to guess. Choose 6 other digits.",
  username_invalid: ({ minimum, maximum }) =>
    `A user name has ${minimum} to ${maximum} characters, begins with a letter, and holds letters, digits, dots and dashes.`,
  username_taken: () => "Somebody has this user name. Choose another.",
  phone_not_valid: () =>
    "The phone number is not right. Type a mobile number of 10 digits, like 0912 345 678.",
  phone_taken: () => "This phone number belongs to another account.",
  last_second_factor: () =>
    "Your role needs at least one second factor. Add another before you remove this one.",
  ...certificateRejections,
  ...pushRejections,
  ...claimRejections,
  ...photoRejections,
  ...enrolmentRejections,
  ...campaignRejections,
  ...mobilePointRejections,
  ...carriedOverRejections,
  ...contactRejections,
  ...inspectionRejections,
  ...awardRejections,
  ...yearPaperRejections,
  ...difficultyRejections,
  ...helpRejections,
  ...orderRejections,
  ...planPaperRejections,
  ...fileRejections,
  ...householdRejections,
  ...ownHouseholdRejections,
  ...importRejections,
  ...rosterRejections,
  ...publicationRejections,
  ...gapWalkRefusals,
  ...productRefusals,
  ...surveyRefusals,
  ...initiativesRefusals,
  ...storiesRefusals,
  ...supportRefusals,
  ...yearPublicationRefusals,
  ...zaloRefusals,
  ...sheetCommentRejections,
  ...councilRejections,
  ...criteriaRejections,
  ...titleRejections,
  ...trainingRejections,
  ...reviewRejections,
  ...materialRejections,
  ...unitRejections,
  ...actorRejections,
  ...offlineRefusals,
  ...reportFormRefusals,
  ...reportRejections,
  ...targetRejections,
  ...targetSheetRejections,
  ...venueRejections,
  ...mergerRejections,
  ...upperTierRejections,
  ...verificationRejections,
  ...correctionRejections,
  ...monthRejections,
  ...planTaskRejections,
  ...planRejections,
  ...personalDataRejections,
  ...ledgerRejections,
  ...schemeRejections,
  ...badgeRejections,
  ...lookRejections,
  ...serviceRejections,
  ...setupRejections,
} satisfies RejectionSentences;
