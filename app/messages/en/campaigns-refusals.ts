import type { CampaignRefusal } from "#app/domain/campaigns/judge-campaign.ts";
import type { PointRefusal } from "#app/domain/campaigns/mobile-point.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const campaignRejections = {
  campaign_days_crossed: () => "The last day must not lie before the first.",
  campaign_too_long: ({ days }) => `A campaign lasts ${days} days at most.`,
  campaign_factor_too_high: ({ percent }) => `The rules in use allow ${percent}% at most.`,
  campaign_goal_twice: () => "One goal for each figure.",
  campaign_not_before_start: ({ startsOn }) =>
    `Announce or call off before the first day (${dayInFigures(startsOn)}). From then on it stands as announced.`,
  campaign_needs_document: () => "Give number, day and issuer of the launching document first.",
  campaign_needs_another_person: () => "Whoever proposes does not publish. Ask a second person.",
  campaign_not_proposed: () => "Nobody has proposed it yet.",
  campaign_waits_for_second: () => "It waits for the second person. Take the proposal back to change it.",
  campaign_stands: () => "It was published and stands as it is.",
  campaign_changed_meanwhile: () => "Somebody else has just changed it. Load the page again.",
  campaign_ended: () => "The campaign is over.",
} satisfies SentencesOf<CampaignRefusal>;

export const mobilePointRejections = {
  point_times_crossed: () => "The end must come after the beginning, on the same day.",
  point_day_past: ({ today }) => `Choose today (${dayInFigures(today)}) or a later day.`,
  point_code_stale: () => "The code is old or wrong. Scan the one on the screen now.",
  point_not_open: () => "Presence is taken from an hour before to an hour after.",
  point_closed: () => "The point is closed.",
  point_shift_short: ({ minutes, least }) =>
    `A shift counts from ${least} minutes; you were there for ${minutes}. Log each person you guided as usual.`,
  point_shift_logged: () => "This shift is logged already.",
} satisfies SentencesOf<PointRefusal>;
