import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { isSeated, type Trainee } from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type Place, type RosterReach, reachOf } from "#app/features/roster/roster-reach.ts";

export interface PlacedTrainee extends Trainee {
  readonly seats: readonly (Trainee["seats"][number] & Place)[];
}

/** A36: whom the caller looks after, as everywhere on the roster; a union its own people alone. */
export function trainingReach({
  permission,
  communeId,
}: Pick<Caller, "permission" | "communeId">): RosterReach {
  return reachOf(permission.grants, communeId ?? 0);
}

export function isLookedAfter(
  reach: RosterReach,
  { seats, youth }: Pick<PlacedTrainee, "seats" | "youth">,
  on: LocalDate,
): boolean {
  const places = seats.filter((seat) => isSeated(seat, on));
  return reach.canSeePerson(places, youth.some((time) => isSeated(time, on)) ? ["youth_union"] : []);
}

/** The office keeps every session; a union or a sector's office those it planned itself. */
export function maySessionBeKept(
  { permission, person }: Pick<Caller, "permission" | "person">,
  session: { readonly enteredBy: string },
): boolean {
  return permission.grants.some(({ role }) => role === "office") || session.enteredBy === person.accountId;
}
