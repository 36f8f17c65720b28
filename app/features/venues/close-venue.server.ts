import type { VenueRefusal } from "#app/domain/venues/venue.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** No longer offered; records that name it keep what they say. */
export async function closeVenue(
  tx: Tx,
  { communeId, today }: RosterAct,
  id: string,
): Promise<Verdict<null, Extract<VenueRefusal, { code: "venue_gone" }>>> {
  const { count } = await tx.venue.updateMany({
    where: { communeId, id, closedOn: null },
    data: { closedOn: toDatabaseDay(today) },
  });
  return count === 0 ? refused({ code: "venue_gone" }) : allowed(null);
}
