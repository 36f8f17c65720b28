import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { makeFormat } from "../format.ts";
import type { SentencesOf } from "../rejections.ts";

const format = makeFormat("en");

export const trainingRejections = {
  training_code_wrong: () => "The code is wrong or has changed. Look at the host's screen again.",
  training_door_closed: ({ heldOn }) =>
    `The session of ${format.date(heldOn)} takes no sign-in now. Ask the organiser to put you on the list.`,
  training_called_off: () => "This session was called off.",
  training_full: ({ capacity }) =>
    `All ${capacity} places are taken and you are not on the invited list. Ask the organiser.`,
  training_not_yet: ({ heldOn }) => `This session is held on ${format.date(heldOn)}.`,
  training_over: () => "This session is over. Ask the organiser to record your leave.",
  training_is_you: () => "Nobody records themselves. Ask somebody else, or sign in with the code.",
  training_changed_meanwhile: () => "Somebody has just changed this. Reload the page and try again.",
  training_has_people: ({ count }) => `${count} people have signed in, so it cannot be called off.`,
  training_day_passed: () => "This day is over a year ago. Only sessions of the last year can be recorded.",
  training_place_missing: () => "Give the place (in person) or the link (online).",
  training_not_attended: () => "You are not recorded as present at this session.",
  training_pays_nothing: () => "This session is optional and earns no points.",
  training_claim_refused: () =>
    "No points could be recorded: the month is closed, or you were in no team that day. The training itself counts.",
  training_topic_taken: ({ name }) => `There is a topic “${name}” already.`,
  training_topics_full: ({ maximum }) => `There are ${maximum} own topics already.`,
  course_closed: () => "This course is closed.",
  certificate_proof_missing: () => "Send a picture or PDF of the certificate, or paste its link.",
  certificate_there_already: () => "You have sent a certificate of this course already.",
  certificate_decided_already: () => "Somebody has looked at this certificate already.",
  certificate_not_confirmed: () => "The certificate is not confirmed yet.",
  completed_in_future: () => "The day of completion is in the future. Check the certificate.",
  class_sheet_closed: () => "This class was verified or withdrawn, so its sheet can no longer change.",
  class_parts_above_whole: ({ learners }) => `More than all learners (${learners}).`,
} satisfies SentencesOf<TrainingRefusal>;
