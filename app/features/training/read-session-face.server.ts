import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSession, type SessionView } from "./find-sessions.server.ts";
import { findOwnTopics, type OwnTopic } from "./find-topics.server.ts";

export interface SessionFace {
  readonly session: SessionView;
  readonly ownTopics: readonly OwnTopic[];
  /** The caller's own attendance. */
  readonly isPresent: boolean;
  readonly hasClaim: boolean;
}

/** What somebody at the door sees of a session: no names of others. */
export function readSessionFace(caller: Caller, sessionId: string): Promise<SessionFace | null> {
  const scope = caller.scope("training.read-face");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const session = await findSession(tx, communeId, sessionId);
    if (!session) return null;
    const [own] = await tx.$queryRaw<{ claimId: string | null }[]>`
      select a.claim_id as "claimId" from training_attendance a
        join member m on m.commune_id = a.commune_id and m.id = a.member_id
       where a.commune_id = ${communeId} and a.session_id = ${sessionId}::uuid and a.state = 'present'
         and m.account_id = ${caller.person.accountId}::uuid`;
    return {
      session,
      ownTopics: await findOwnTopics(tx, communeId),
      isPresent: own !== undefined,
      hasClaim: own?.claimId != null,
    };
  });
}
