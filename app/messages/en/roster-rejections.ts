import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

const dayOf = (date: LocalDate) => {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
};

export const rosterRejections = {
  membership_ends_before_it_starts: () => "The last day cannot be before the first.",
  membership_overlaps: ({ from, until }) =>
    until === null
      ? `This person is in the team since ${dayOf(from)}. Change the role instead of adding again.`
      : `This person was in the team from ${dayOf(from)} to ${dayOf(until)}. Choose other days.`,
  membership_starts_later: ({ from }) => `This person joins on ${dayOf(from)}. Choose that day or later.`,
  membership_already_ended: ({ until }) => `This person left on ${dayOf(until)}.`,
  campaign_needs_end: () => "Somebody who joins for a campaign needs a last day.",
  campaign_needs_name: () => "Name the campaign this person joins.",
  guest_only_member: () => "Somebody here for a campaign is a member, not a leader, deputy or stand-in.",
  team_ended: ({ until }) => `The team ended on ${dayOf(until)}.`,
  team_needs_village: (_facts, { village }) => `A village team, and no other, belongs to one ${village}.`,
  team_needs_school: () => "A school team, and no other, names its school.",
  decision_incomplete: () => "Fill in both number and date of the decision, or neither.",
  member_phone_known: ({ name }) => `This number is ${name}'s. Open that person and add them to the team.`,
  member_erased: () => "This person's facts were erased at their request.",
  account_needed: () => "Make an account for this person first.",
  delegation_ends_before_it_starts: () => "The last day cannot be before the first.",
  delegation_too_long: ({ maximumDays }) =>
    `${maximumDays} days at most. For longer, change the leader by decision.`,
  delegation_in_the_past: () => "These days are over.",
  delegation_overlaps: ({ from, until }) => `Somebody stands in from ${dayOf(from)} to ${dayOf(until)}.`,
  delegate_not_in_team: () => "This person is not in the team on that day.",
} satisfies SentencesOf<RosterRefusal>;
