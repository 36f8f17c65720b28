import type { PointPart } from "#app/domain/campaigns/mobile-point.ts";
import { allowed, refused } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { atPoint, mayHostPoint, type PointOutcome } from "./at-point.server.ts";

interface Assignment {
  readonly memberId: string;
  readonly station: number | null;
  readonly part: PointPart;
}

/** D12: who stands where. Said again, the latest word holds. */
export function assignToPoint(caller: Caller, id: string, wish: Assignment): Promise<PointOutcome> {
  return atPoint(caller, "mobile-points.assign", id, async (tx, { communeId, actorId, now }, point) => {
    const { memberId, station, part } = wish;
    if (!(await mayHostPoint(tx, caller, point))) return refused({ code: "not_permitted" });
    if (point.closedAt !== null) return refused({ code: "point_closed" });
    const isKnown = station === null || point.stations.some(({ ordinal }) => ordinal === station);
    const members = await tx.member.count({ where: { communeId, id: memberId, erasedAt: null } });
    if (!isKnown || members === 0) return refused({ code: "not_permitted" });
    const facts = { station, part, madeBy: actorId, madeAt: now };
    await tx.mobileAssignment.upsert({
      where: { communeId_pointId_memberId: { communeId, pointId: id, memberId } },
      create: { communeId, pointId: id, memberId, ...facts },
      update: facts,
      select: { memberId: true },
    });
    return allowed(null);
  });
}

export function unassignFromPoint(caller: Caller, id: string, memberId: string): Promise<PointOutcome> {
  return atPoint(caller, "mobile-points.unassign", id, async (tx, { communeId }, point) => {
    if (!(await mayHostPoint(tx, caller, point))) return refused({ code: "not_permitted" });
    if (point.closedAt !== null) return refused({ code: "point_closed" });
    await tx.mobileAssignment.deleteMany({ where: { communeId, pointId: id, memberId } });
    return allowed(null);
  });
}
