import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { fromDatabaseDay } from "../communes/database-day.ts";
import type { RosterAct } from "../roster/roster-act.ts";
import { copyHouseholds } from "./copy-households.server.ts";
import { copyPeople } from "./copy-people.server.ts";
import { copyPlaces } from "./copy-places.server.ts";
import { lockMerger } from "./find-merger.server.ts";
import type { MergerAct } from "./merger-act.ts";
import { moveRights } from "./move-rights.server.ts";

/** Reads and writes the roster and households of a whole commune. */
export const MERGER_LIMITS = { timeoutMs: 300_000 } as const;

/**
 * What lives goes on in the new commune from its first day, as rows of that commune under its own keys; the old rows
 * end the day before and stay. Claims, ledger, seals and papers are not touched. Consents are not taken along: they
 * were given to the old commune. Whoever calls has judged and holds both communes in scope.
 */
export async function carryOutMerger(
  platform: Pick<Platform, "keys" | "random" | "live">,
  tx: Tx,
  id: string,
  now: Date,
): Promise<void> {
  const row = await lockMerger(tx, id);
  if (row.state !== "agreed") return;
  await tx.$executeRaw`select set_config('statement_timeout', ${String(MERGER_LIMITS.timeoutMs)}, true)`;
  await tx.$executeRaw`
    select from commune where id in (${row.oldCommuneId}, ${row.newCommuneId}) order by id for update`;
  const actOn = (communeId: number): RosterAct => ({
    communeId,
    actorId: row.askedBy,
    now,
    today: localDateAt(now.getTime()),
    newId: () => makeId(now.getTime(), platform.random.bytes(10)),
  });
  const effectiveOn = fromDatabaseDay(row.effectiveOn);
  const act: MergerAct = {
    id,
    keys: platform.keys,
    old: actOn(row.oldCommuneId),
    young: actOn(row.newCommuneId),
    oldName: row.oldName,
    effectiveOn,
    lastDay: addDays(effectiveOn, -1),
    decisionNumber: row.decisionNumber,
    decisionDate: fromDatabaseDay(row.decisionDate),
  };
  const places = await copyPlaces(tx, act);
  const households = await copyHouseholds(tx, act, places.villages);
  const members = await copyPeople(tx, act, places, households);
  await moveRights(tx, act, places, members);
  await tx.communeMerger.update({
    where: { id },
    data: { state: "done", doneAt: now },
    select: { id: true },
  });
  await platform.live.touch(tx, `commune:${row.oldCommuneId}`, `commune:${row.newCommuneId}`);
}
