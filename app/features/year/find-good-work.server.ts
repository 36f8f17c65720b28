import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CampaignGoal } from "#app/domain/campaigns/campaign.ts";
import type { VillageLine } from "#app/domain/year/carriers.ts";
import { countCampaign, progressOf } from "#app/features/campaigns/count-campaign.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { CAMPAIGN_VILLAGES, ENDED_CAMPAIGNS, INITIATIVES, STORIES } from "./facts.sql.ts";

export interface Days {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** One thing a village is credited with, and where it is kept. */
export interface GoodDeed {
  readonly key: "recognised" | "replicated" | "story";
  readonly id: string;
  readonly title: string;
  readonly day: LocalDate;
  readonly villageId: number;
}

interface InitiativeRow {
  readonly id: string;
  readonly title: string;
  readonly act: "recognise" | "replicate";
  readonly day: LocalDate;
  readonly villageId: number;
  readonly placeId: number | null;
}

/** What was recognised, taken up elsewhere and published in the span, by the village that carries it. */
export async function findGoodDeeds(
  tx: Tx,
  communeId: number,
  { firstDay, lastDay }: Days,
  { carrierOf }: VillageLine,
): Promise<GoodDeed[]> {
  const steps = await tx.$queryRawUnsafe<InitiativeRow[]>(INITIATIVES, communeId, firstDay, lastDay);
  const stories = await tx.$queryRawUnsafe<Omit<GoodDeed, "key">[]>(STORIES, communeId, firstDay, lastDay);
  const deeds = new Map<string, GoodDeed>();
  for (const { id, title, act, day, placeId, ...row } of steps) {
    const villageId = carrierOf(row.villageId);
    const key = act === "recognise" ? "recognised" : "replicated";
    // Taken up by the village itself is not "elsewhere"; taken up twice is one initiative that spread.
    if (key === "replicated" && (placeId === null || carrierOf(placeId) === villageId)) continue;
    if (!deeds.has(`${key}/${id}`)) deeds.set(`${key}/${id}`, { key, id, title, day, villageId });
  }
  return [
    ...deeds.values(),
    ...stories.map((story) => ({ key: "story" as const, ...story, villageId: carrierOf(story.villageId) })),
  ];
}

export interface EndedCampaign {
  readonly id: string;
  readonly name: string;
  /** Of its goals, those that were reached. */
  readonly reached: number;
  /** Villages that took part with verified work, by those that carry them. */
  readonly villages: ReadonlySet<number>;
}

export async function findEndedCampaigns(
  tx: Tx,
  communeId: number,
  { firstDay, lastDay }: Days,
  { carrierOf }: VillageLine,
): Promise<EndedCampaign[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string; name: string; goals: CampaignGoal[] }[]>(
    ENDED_CAMPAIGNS,
    communeId,
    firstDay,
    lastDay,
  );
  const campaigns: EndedCampaign[] = [];
  for (const { id, name, goals } of rows) {
    const progress = progressOf(goals, await countCampaign(tx, communeId, id));
    const villages = await tx.$queryRawUnsafe<{ villageId: number }[]>(CAMPAIGN_VILLAGES, communeId, id);
    campaigns.push({
      id,
      name,
      reached: progress.filter(({ reached, number }) => reached >= number).length,
      villages: new Set(villages.map(({ villageId }) => carrierOf(villageId))),
    });
  }
  return campaigns;
}
