import type { InitiativeRefusal } from "#app/domain/initiatives/initiative.ts";
import type { SentencesOf } from "../rejections.ts";

const STATES = {
  draft: "is still a draft",
  submitted: "waits to be reviewed",
  reviewed: "was reviewed",
  piloted: "is being tried",
  recognised: "is recognised",
  declined: "was declined",
} as const;

export const initiativesRefusals = {
  initiative_not_open: ({ state }) => `This initiative ${STATES[state]}; that step is not open.`,
  initiative_is_yours: () => "You proposed this initiative. Another officer reviews it.",
  initiative_unit_missing: () => "Name the unit that proposes, such as “Primary school no. 1”.",
  initiative_village_missing: () => "Choose the village.",
  initiative_replica_known: () => "That village is recorded already. Choose another.",
  initiative_document_missing: () => "Recognition needs the number and date of its document.",
  initiative_link_malformed: () => "An address begins with https://.",
  initiative_date_in_future: ({ today }) => `That day has not come yet. Today is ${today}.`,
  initiative_claim_waits: () =>
    "The author's record still waits in the queue. Credit the replicas once it is verified.",
} satisfies SentencesOf<InitiativeRefusal>;
