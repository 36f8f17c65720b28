import type { Caller } from "../accounts/allow.server.ts";

/** The commune this session works in from now on; a founder of several goes on in the newest. */
export async function workInCommune(caller: Caller, communeId: number): Promise<void> {
  await caller.platform.db.withGlobals(caller.stamp("communes.work-in-commune"), (tx) =>
    tx.session.updateMany({ where: { id: caller.session.id }, data: { communeId } }),
  );
}
