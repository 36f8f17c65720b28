import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { type CampaignContent, type CampaignFacts, FACTOR_NONE } from "./campaign.ts";

export type CampaignRefusal =
  | { readonly code: "campaign_days_crossed" }
  | { readonly code: "campaign_too_long"; readonly days: number }
  | { readonly code: "campaign_factor_too_high"; readonly percent: number }
  | { readonly code: "campaign_goal_twice" }
  /** D17: announced before its first day, or not at all. */
  | { readonly code: "campaign_not_before_start"; readonly startsOn: LocalDate }
  | { readonly code: "campaign_needs_document" }
  | { readonly code: "campaign_needs_another_person" }
  | { readonly code: "campaign_not_proposed" }
  | { readonly code: "campaign_waits_for_second" }
  | { readonly code: "campaign_stands" }
  | { readonly code: "campaign_changed_meanwhile" }
  | { readonly code: "campaign_ended" };

const MOST_CAMPAIGN_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What may be written down; `atMost` is the factor the rules of the day allow. */
export function judgeCampaign(
  { startsOn, endsOn, factor, goals }: CampaignContent,
  atMost: number,
): Verdict<null, CampaignRefusal> {
  if (endsOn < startsOn) return refused({ code: "campaign_days_crossed" });
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS > MOST_CAMPAIGN_DAYS)
    return refused({ code: "campaign_too_long", days: MOST_CAMPAIGN_DAYS });
  if (factor > Math.max(FACTOR_NONE, atMost))
    return refused({ code: "campaign_factor_too_high", percent: Math.max(FACTOR_NONE, atMost) });
  if (new Set(goals.map(({ metric }) => metric)).size < goals.length)
    return refused({ code: "campaign_goal_twice" });
  return allowed(null);
}

/** Nothing that was published is edited, whatever its factor. */
export function judgeChange(
  campaign: Pick<CampaignFacts, "publishedAt" | "proposedBy">,
): Verdict<null, CampaignRefusal> {
  if (campaign.publishedAt !== null) return refused({ code: "campaign_stands" });
  if (campaign.proposedBy !== null) return refused({ code: "campaign_waits_for_second" });
  return allowed(null);
}

/** The first of two persons. */
export function judgeProposal(campaign: CampaignFacts, today: LocalDate): Verdict<null, CampaignRefusal> {
  const change = judgeChange(campaign);
  if (!change.ok) return change;
  return judgeAnnouncement(campaign, today);
}

/** The second: another person, while the first day has not come. */
export function judgePublication(
  campaign: CampaignFacts,
  publisher: string,
  today: LocalDate,
): Verdict<null, CampaignRefusal> {
  if (campaign.publishedAt !== null) return refused({ code: "campaign_stands" });
  if (campaign.proposedBy === null) return refused({ code: "campaign_not_proposed" });
  if (campaign.proposedBy === publisher) return refused({ code: "campaign_needs_another_person" });
  return judgeAnnouncement(campaign, today);
}

/** Called off before its first day; after that the work of its days counts as announced. */
export function judgeWithdrawal(campaign: CampaignFacts, today: LocalDate): Verdict<null, CampaignRefusal> {
  if (campaign.withdrawnAt !== null) return refused({ code: "campaign_stands" });
  return today < campaign.startsOn
    ? allowed(null)
    : refused({ code: "campaign_not_before_start", startsOn: campaign.startsOn });
}

function judgeAnnouncement(campaign: CampaignFacts, today: LocalDate): Verdict<null, CampaignRefusal> {
  if (today >= campaign.startsOn)
    return refused({ code: "campaign_not_before_start", startsOn: campaign.startsOn });
  const { documentNumber, documentDay, documentBody } = campaign;
  if (documentNumber === null || documentDay === null || documentBody === null)
    return refused({ code: "campaign_needs_document" });
  return allowed(null);
}
