import type { ActorRefusal } from "#app/domain/actors/actor.ts";
import { addDays } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { isReferenceBroken } from "#app/platform/db/error-codes.ts";
import { findActors } from "./read-actors.server.ts";

/** Gone from today on; what was done in its name keeps it. Nobody may still belong to it. */
export async function endActor(
  tx: Tx,
  { communeId, today }: RosterAct,
  id: string,
): Promise<Verdict<null, Exclude<ActorRefusal, { code: "actor_name_taken" }>>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const actor = (await findActors(tx, communeId, today)).find((each) => each.id === id);
  if (!actor) return refused({ code: "actor_gone" });
  const { people, teams } = actor;
  if (people > 0 || teams > 0) return refused({ code: "actor_in_use", people, teams });
  const where = { communeId_id: { communeId, id } };
  const { validFrom } = await tx.organisation.findUniqueOrThrow({ where, select: { validFrom: true } });
  if (fromDatabaseDay(validFrom) >= today) return takeBack(tx, communeId, id);
  const validTo = toDatabaseDay(addDays(today, -1));
  await tx.organisation.update({ where, data: { validTo }, select: { id: true } });
  return allowed(null);
}

/** Named today and taken back today: it was typed wrong. Where something hangs on it already the database says so. */
async function takeBack(
  tx: Tx,
  communeId: number,
  id: string,
): Promise<Verdict<null, Extract<ActorRefusal, { code: "actor_named_since" }>>> {
  await tx.$executeRaw`savepoint before_taking_back`;
  try {
    await tx.$executeRaw`delete from organisation where commune_id = ${communeId} and id = ${id}::uuid`;
    return allowed(null);
  } catch (error) {
    if (!isReferenceBroken(error)) throw error;
    await tx.$executeRaw`rollback to savepoint before_taking_back`;
    return refused({ code: "actor_named_since" });
  }
}
