import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findPublication } from "#app/features/board-live/read-publication.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** Whether strangers find the commune's pages at all. */
export function isBoardPublic(caller: Pick<Caller, "platform" | "scope">): Promise<boolean> {
  const scope = caller.scope("stories.read-publication");
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => (await findPublication(tx, onlyCommune(scope))).isPublic,
  );
}
