import { ownTraining, statesOf } from "#app/domain/training/training-book.ts";
import { isSeated } from "#app/domain/training/training-session.ts";
import type { VillageLine } from "#app/domain/year/carriers.ts";
import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import { findTrainingBook } from "#app/features/training/find-training-book.server.ts";
import { moment } from "#app/features/training/read-training-rates.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Days } from "./find-good-work.server.ts";

/** G01: mandatory sessions of the span, attended of those owed, by members who are on a village's roster at its end. */
export async function findTrainingFacts(
  tx: Tx,
  communeId: number,
  { firstDay, lastDay, now }: Days & { readonly now: Date },
  { carrierOf }: VillageLine,
): Promise<ReadonlyMap<number, VillageFacts["training"]>> {
  const book = await findTrainingBook(tx, communeId);
  const states = statesOf(book);
  const span = { from: firstDay, to: lastDay, ...moment(now) };
  const placeOf = (villageId: number | null) => (villageId === null ? null : carrierOf(villageId));
  const sums = new Map<number, { attended: number; asked: number }>();
  for (const member of book.members) {
    const places = new Set(
      member.seats.flatMap((seat) => (isSeated(seat, lastDay) ? (placeOf(seat.villageId) ?? []) : [])),
    );
    for (const place of places) {
      const seats = member.seats.filter((seat) => placeOf(seat.villageId) === place);
      const { attended, owed } = ownTraining(book, { ...member, seats }, states, span);
      const sum = sums.get(place) ?? { attended: 0, asked: 0 };
      sums.set(place, { attended: sum.attended + attended, asked: sum.asked + owed });
    }
  }
  return new Map([...sums].filter(([, { asked }]) => asked > 0));
}
