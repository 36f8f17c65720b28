import { isInForce } from "#app/domain/access/actor.ts";
import type { Caller } from "../accounts/allow.server.ts";

/** Goes to work in another commune where the caller has a role today; a commune of nobody's is no answer. */
export async function chooseCommune(caller: Caller, communeId: number): Promise<boolean> {
  const { everywhere, today } = caller;
  if (!everywhere.grants.some((grant) => grant.communeId === communeId && isInForce(grant, today)))
    return false;
  await workInCommune(caller, communeId);
  return true;
}

/** The commune this session works in from now on; a founder of several goes on in the newest. */
export async function workInCommune(caller: Caller, communeId: number): Promise<void> {
  await caller.platform.db.withGlobals(caller.stamp("communes.work-in-commune"), (tx) =>
    tx.session.updateMany({ where: { id: caller.session.id }, data: { communeId } }),
  );
}
