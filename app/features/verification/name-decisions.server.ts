import { makeId } from "#app/domain/ids.ts";
import type { Queue } from "#app/domain/verification/queue.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** A name for the decision of each card, made before it is sent: pressing twice on a page without scripts decides once. */
export function nameDecisions({ platform, now }: Caller, { groups }: Queue): Record<string, string> {
  const cards = groups.flatMap((group) => group.cards);
  return Object.fromEntries(cards.map(({ id }) => [id, makeId(now.getTime(), platform.random.bytes(10))]));
}
