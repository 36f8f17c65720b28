import { can } from "#app/domain/access/can.ts";
import type { CampaignFacts } from "#app/domain/campaigns/campaign.ts";
import {
  type CampaignRefusal,
  judgeProposal,
  judgePublication,
  judgeWithdrawal,
} from "#app/domain/campaigns/judge-campaign.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockCampaign } from "./find-campaigns.server.ts";
import { ownersOf } from "./may-own.ts";

type Outcome = Verdict<null, CampaignRefusal | { code: "not_permitted" }>;

/** A campaign as somebody read it. */
interface ReadCampaign {
  readonly id: string;
  readonly revision: number;
}

/** The first of two persons: it stands still from here until it is published or taken back. */
export function proposeCampaign(caller: Caller, { id, revision }: ReadCampaign): Promise<Outcome> {
  return atCampaign(
    caller,
    "campaigns.propose",
    id,
    async (tx, { communeId, actorId, now, today }, known) => {
      if (!ownersOf(caller).includes(known.owner)) return refused({ code: "not_permitted" });
      if (known.proposedBy === actorId && known.publishedAt === null) return allowed(null);
      const sound = judgeProposal(known, today);
      if (!sound.ok) return sound;
      if (known.revision !== revision) return refused({ code: "campaign_changed_meanwhile" });
      await tx.campaign.update({
        where: { communeId_id: { communeId, id } },
        data: { proposedBy: actorId, proposedAt: now, revision: { increment: 1 } },
        select: { id: true },
      });
      return allowed(null);
    },
  );
}

/** The second of two persons: from here it stands as it is. */
export function publishCampaign(caller: Caller, { id, revision }: ReadCampaign): Promise<Outcome> {
  return atCampaign(
    caller,
    "campaigns.publish",
    id,
    async (tx, { communeId, actorId, now, today }, known) => {
      if (!can(caller.actor, "campaign.publish", { communeId }, today).ok)
        return refused({ code: "not_permitted" });
      const second = judgePublication(known, actorId, today);
      if (!second.ok) return second;
      if (known.revision !== revision) return refused({ code: "campaign_changed_meanwhile" });
      await tx.campaign.update({
        where: { communeId_id: { communeId, id } },
        data: { publishedBy: actorId, publishedAt: now, revision: { increment: 1 } },
        select: { id: true },
      });
      return allowed(null);
    },
  );
}

/** Takes the proposal back; the draft can be edited again. */
export function retractCampaign(caller: Caller, id: string): Promise<Outcome> {
  return atCampaign(caller, "campaigns.retract", id, async (tx, { communeId }, known) => {
    if (!ownersOf(caller).includes(known.owner)) return refused({ code: "not_permitted" });
    if (known.publishedAt !== null) return refused({ code: "campaign_stands" });
    await tx.campaign.updateMany({
      where: { communeId, id, proposedBy: { not: null } },
      data: { proposedBy: null, proposedAt: null, revision: { increment: 1 } },
    });
    return allowed(null);
  });
}

/** Drops what was drafted. */
export function discardCampaign(caller: Caller, id: string): Promise<Outcome> {
  return atCampaign(caller, "campaigns.discard", id, async (tx, { communeId }, known) => {
    if (!ownersOf(caller).includes(known.owner)) return refused({ code: "not_permitted" });
    if (known.publishedAt !== null) return refused({ code: "campaign_stands" });
    if (known.proposedBy !== null) return refused({ code: "campaign_waits_for_second" });
    await tx.campaign.deleteMany({ where: { communeId, id } });
    return allowed(null);
  });
}

/** Calls a published one off, while its first day has not come. */
export function callOffCampaign(
  caller: Caller,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Outcome> {
  return atCampaign(
    caller,
    "campaigns.call-off",
    id,
    async (tx, { communeId, actorId, now, today }, known) => {
      if (!ownersOf(caller).includes(known.owner) || known.publishedAt === null)
        return refused({ code: "not_permitted" });
      const verdict = judgeWithdrawal(known, today);
      if (!verdict.ok) return verdict;
      await tx.campaign.update({
        where: { communeId_id: { communeId, id } },
        data: { withdrawnBy: actorId, withdrawnAt: now, withdrawReason: reason },
        select: { id: true },
      });
      return allowed(null);
    },
  );
}

function atCampaign(
  caller: Caller,
  verb: string,
  id: string,
  work: (tx: Tx, act: RosterAct & { readonly actorId: string }, campaign: CampaignFacts) => Promise<Outcome>,
): Promise<Outcome> {
  return inRoster(caller, verb, async (tx, act): Promise<Outcome> => {
    const known = await lockCampaign(tx, act.communeId, id);
    return known ? work(tx, act, known) : refused({ code: "not_permitted" });
  });
}
