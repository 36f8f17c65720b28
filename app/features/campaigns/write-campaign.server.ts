import type { CampaignContent } from "#app/domain/campaigns/campaign.ts";
import { type CampaignRefusal, judgeCampaign, judgeChange } from "#app/domain/campaigns/judge-campaign.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { lockCampaign } from "./find-campaigns.server.ts";
import { ownersOf } from "./may-own.ts";

interface CampaignWish {
  /** Made before it is sent: sending twice is one draft. */
  readonly id: string;
  /** Of the draft its writer had before them; 0 where there was none. */
  readonly revision: number;
  readonly content: CampaignContent;
}

/** A draft: nothing counts by it before two persons have published it. */
export function writeCampaign(
  caller: Caller,
  { id, revision, content }: CampaignWish,
): Promise<Verdict<null, CampaignRefusal | { code: "not_permitted" }>> {
  return inRoster(caller, "campaigns.write", async (tx, { communeId, actorId, now, today }) => {
    const owners = ownersOf(caller);
    const known = await lockCampaign(tx, communeId, id);
    if (!owners.includes(content.owner) || (known && !owners.includes(known.owner)))
      return refused({ code: "not_permitted" });
    if (known) {
      const change = judgeChange(known);
      if (!change.ok) return change;
      if (known.revision !== revision) return refused({ code: "campaign_changed_meanwhile" });
    }
    const { scheme } = await findSchemeOn(tx, communeId, today);
    const sound = judgeCampaign(content, scheme.limits.campaignFactorAtMost);
    if (!sound.ok) return sound;
    const { teamIds, startsOn, endsOn, documentDay, goals, activityKeys, serviceKeys, ...facts } = content;
    const teams = await tx.team.count({ where: { communeId, id: { in: [...teamIds] } } });
    if (teams !== new Set(teamIds).size) return refused({ code: "not_permitted" });
    const row = {
      ...facts,
      startsOn: toDatabaseDay(startsOn),
      endsOn: toDatabaseDay(endsOn),
      documentDay: documentDay && toDatabaseDay(documentDay),
      activityKeys: [...activityKeys],
      serviceKeys: [...serviceKeys],
      goals: goals.map(({ metric, number }) => ({ metric, number })),
      draftedBy: actorId,
      draftedAt: now,
    };
    await tx.campaign.upsert({
      where: { communeId_id: { communeId, id } },
      create: { communeId, id, ...row },
      update: { ...row, revision: { increment: 1 } },
      select: { id: true },
    });
    await tx.campaignTeam.deleteMany({ where: { communeId, campaignId: id } });
    await tx.campaignTeam.createMany({
      data: [...new Set(teamIds)].map((teamId) => ({ communeId, campaignId: id, teamId })),
    });
    return allowed(null);
  });
}
