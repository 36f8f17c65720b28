import { createHash } from "node:crypto";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { judgeShift, minutesAt, type PointRefusal, SHIFT_KEY } from "#app/domain/campaigns/mobile-point.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import type { SubmitRefusal } from "#app/features/activity-log/submit-claims.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { atPoint } from "./at-point.server.ts";
import { type FoundPoint, findPoint, findPresent, type PresentMember } from "./find-points.server.ts";

type Refused = PointRefusal | SubmitRefusal | { readonly code: "not_permitted" };

/**
 * D10: the shift of somebody who was there for two hours becomes an ordinary record of theirs, verified by another
 * person like any other. Its name follows from point and member, so that a shift is one record however often it is sent.
 */
export async function logShift(
  caller: Caller,
  id: string,
): Promise<Verdict<{ readonly claimId: string }, Refused>> {
  const found = await findOwnPresence(caller, id);
  if (!found) return refused({ code: "not_permitted" });
  const { point, own } = found;
  const now = caller.now.getTime();
  const minutes = minutesAt(point, own, now);
  const verdict = judgeShift(minutes, own.claimId !== null);
  if (!verdict.ok) return verdict;
  const claimId = makeId(
    point.startsAt,
    createHash("sha256").update(`${SHIFT_KEY}/${point.id}/${own.memberId}`).digest().subarray(0, 10),
  );
  // From here the minutes stand, and with them the record.
  const left = await atPoint(caller, "mobile-points.leave", id, async (tx, { communeId }) => {
    await tx.mobileAttendance.updateMany({
      where: { communeId, pointId: id, memberId: own.memberId, leftAt: null },
      data: { leftAt: caller.now },
    });
    return allowed(null);
  });
  if (!left.ok) return left;
  const sent = await submitClaim(caller, {
    id: claimId,
    content: {
      activityKey: SHIFT_KEY,
      workDate: point.day,
      mode: "mobile_point",
      audience: "residents",
      place: point.place,
      note: point.name,
      link: null,
      visits: 0,
      minutes,
      counters: {},
      movements: point.movement === null ? [] : [point.movement],
      units: [PLAIN_UNIT],
      helpers: [],
      photos: [],
    },
  });
  if (!sent.ok) return sent;
  const kept = await atPoint(caller, "mobile-points.keep-shift", id, async (tx, { communeId }) => {
    await tx.mobileAttendance.updateMany({
      where: { communeId, pointId: id, memberId: own.memberId, claimId: null },
      data: { claimId },
    });
    return allowed(null);
  });
  return kept.ok ? allowed({ claimId }) : kept;
}

function findOwnPresence(
  caller: Caller,
  id: string,
): Promise<{ readonly point: FoundPoint; readonly own: PresentMember } | null> {
  const scope = caller.scope("mobile-points.find-shift");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const point = await findPoint(tx, communeId, id);
    const member = await findOwnMember(tx, communeId, caller.person.accountId);
    const own =
      point && (await findPresent(tx, communeId, id)).find(({ memberId }) => memberId === member?.id);
    return point && own ? { point, own } : null;
  });
}
