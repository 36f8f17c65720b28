import type { PoolClient } from "pg";
import type { CommuneScope, Stamp } from "./database.ts";

/** The values of the settings that row-level security and the audit log read, in the order of SET_SCOPE. */
export function scopeValues(scope: Stamp & Partial<CommuneScope>): [string, string, string, string, string] {
  const communes = scope.communes ?? [];
  for (const commune of communes) {
    // Chain 0 of the audit log belongs to the whole house, never to a scope.
    if (!Number.isSafeInteger(commune) || commune <= 0)
      throw new Error(`no commune has the number ${commune}`);
  }
  const actor = scope.actorId ?? "";
  return [communes.join(","), actor, actor, scope.verb, scope.requestId];
}

/** The third argument binds each setting to the transaction, so that nothing passes to the connection's next user. */
export const SET_SCOPE = `select set_config('app.communes', $1, true), set_config('app.actor', $2, true),
  set_config('app.account', $3, true), set_config('app.verb', $4, true), set_config('app.request', $5, true)`;

/** For hand-written SQL on a pooled client, right after BEGIN. */
export async function setScope(
  client: Pick<PoolClient, "query">,
  scope: Stamp & Partial<CommuneScope>,
): Promise<void> {
  await client.query(SET_SCOPE, scopeValues(scope));
}
