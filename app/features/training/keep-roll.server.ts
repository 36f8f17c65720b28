import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { isInvited } from "#app/domain/training/training-session.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { noteClaim } from "./check-in.server.ts";
import { claimListedSession } from "./claim-training.server.ts";
import { findAttendance, findSession, type SessionView } from "./find-sessions.server.ts";
import { findTrainees, type NamedTrainee } from "./find-training-book.server.ts";
import { isLookedAfter, maySessionBeKept, trainingReach } from "./reach.ts";

type RollRefusal =
  | Extract<
      TrainingRefusal,
      { code: "training_called_off" | "training_not_yet" | "training_is_you" | "training_over" }
    >
  | { readonly code: "not_permitted" };

export interface Roll {
  readonly present: readonly string[];
  readonly listed: readonly string[];
}

/**
 * G01: the organiser's list. Who is ticked was there; who was ticked before and is no more was not, unless the work was
 * already written down as a record. Nobody ticks himself.
 */
export async function keepRoll(
  caller: Caller,
  sessionId: string,
  { present, listed }: Roll,
): Promise<Verdict<{ readonly kept: number }, RollRefusal>> {
  const verdict = await inRoster(
    caller,
    "training.keep-roll",
    async (tx, { communeId, actorId, now, today }) => {
      const session = await findSession(tx, communeId, sessionId);
      if (!session || !maySessionBeKept(caller, session)) return refused({ code: "not_permitted" } as const);
      if (session.cancelledWhy !== null) return refused({ code: "training_called_off" } as const);
      if (session.heldOn > today)
        return refused({ code: "training_not_yet", heldOn: session.heldOn } as const);
      const shown = new Set([...listed, ...present]);
      const reach = trainingReach(caller);
      const members = (await findTrainees(tx, communeId)).filter(
        (member) => shown.has(member.memberId) && isLookedAfter(reach, member, session.heldOn),
      );
      if (members.length < shown.size) return refused({ code: "not_permitted" } as const);
      const before = new Map(
        (await findAttendance(tx, communeId, sessionId)).map((row) => [row.memberId, row]),
      );
      const ticked = new Set(present);
      let kept = 0;
      for (const { memberId, accountId } of members) {
        const row = before.get(memberId);
        const isThere = ticked.has(memberId);
        if (isThere === (row?.state === "present")) continue;
        if (accountId === actorId) return refused({ code: "training_is_you" } as const);
        if (!isThere && row?.claimId) {
          kept += 1;
          continue;
        }
        if (!isThere && row?.state !== "present") continue;
        await write(tx, {
          communeId,
          sessionId,
          memberId,
          state: isThere ? "present" : "absent",
          actorId,
          now,
        });
      }
      return allowed({ session, kept });
    },
  );
  if (!verdict.ok) return verdict;
  if (verdict.value.session.isMandatory) await writeClaims(caller, verdict.value.session);
  return allowed({ kept: verdict.value.kept });
}

interface RollLine {
  readonly communeId: number;
  readonly sessionId: string;
  readonly memberId: string;
  readonly state: "present" | "absent" | "excused";
  readonly actorId: string;
  readonly now: Date;
  readonly reason?: string;
}

function write(tx: Tx, { communeId, sessionId, memberId, state, actorId, now, reason }: RollLine) {
  return tx.$executeRaw`
    insert into training_attendance (commune_id, session_id, member_id, state, way, reason, recorded_by, recorded_at)
    values (${communeId}, ${sessionId}::uuid, ${memberId}::uuid, ${state}, 'list', ${reason ?? null},
            ${actorId}::uuid, ${now})
    on conflict (commune_id, session_id, member_id) do update
       set state = excluded.state, way = 'list', recorded_by = excluded.recorded_by,
           recorded_at = excluded.recorded_at, reason = coalesce(excluded.reason, training_attendance.reason)`;
}

/** Whoever is on the list and has no record yet; what one round could not finish, the next press does. */
async function writeClaims(caller: Caller, session: SessionView): Promise<void> {
  const { communeId } = caller;
  if (communeId === null) return;
  const waiting = await caller.platform.db.withCommunes(caller.scope("training.find-unclaimed"), async (tx) =>
    (await findAttendance(tx, communeId, session.id)).filter(
      ({ state, claimId }) => state === "present" && claimId === null,
    ),
  );
  for (const { memberId } of waiting) {
    const claimId = await claimListedSession(caller, memberId, session);
    if (claimId !== null) await noteClaim(caller, session.id, memberId, claimId);
  }
}

/** G01: leave with a reason, given by the organiser or asked for by the member; never one's own. */
export function excuse(
  caller: Caller,
  sessionId: string,
  { memberId, reason }: { readonly memberId: string; readonly reason: string | null },
): Promise<Verdict<null, RollRefusal>> {
  return inRoster(caller, "training.excuse", async (tx, { communeId, actorId, now }) => {
    const found = await findPair(tx, communeId, sessionId, memberId);
    if (!found || !maySessionBeKept(caller, found.session))
      return refused({ code: "not_permitted" } as const);
    if (found.member.accountId === actorId) return refused({ code: "training_is_you" } as const);
    if (found.session.cancelledWhy !== null) return refused({ code: "training_called_off" } as const);
    const [row] = (await findAttendance(tx, communeId, sessionId)).filter(
      (each) => each.memberId === memberId,
    );
    const why = reason ?? row?.reason ?? null;
    if (why === null || row?.state === "present") return refused({ code: "not_permitted" } as const);
    await write(tx, { communeId, sessionId, memberId, state: "excused", actorId, now, reason: why });
    return allowed(null);
  });
}

/** The member asks before the session is over; until somebody answers it counts as owed. */
export function askExcuse(
  caller: Caller,
  { sessionId, reason }: { readonly sessionId: string; readonly reason: string },
): Promise<Verdict<null, RollRefusal>> {
  return inRoster(caller, "training.ask-excuse", async (tx, { communeId, actorId, now, today }) => {
    const own = await tx.member.findFirst({ where: { communeId, accountId: actorId }, select: { id: true } });
    const found = own && (await findPair(tx, communeId, sessionId, own.id));
    if (!found || !isInvited(found.session, found.member)) return refused({ code: "not_permitted" } as const);
    if (found.session.cancelledWhy !== null) return refused({ code: "training_called_off" } as const);
    if (found.session.heldOn < today) return refused({ code: "training_over" } as const);
    await tx.$executeRaw`
      insert into training_attendance (commune_id, session_id, member_id, state, way, reason, recorded_by, recorded_at)
      values (${communeId}, ${sessionId}::uuid, ${own.id}::uuid, 'asked', 'own', ${reason}, ${actorId}::uuid, ${now})
      on conflict (commune_id, session_id, member_id) do update
         set state = 'asked', way = 'own', reason = excluded.reason, recorded_by = excluded.recorded_by,
             recorded_at = excluded.recorded_at
       where training_attendance.state in ('absent', 'asked')`;
    return allowed(null);
  });
}

async function findPair(
  tx: Tx,
  communeId: number,
  sessionId: string,
  memberId: string,
): Promise<{ readonly session: SessionView; readonly member: NamedTrainee } | null> {
  const session = await findSession(tx, communeId, sessionId);
  const [member] = await findTrainees(tx, communeId, memberId);
  return session && member ? { session, member } : null;
}
