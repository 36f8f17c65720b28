import { type CampaignFacts, type Participation, phaseOf } from "#app/domain/campaigns/campaign.ts";
import type { CampaignRefusal } from "#app/domain/campaigns/judge-campaign.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCampaign } from "./find-campaigns.server.ts";
import { ownersOf } from "./may-own.ts";

type Outcome = Verdict<
  null,
  Extract<CampaignRefusal, { code: "campaign_ended" }> | { code: "not_permitted" }
>;

/** D18: "Tôi tham gia đợt này", for oneself. Null takes the name off again. */
export function joinCampaign(
  caller: Caller,
  id: string,
  participation: Participation | null,
): Promise<Outcome> {
  return inRoster(caller, "campaigns.join", async (tx, act): Promise<Outcome> => {
    const campaign = await findCampaign(tx, act.communeId, id);
    const member = await findOwnMember(tx, act.communeId, act.actorId);
    if (!campaign || campaign.publishedAt === null || !member) return refused({ code: "not_permitted" });
    return enrol(tx, act, campaign, member.id, participation);
  });
}

/** The owner's own list: whoever was assigned (D18, L26). */
export function listInCampaign(
  caller: Caller,
  { id, memberId, participation }: { id: string; memberId: string; participation: Participation | null },
): Promise<Outcome> {
  return inRoster(caller, "campaigns.list", async (tx, act): Promise<Outcome> => {
    const campaign = await findCampaign(tx, act.communeId, id);
    if (!campaign || campaign.publishedAt === null || !ownersOf(caller).includes(campaign.owner))
      return refused({ code: "not_permitted" });
    const known = await tx.member.count({
      where: { communeId: act.communeId, id: memberId, erasedAt: null },
    });
    if (known === 0) return refused({ code: "not_permitted" });
    return enrol(tx, act, campaign, memberId, participation);
  });
}

async function enrol(
  tx: Tx,
  { communeId, actorId, now, today }: RosterAct & { readonly actorId: string },
  campaign: CampaignFacts,
  memberId: string,
  participation: Participation | null,
): Promise<Outcome> {
  const phase = phaseOf(campaign, today);
  if (phase === "ended" || phase === "withdrawn") return refused({ code: "campaign_ended" });
  const key = { communeId, campaignId: campaign.id, memberId };
  if (participation === null) {
    await tx.campaignMember.updateMany({ where: { ...key, leftAt: null }, data: { leftAt: now } });
    return allowed(null);
  }
  await tx.campaignMember.upsert({
    where: { communeId_campaignId_memberId: key },
    create: { ...key, participation, joinedBy: actorId, joinedAt: now },
    update: { participation, leftAt: null },
    select: { memberId: true },
  });
  return allowed(null);
}
