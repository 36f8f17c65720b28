import { type CouncilWord, councilWords } from "#app/domain/council/council-word.ts";
import type { CouncilMinutes } from "#app/domain/council/minutes.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findSession } from "./find-session.server.ts";

/** Every session on one review, in the order they were held. */
export async function findSessions(tx: Tx, communeId: number, reviewId: string): Promise<CouncilMinutes[]> {
  const rows = await tx.councilSession.findMany({
    where: { communeId, reviewId },
    orderBy: [{ heldOn: "asc" }, { openedAt: "asc" }],
    select: { id: true },
  });
  const sessions: CouncilMinutes[] = [];
  for (const { id } of rows) {
    const found = await findSession(tx, communeId, id);
    if (found) sessions.push(found.minutes);
  }
  return sessions;
}

/** What the council said so far of each proposal of a review: the one answer for the list, the meeting and every paper. */
export async function findCouncilWords(tx: Tx, communeId: number, reviewId: string): Promise<CouncilWord[]> {
  return councilWords(await findSessions(tx, communeId, reviewId));
}

export function readCouncilWords(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
): Promise<CouncilWord[]> {
  const scope = caller.scope("council.read-words");
  return caller.platform.db.withCommunes(scope, (tx) => findCouncilWords(tx, onlyCommune(scope), reviewId));
}
