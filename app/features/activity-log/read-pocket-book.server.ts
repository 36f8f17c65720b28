import type { PocketBook } from "#app/domain/offline/pocket-book.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readServices } from "#app/features/services/read-services.server.ts";
import { logAct } from "./log-act.ts";
import { readLogBoard } from "./read-log-board.server.ts";
import { readLogKinds } from "./read-log-kinds.server.ts";
import { readLoggingDefaults } from "./read-logging-defaults.server.ts";

/** The form of every kind at once, for a phone that will be away; null for whoever is in no team today. */
export async function readPocketBook(caller: Caller): Promise<PocketBook | null> {
  const { team, teamMates, lastKinds } = await readLoggingDefaults(caller);
  const kinds = team === null ? [] : await readLogKinds(caller);
  // What is not of one kind is the same on the board of each.
  const board = kinds[0] ? await readLogBoard(caller, kinds[0].key) : null;
  if (board === null) return null;
  const { communeId, today } = logAct(caller);
  const services = await caller.platform.db.withCommunes(caller.scope("activity-log.read-book"), (tx) =>
    readServices(tx, communeId, today),
  );
  return {
    accountId: board.accountId,
    displayName: caller.person.displayName,
    madeOn: today,
    kinds,
    limits: board.limits,
    services: services.map(({ key, name, pillar }) => ({ key, name, pillar })),
    villages: board.villages,
    households: board.households,
    recent: board.recent,
    mates: teamMates,
    places: board.places,
    lastKinds: lastKinds.map(({ activityKey, mode, serviceKeys }) => ({ activityKey, mode, serviceKeys })),
  };
}
