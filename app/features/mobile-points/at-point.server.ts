import type { PointRefusal } from "#app/domain/campaigns/mobile-point.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import { refused } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type FoundPoint, lockPoint } from "./find-points.server.ts";
import { mayManagePoint } from "./may-host.ts";

export type PointOutcome = Verdict<null, PointRefusal | { readonly code: "not_permitted" }>;
export type PointAct = RosterAct & { readonly actorId: string };

/** One act at one point, alone with it; told to the open pages. */
export function atPoint(
  caller: Caller,
  verb: string,
  id: string,
  work: (tx: Tx, act: PointAct, point: FoundPoint) => Promise<PointOutcome>,
): Promise<PointOutcome> {
  return inRoster(caller, verb, async (tx, act): Promise<PointOutcome> => {
    const point = await lockPoint(tx, act.communeId, id);
    return point ? work(tx, act, point) : refused({ code: "not_permitted" });
  });
}

/** Whoever may set points up here, and whoever was made the host of this one. */
export async function mayHostPoint(tx: Tx, caller: Caller, point: FoundPoint): Promise<boolean> {
  if (mayManagePoint(caller, point.villageId)) return true;
  const { communeId, person } = caller;
  if (communeId === null) return false;
  const member = await findOwnMember(tx, communeId, person.accountId);
  if (!member) return false;
  const hosting = await tx.mobileAssignment.count({
    where: { communeId, pointId: point.id, memberId: member.id, part: "host" },
  });
  return hosting > 0;
}
