import type { z } from "zod";
import { MOST_VENUES, type VenueRefusal } from "#app/domain/venues/venue.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { venueSchema } from "./venue.schema.ts";

/** Adds a place, or corrects the one of that id. Sending twice is sending once. */
export async function writeVenue(
  tx: Tx,
  { communeId, actorId, now }: RosterAct & { readonly actorId: string },
  { id, name, kind, ...place }: z.output<typeof venueSchema>,
): Promise<Verdict<null, VenueRefusal | { code: "not_permitted" }>> {
  const { villageId, note } = { villageId: place.villageId ?? null, note: place.note ?? null };
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  if (
    villageId !== null &&
    (await tx.village.count({ where: { communeId, id: villageId, validTo: null } })) === 0
  )
    return refused({ code: "not_permitted" });
  const others = await tx.$queryRaw<{ name: string; isTwin: boolean }[]>`
    select name, lower(name) = lower(${name}) and village_id is not distinct from ${villageId}::int as "isTwin"
      from venue where commune_id = ${communeId} and id <> ${id}::uuid and closed_on is null`;
  const twin = others.find(({ isTwin }) => isTwin);
  if (twin) return refused({ code: "venue_name_taken", name: twin.name });
  if (others.length >= MOST_VENUES) return refused({ code: "venues_full", maximum: MOST_VENUES });
  const facts = { name, kind, villageId, note };
  await tx.venue.upsert({
    where: { communeId_id: { communeId, id } },
    create: { communeId, id, ...facts, enteredBy: actorId, enteredAt: now },
    update: facts,
    select: { id: true },
  });
  return allowed(null);
}
