import type { LocalDate } from "../calendar/local-date.ts";

/** A village that went into another, or was divided, with its day. */
export interface UnitPart {
  readonly kind: "merge" | "split" | "rename";
  readonly effectiveOn: LocalDate;
  readonly oldId: number;
  readonly newId: number;
}

export interface VillageLine {
  /** The village that answers for the work of each one that is gone: itself, where it still stands. */
  readonly carrierOf: (villageId: number) => number;
  /** Villages that came out of a division: their months begin with them, as nobody knows whose the earlier ones are. */
  readonly bornOn: ReadonlyMap<number, LocalDate>;
}

/**
 * A26: what a village did goes with it into the one it became part of, through as many mergers as there were. A village
 * that was divided is carried by nobody: how its people divide, only a new count knows.
 */
export function carriersOf(parts: readonly UnitPart[], lastDay: LocalDate): VillageLine {
  const inForce = parts.filter(({ effectiveOn }) => effectiveOn <= lastDay);
  const next = new Map(
    inForce.filter(({ kind }) => kind !== "split").map(({ oldId, newId }) => [oldId, newId]),
  );
  const bornOn = new Map(
    inForce.filter(({ kind }) => kind === "split").map(({ newId, effectiveOn }) => [newId, effectiveOn]),
  );
  const carrierOf = (villageId: number): number => {
    let at = villageId;
    for (let steps = 0; steps <= inForce.length; steps += 1) {
      const following = next.get(at);
      if (following === undefined) return at;
      at = following;
    }
    return at;
  };
  // Renamed after it was divided: it is the same young village.
  for (const [id, day] of [...bornOn]) if (carrierOf(id) !== id) bornOn.set(carrierOf(id), day);
  return { carrierOf, bornOn };
}
