import type { Id } from "#app/domain/ids.ts";
import type { UnitKind, WantedUnitChange } from "#app/domain/roster/unit-change.ts";

/** What the office enters. Only a split asks who and what goes where; everything else follows from the parts. */
export interface UnitChangeOrder extends WantedUnitChange {
  /** Made before it is sent: sending it twice changes the units once. */
  readonly id: Id;
  readonly unit: UnitKind;
  /** A merger of villages makes one team of theirs; otherwise each goes on in the new village. */
  readonly joinsTeams: boolean;
  /** Split: which part a member goes to, by its place in the list of new names. */
  readonly seats: ReadonlyMap<string, number>;
  /** Split of a village: which part the households of a lane go to; "" stands for those without a lane. */
  readonly lanes: ReadonlyMap<string, number>;
}

/** Where nothing was said, the first part. */
export function seatOf(seats: ReadonlyMap<string, number>, key: string, parts: number): number {
  const seat = seats.get(key) ?? 0;
  return seat >= 0 && seat < parts ? seat : 0;
}
