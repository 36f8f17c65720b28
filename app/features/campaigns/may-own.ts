import { can } from "#app/domain/access/can.ts";
import type { CampaignOwner } from "#app/domain/campaigns/campaign.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Whose campaigns the caller may write: the office all of them, the Youth Union its own (D05). */
export function ownersOf({
  actor,
  communeId,
  today,
}: Pick<Caller, "actor" | "communeId" | "today">): CampaignOwner[] {
  if (communeId === null) return [];
  const verdict = can(actor, "campaign.manage", { communeId }, today);
  if (!verdict.ok) return [];
  const roles = verdict.value.grants.map(({ role }) => role);
  return roles.includes("office") ? ["commune", "youth_union"] : ["youth_union"];
}
