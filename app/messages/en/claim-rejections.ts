import type { ClaimRefusal, ClaimWordRefusal } from "#app/domain/activity/claim-refusals.ts";
import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { SentencesOf } from "../rejections.ts";

function on(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const claimRejections = {
  kind_unknown: () => "Choose a kind of work from the list.",
  kind_retired: ({ since }) => `This kind of work has not been used since ${on(since)}. Choose another.`,
  mode_not_allowed: () => "This work is not done in the way you chose. Choose another way.",
  work_in_future: ({ today }) => `That day has not come: today is ${on(today)}. Choose the day of the work.`,
  work_month_closed: ({ openFrom }) =>
    `The month of that day is closed; days from ${on(openFrom)} can be logged. For older work, ask the office to type a signed sheet.`,
  not_in_team_on_day: ({ workDate }) =>
    `On ${on(workDate)} this person was in no team. Choose another day, or ask the office.`,
  link_not_valid_address: () => "A link begins with http:// or https://. Copy it again and paste it.",
  units_missing: () => "No household, person or part of the work was chosen.",
  units_too_many: ({ maximum }) =>
    maximum === 1
      ? "This work is logged one at a time. Log the other one as a record of its own."
      : `At most ${maximum} people or households at a time. Split it into several records.`,
  unit_needs_service: () => "Choose the service that was shown.",
  service_unknown: () => "This service is not in the catalogue. Choose again.",
  service_retired: ({ since }) => `This service has not been used since ${on(since)}. Choose another.`,
  unit_needs_household: () => "Choose a household from the village's list.",
  unit_needs_outcome: () => "Choose the result: knows, can with help, or does it alone.",
  unit_needs_stage: () => "Choose the stage: tried out or recognised.",
  household_not_listed: () => "This household is not on the list. Choose again, or add it.",
  slot_not_listed: () => "This household has nobody in that place. Choose the person again.",
  unit_repeated: ({ first }) => `The same as line ${first}. Remove one of them.`,
  quantity_out_of_range: ({ maximum }) => `A number from 1 to ${maximum}.`,
  bonus_unknown: () => "This extra does not belong to the kind of work. Untick it and send again.",
  bonus_too_many: ({ maximum }) => `This extra counts at most ${maximum} times.`,
  check_not_of_kind: () => "What is ticked does not belong to this kind of work. Untick it and send again.",
  steps_and_quantity_differ: ({ steps }) =>
    `${steps} steps are ticked; the number of steps must be the same.`,
  orders_need_payment_account: () =>
    "A shop that takes orders needs a payment account or an e-wallet. Tick it once there is one.",
  commitment_needs_photo: () => "Add a photo of the promise of quality.",
  too_few_people: ({ minimum }) => `This work needs ${minimum} people or more.`,
  too_short_a_time: ({ minimum }) => `This work needs ${minimum} minutes or more. Write how many it took.`,
  visits_below_people: ({ people }) =>
    `${people} people are chosen, so there were at least ${people} visits.`,
  number_out_of_range: ({ minimum, maximum }) => `A number from ${minimum} to ${maximum}.`,
  too_many_named: ({ maximum }) => `Choose at most ${maximum}.`,
  named_twice: () => "Something is chosen twice. Remove one of them.",
  helper_is_self: () => "Whoever logs the work need not be chosen. Remove this name.",
  helper_not_in_team: () => "On that day this person was in no team. Remove the name, or choose another day.",
  photo_unknown: () => "This photo has not arrived. Remove it and choose it again.",
  claim_has_problems: () => "Something in the record needs mending. See the marked fields.",
  claim_id_reused: () => "The id of this record was used for other work. Open a new form and log it again.",
  claim_not_readable: () => "The record cannot be read. Open a new form and log it again.",
  paper_has_problems: () =>
    "Something on the sheet needs mending. No line was logged yet; see the marked fields.",
  claim_not_open: ({ state }) =>
    ({
      submitted: "The record is waiting to be verified; there is nothing to send again.",
      returned: "The record came back to be mended. Mend it and send it again.",
      withdrawn: "This record was withdrawn.",
      verified: "The record was verified. To change it, ask for a correction.",
      rejected: "The record was rejected.",
      reversed: "The record's verification was taken back.",
    })[state],
  claim_changed: () => "The record was just changed elsewhere. Look at the new one, then go on.",
  not_on_roster: () => "This account is on no roster. Ask the office.",
} satisfies SentencesOf<ClaimRefusal | ClaimWordRefusal>;

export const photoRejections = {
  photo_missing: () => "No photo was chosen.",
  photo_too_large: ({ maximumMegabytes }) =>
    `The photo is larger than ${maximumMegabytes} MB. Choose another, or take it smaller.`,
  photo_too_many_pixels: () => "The photo has too many pixels. Take it smaller and send it again.",
  photo_is_heic: () =>
    'An iPhone\'s HEIC photo cannot be read. In Settings, Camera, Formats choose "Most Compatible", or send a screenshot.',
  photo_not_a_picture: () => "This file is no JPEG, PNG or WebP picture. Choose another.",
  photo_unreadable: () => "The photo is damaged or did not arrive whole. Choose it again and send.",
  photo_busy: () => "Many photos are arriving at once. Wait a minute and send it again.",
  photo_id_reused: () => "The id of this sending was used for another photo. Choose the photo again.",
  photos_of_day_used_up: ({ maximum }) =>
    `${maximum} photos were sent today. Go on tomorrow; records can be sent without photos.`,
} satisfies SentencesOf<PhotoRefusal>;
