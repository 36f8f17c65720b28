import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "./find-member.server.ts";

/** The caller's own id on the roster of the commune they work in; null where they are on none. */
export async function readOwnMemberId(caller: Caller): Promise<string | null> {
  const { platform, communeId, person } = caller;
  if (communeId === null) return null;
  const member = await platform.db.withCommunes(caller.scope("personal-data.find-own"), (tx) =>
    findOwnMember(tx, communeId, person.accountId),
  );
  return member?.id ?? null;
}
