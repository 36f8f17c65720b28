import type { LocalDate } from "../calendar/local-date.ts";
import { type CampaignRule, FACTOR_NONE } from "./campaign.ts";

/** One unit of somebody's work, as far as campaigns look at it. */
interface WorkForCampaign {
  readonly workDate: LocalDate;
  readonly activityKey: string;
  readonly serviceKey: string | null;
  readonly movements: readonly string[];
  readonly teamId: number;
}

export interface CampaignFactor {
  readonly campaignId: string;
  readonly factor: number;
}

/** The same words as `tds_counts_for_campaign` of the database, which boards read by. */
function countsFor(campaign: CampaignRule, work: WorkForCampaign): boolean {
  const { activityKeys, serviceKeys, movement, teamIds } = campaign;
  return (
    campaign.startsOn <= work.workDate &&
    work.workDate <= campaign.endsOn &&
    (activityKeys.length === 0 || activityKeys.includes(work.activityKey)) &&
    (serviceKeys.length === 0 || (work.serviceKey !== null && serviceKeys.includes(work.serviceKey))) &&
    (movement === null || work.movements.includes(movement)) &&
    (teamIds.length === 0 || teamIds.includes(work.teamId))
  );
}

/**
 * D17: of several campaigns the one that multiplies most; then the one that began first. Factors are never multiplied
 * with each other, and never exceed what the rules of the month allow.
 */
export function factorOf(
  campaigns: readonly CampaignRule[],
  work: WorkForCampaign,
  atMost: number,
): CampaignFactor | null {
  let best: CampaignRule | null = null;
  for (const campaign of campaigns) {
    if (countsFor(campaign, work) && (best === null || comesBefore(campaign, best))) best = campaign;
  }
  const factor = Math.min(best?.factor ?? FACTOR_NONE, atMost);
  return best === null || factor <= FACTOR_NONE ? null : { campaignId: best.id, factor };
}

/** What the factor adds to these points, in hundredths and rounded down. */
export function extraOf(points: number, factor: number): number {
  return Math.floor((points * (factor - FACTOR_NONE)) / FACTOR_NONE);
}

function comesBefore(left: CampaignRule, right: CampaignRule): boolean {
  if (left.factor !== right.factor) return left.factor > right.factor;
  if (left.startsOn !== right.startsOn) return left.startsOn < right.startsOn;
  return left.id < right.id;
}
