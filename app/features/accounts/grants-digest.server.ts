import { createHash } from "node:crypto";
import type { Grant } from "#app/domain/access/actor.ts";

/** The roles a token was issued under, in one line: when it no longer fits, the token is replaced. */
export function digestGrants(grants: readonly Grant[], isFounder: boolean): string {
  const lines = grants.map(({ role, communeId, villageId, teamId }) =>
    [role, communeId, villageId ?? "", teamId ?? ""].join(":"),
  );
  const text = [isFounder ? "founder" : "", ...lines.sort()].join("\n");
  return createHash("sha256").update(text).digest("base64url");
}
