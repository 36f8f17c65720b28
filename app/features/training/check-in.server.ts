import { codeAt, codeEndsAt, isCodeGood } from "#app/domain/training/attendance-code.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { isDoorOpen, isInvited } from "#app/domain/training/training-session.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { claimOwnSession } from "./claim-training.server.ts";
import { findSession, findSessions, type SessionView } from "./find-sessions.server.ts";
import { findTrainees } from "./find-training-book.server.ts";
import { moment } from "./read-training-rates.server.ts";

/** Six figures cannot be guessed in as many tries. */
const CODE_TRIES: ThrottleRule = { name: "training-code", points: 12, perSeconds: 600 };

export type CheckInRefusal =
  | Extract<
      TrainingRefusal,
      { code: "training_code_wrong" | "training_door_closed" | "training_called_off" | "training_full" }
    >
  | { readonly code: "try_later"; readonly seconds: number }
  | { readonly code: "not_permitted" };

export interface CheckedIn {
  readonly session: Pick<SessionView, "id" | "title">;
  /** The record that waits for its verifier; null where the session earns nothing. */
  readonly claimId: string | null;
}

function signer({ keys }: Pick<Platform, "keys">, communeId: number) {
  return (text: string) => keys.fingerprint(`commune:${communeId}:training-code`, text);
}

/** What the host's screen shows now, and how long. */
export function screenCode(caller: Caller, communeId: number, sessionId: string) {
  const now = caller.now.getTime();
  return {
    code: codeAt(signer(caller.platform, communeId), sessionId, now),
    secondsLeft: Math.ceil((codeEndsAt(now) - now) / 1000),
  };
}

/** G01: the member is there and says so with the code of this minute. */
export async function checkIn(
  caller: Caller,
  { sessionId: named, code }: { readonly sessionId: string | null; readonly code: string },
): Promise<Verdict<CheckedIn, CheckInRefusal>> {
  const { platform, person, now } = caller;
  const budget = await platform.throttle.spend(CODE_TRIES, person.accountId);
  if (!budget.ok) return refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
  const scope = caller.scope("training.check-in");
  const communeId = onlyCommune(scope);
  const { today, minuteOfDay } = moment(now);
  const verdict = await platform.db.withCommunes(scope, async (tx) => {
    const session = await chooseSession(tx, caller, communeId, named, code);
    const own = await tx.member.findFirst({
      where: { communeId, accountId: person.accountId },
      select: { id: true },
    });
    if (!own) return refused({ code: "not_permitted" } as const);
    if (!session) return refused({ code: "training_code_wrong" } as const);
    const sessionId = session.id;
    if (session.cancelledWhy !== null) return refused({ code: "training_called_off" } as const);
    if (!isDoorOpen(session, today, minuteOfDay))
      return refused({ code: "training_door_closed", heldOn: session.heldOn } as const);
    if (!isCodeGood(signer(platform, communeId), sessionId, code, now.getTime()))
      return refused({ code: "training_code_wrong" } as const);
    await tx.$executeRaw`
      select from training_session where commune_id = ${communeId} and id = ${sessionId}::uuid for update`;
    const [trainee] = await findTrainees(tx, communeId, own.id);
    // Whoever was asked to come always finds room; others as long as there is some.
    if (session.capacity !== null && !(trainee && isInvited(session, trainee))) {
      const taken = await tx.trainingAttendance.count({ where: { communeId, sessionId, state: "present" } });
      if (taken >= session.capacity)
        return refused({ code: "training_full", capacity: session.capacity } as const);
    }
    await tx.$executeRaw`
      insert into training_attendance (commune_id, session_id, member_id, state, way, recorded_by, recorded_at)
      values (${communeId}, ${sessionId}::uuid, ${own.id}::uuid, 'present', 'code', ${person.accountId}::uuid, ${now})
      on conflict (commune_id, session_id, member_id) do update
         set state = 'present', way = 'code', recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
       where training_attendance.state <> 'present'`;
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ session, memberId: own.id });
  });
  if (!verdict.ok) return verdict;
  await platform.throttle.forgive(CODE_TRIES, person.accountId);
  const { session, memberId } = verdict.value;
  const claimId = session.isMandatory ? await claimOwnSession(caller, memberId, session) : null;
  if (claimId !== null) await noteClaim(caller, session.id, memberId, claimId);
  return allowed({ session: { id: session.id, title: session.title }, claimId });
}

/** The session a scanned address names; of a code typed by hand, the one of today whose screen shows it. */
async function chooseSession(
  tx: Tx,
  { platform, now }: Caller,
  communeId: number,
  named: string | null,
  code: string,
): Promise<SessionView | null> {
  if (named !== null) return findSession(tx, communeId, named);
  const { today, minuteOfDay } = moment(now);
  const open = (await findSessions(tx, communeId, { from: today })).filter(
    (session) => session.cancelledWhy === null && isDoorOpen(session, today, minuteOfDay),
  );
  const sign = signer(platform, communeId);
  return open.find(({ id }) => isCodeGood(sign, id, code, now.getTime())) ?? null;
}

/** The attendance names the record it led to. */
export function noteClaim(caller: Caller, sessionId: string, memberId: string, claimId: string) {
  const scope = caller.scope("training.note-claim");
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$executeRaw`
      update training_attendance a set claim_id = c.id from claim c
       where a.commune_id = ${onlyCommune(scope)} and a.session_id = ${sessionId}::uuid
         and a.member_id = ${memberId}::uuid and a.claim_id is null
         and c.commune_id = a.commune_id and c.id = ${claimId}::uuid and c.member_id = a.member_id`,
  );
}
