import { judgePresence } from "#app/domain/campaigns/mobile-point.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { atPoint, mayHostPoint, type PointAct, type PointOutcome } from "./at-point.server.ts";
import type { FoundPoint } from "./find-points.server.ts";
import { isPresenceCode } from "./presence-code.ts";

/** Codes are short because people type them. */
const TRIES: ThrottleRule = { name: "presence-code", points: 12, perSeconds: 600 };

type ByCode = PointOutcome | Verdict<null, { readonly code: "try_later"; readonly seconds: number }>;

/** D11: "Tôi có mặt", by the code on the host's screen. Scanning again changes the station at most. */
export async function attendPoint(
  caller: Caller,
  id: string,
  { code, station }: { readonly code: string; readonly station: number | null },
): Promise<ByCode> {
  const { platform, person, communeId, now } = caller;
  if (communeId === null) return refused({ code: "not_permitted" });
  if (!isPresenceCode(platform.keys, { communeId, pointId: id, now: now.getTime() }, code)) {
    const budget = await platform.throttle.spend(TRIES, person.accountId);
    return budget.ok
      ? refused({ code: "point_code_stale" })
      : refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
  }
  return atPoint(caller, "mobile-points.attend", id, async (tx, act, point): Promise<PointOutcome> => {
    const member = await findOwnMember(tx, communeId, person.accountId);
    if (!member || member.erasedAt !== null) return refused({ code: "not_permitted" });
    return writePresence(tx, act, point, { memberId: member.id, station, channel: "code" });
  });
}

/** For whoever has no phone at hand: the host writes them down. */
export function markPresent(caller: Caller, id: string, memberId: string): Promise<PointOutcome> {
  return atPoint(caller, "mobile-points.mark", id, async (tx, act, point): Promise<PointOutcome> => {
    if (!(await mayHostPoint(tx, caller, point))) return refused({ code: "not_permitted" });
    const own = await findOwnMember(tx, act.communeId, act.actorId);
    const known = await tx.member.count({
      where: { communeId: act.communeId, id: memberId, erasedAt: null },
    });
    // Nobody is a witness of their own presence: a host scans the code like everybody.
    if (known === 0 || own?.id === memberId) return refused({ code: "not_permitted" });
    return writePresence(tx, act, point, { memberId, station: null, channel: "list" });
  });
}

/** "Tôi về". */
export function leavePoint(caller: Caller, id: string): Promise<PointOutcome> {
  return atPoint(caller, "mobile-points.leave", id, async (tx, { communeId, actorId, now }) => {
    const member = await findOwnMember(tx, communeId, actorId);
    if (!member) return refused({ code: "not_permitted" });
    await tx.mobileAttendance.updateMany({
      where: { communeId, pointId: id, memberId: member.id, leftAt: null },
      data: { leftAt: now },
    });
    return allowed(null);
  });
}

/** The host ends it: whoever is still there leaves at this moment. */
export function closePoint(caller: Caller, id: string): Promise<PointOutcome> {
  return atPoint(caller, "mobile-points.close", id, async (tx, { communeId, actorId, now }, point) => {
    if (!(await mayHostPoint(tx, caller, point))) return refused({ code: "not_permitted" });
    if (point.closedAt !== null) return allowed(null);
    await tx.mobileAttendance.updateMany({
      where: { communeId, pointId: id, leftAt: null },
      data: { leftAt: now },
    });
    await tx.mobilePoint.updateMany({
      where: { communeId, id, closedAt: null },
      data: { closedAt: now, closedBy: actorId },
    });
    return allowed(null);
  });
}

async function writePresence(
  tx: Tx,
  { communeId, actorId, now }: PointAct,
  point: FoundPoint,
  wish: { readonly memberId: string; readonly station: number | null; readonly channel: "code" | "list" },
): Promise<PointOutcome> {
  const open = judgePresence(point, now.getTime());
  if (!open.ok) return open;
  const { memberId, channel } = wish;
  const assigned = await tx.mobileAssignment.findUnique({
    where: { communeId_pointId_memberId: { communeId, pointId: point.id, memberId } },
    select: { station: true },
  });
  const station = wish.station ?? assigned?.station ?? null;
  if (station !== null && !point.stations.some(({ ordinal }) => ordinal === station))
    return refused({ code: "not_permitted" });
  await tx.mobileAttendance.upsert({
    where: { communeId_pointId_memberId: { communeId, pointId: point.id, memberId } },
    create: { communeId, pointId: point.id, memberId, station, channel, cameAt: now, recordedBy: actorId },
    update: wish.station === null ? {} : { station },
    select: { memberId: true },
  });
  return allowed(null);
}
