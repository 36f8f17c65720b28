import type { LookRefusal } from "#app/domain/audits/may-look.ts";
import type { SentencesOf } from "../rejections.ts";
import type { audits as vi } from "../vi/audits.ts";

export const audits = {
  title: "Second looks",
  lead: "Some verified work is drawn by lot, and the residents are asked again. Nobody knows beforehand what will be drawn.",
  waiting: (count: string) => `To be asked: ${count}`,
  byPlace: (village: string) => `By ${village}`,
  everywhere: "All",
  firstShown: (count: string) =>
    `These are the first ${count}, older months first. As they are answered, the next come up.`,
  noneTitle: "Nothing to ask again",
  noneBody: "Work is drawn when the figures of a month freeze.",
  columns: { claim: "Work", place: "Place", verifier: "Verified by", reason: "Why", look: "Result" },
  visits: (count: string) => `${count} visits`,
  reasons: { lot: "Drawn by lot", deadline: "Sent just before the freeze", pair: "Two to look at again" },
  reasonHelp: {
    lot: "The same share for everybody: 20 a village and year.",
    deadline: "All work sent in the last 48 hours before the freeze is asked about again.",
    pair: "These two verified unlike everybody else this month: very fast, at night, for each other, or three times as much. A reason to ask, not a finding.",
  },
  ask: "Enter the result",
  openClaim: "See all of this work",
  form: {
    title: "What was found",
    verdict: "The resident says",
    field: "What is wrong",
    fieldHint: "Choose when it differs. Another person decides about the correction.",
    facts: "Who was asked, and what they said",
    factsHint: "Needed when it differs. No numbers of identity papers.",
    save: "Save the result",
  },
  verdicts: { agrees: "As it was logged", differs: "Not so", unreachable: "Not reached yet" },
  correctionAsked: "Correction asked for",
  saved: "Result saved.",
  done: "Asked lately",
  by: (name: string, day: string) => `${name}, ${day}`,
  ratesByVerifier: "Agreement by verifier",
  ratesByVillage: (village: string) => `Agreement by ${village}`,
  rateNote: "Work drawn by lot only. No rate below 10 answers.",
  rateColumns: {
    name: "Name",
    agrees: "Agrees",
    differs: "Differs",
    unreachable: "Not reached",
    rate: "Agreement",
  },
  tooFew: "Too few",
  noRates: "No answers yet.",
  draws: "Draws",
  drawsLead:
    "When a month opens, the hash of a secret number is published. When its figures freeze, the number is told: whoever has the list of the month's work can make the same draw again.",
  month: (year: number, month: number) => `Month ${month}/${year}`,
  commitment: "Commitment",
  committedAt: "Committed at",
  committedLate: "Committed after the month had ended: this draw cannot prove that nobody knew it.",
  secret: "Secret",
  secretLater: "Told when the figures of the month freeze",
  root: "Hash of the list of work",
  claimCount: (count: string) => `${count} records`,
} satisfies typeof vi;

export const lookRejections = {
  look_not_there: () => "This work was not drawn.",
  look_took_part: () => "You or somebody of your household took part. Another person asks.",
  look_verified_by_you: () => "You verified this work. Another person asks.",
  look_stands: () => "The result of this second look stands.",
} satisfies SentencesOf<LookRefusal>;
