import { can } from "#app/domain/access/can.ts";
import type { LedgerCaller } from "./decide-claims.server.ts";

/** One's own points; a team's leader sees the team's, the office and the commune's leader everybody's. */
export function maySeePoints(
  { actor, today }: Pick<LedgerCaller, "actor" | "today">,
  member: {
    readonly communeId: number;
    readonly accountId: string | null;
    readonly teamIds: readonly number[];
  },
): boolean {
  const { communeId } = member;
  if (member.accountId === actor.accountId) return can(actor, "activity.read-own", null, today).ok;
  if (can(actor, "activity.read-office", { communeId }, today).ok) return true;
  const verdict = can(actor, "activity.verify", null, today);
  return (
    verdict.ok &&
    verdict.value.grants.some(
      (grant) =>
        grant.communeId === communeId && grant.teamId !== null && member.teamIds.includes(grant.teamId),
    )
  );
}
