import { can } from "#app/domain/access/can.ts";
import type { PartView } from "#app/domain/orders/order.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

type Asker = Pick<Caller, "actor" | "communeId" | "today">;
type Place = Pick<PartView, "teamId" | "memberId" | "givenTo">;

/** Teams the caller leads, or stands in for the leader of. */
export function ledTeams({ actor, communeId, today }: Asker): ReadonlySet<number> {
  const verdict = can(actor, "order.give", null, today);
  const grants = verdict.ok ? verdict.value.grants : [];
  return new Set(
    grants.flatMap((grant) => (grant.communeId === communeId && grant.teamId !== null ? [grant.teamId] : [])),
  );
}

function ordersTeams({ actor, communeId, today }: Asker): boolean {
  return communeId !== null && can(actor, "order.give-teams", { communeId }, today).ok;
}

/** Who gave it, or whoever holds that place now. */
export function mayDirect(caller: Asker, part: Place): boolean {
  return part.givenTo === "members" ? ledTeams(caller).has(part.teamId) : ordersTeams(caller);
}

/** Whose it is to do: the member's own, or of those who lead the team. */
export function mayPerform(caller: Asker, part: Place, ownMemberId: string | null): boolean {
  if (part.givenTo === "teams") return ledTeams(caller).has(part.teamId);
  return part.memberId !== null && part.memberId === ownMemberId;
}
