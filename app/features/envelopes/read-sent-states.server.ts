import type { ClaimState } from "#app/domain/activity/claim.ts";
import { isId } from "#app/domain/ids.ts";
import type { HeldNote } from "#app/domain/offline/envelope.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findHeld } from "./hold-claims.server.ts";

export interface SentState {
  readonly id: string;
  readonly state: ClaimState | null;
  readonly held: HeldNote | null;
}

const AT_MOST = 200;

/** What became of records this person sent, for the phone that keeps their list. Others' records are unknown ones. */
export async function readSentStates(
  caller: Caller,
  asked: readonly string[],
): Promise<readonly SentState[]> {
  const ids = [...new Set(asked)].filter(isId).slice(0, AT_MOST);
  const scope = caller.scope("envelopes.read-sent-states");
  const communeId = onlyCommune(scope);
  const { accountId } = caller.person;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const claims = await tx.claim.findMany({
      where: { communeId, enteredBy: accountId, id: { in: ids } },
      select: { id: true, state: true },
    });
    const states = new Map(claims.map(({ id, state }) => [id, state as ClaimState]));
    const held = await findHeld(tx, communeId, accountId, ids);
    return ids.map((id) => {
      const note = held.get(id);
      return {
        id,
        state: states.get(id) ?? null,
        held: note ? { reason: note.reason, state: note.state, why: note.why } : null,
      };
    });
  });
}
