import { type ActorRefusal, isSameActor } from "#app/domain/actors/actor.ts";
import type { OrganisationKind } from "#app/domain/people/team.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findActors } from "./read-actors.server.ts";

type Taken = Extract<ActorRefusal, { code: "actor_name_taken" }>;

/** Names a body for the first time. Sending twice is sending once. */
export async function nameActor(
  tx: Tx,
  { communeId, today }: RosterAct,
  { id, kind, name }: { readonly id: string; readonly kind: OrganisationKind; readonly name: string },
): Promise<Verdict<null, Taken>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const actors = await findActors(tx, communeId, today);
  if (actors.some((actor) => actor.id === id)) return allowed(null);
  const twin = actors.find((actor) => actor.kind === kind && isSameActor(actor.name, name));
  if (twin) return refused({ code: "actor_name_taken", name: twin.name });
  await tx.organisation.create({
    data: { communeId, id, kind, name, validFrom: toDatabaseDay(today) },
    select: { id: true },
  });
  return allowed(null);
}

/** Everybody who belongs to it, and every list that names it, says the new name from now on. */
export async function renameActor(
  tx: Tx,
  { communeId, today }: RosterAct,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Verdict<null, Taken | Extract<ActorRefusal, { code: "actor_gone" }>>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const actors = await findActors(tx, communeId, today);
  const known = actors.find((actor) => actor.id === id);
  if (!known) return refused({ code: "actor_gone" });
  const twin = actors.find(
    (actor) => actor.id !== id && actor.kind === known.kind && isSameActor(actor.name, name),
  );
  if (twin) return refused({ code: "actor_name_taken", name: twin.name });
  await tx.organisation.update({
    where: { communeId_id: { communeId, id } },
    data: { name },
    select: { id: true },
  });
  return allowed(null);
}
