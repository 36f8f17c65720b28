/** D03: "Mỗi công dân - Một danh tính số" is told in three rates, each from one kind of verified work. */
export const IDENTITY_KINDS = ["eid-level-2", "digital-signature", "payment-account"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export interface IdentityPlace {
  /** Null where neither the village nor its list says how many adults there are. */
  readonly adults: number | null;
  readonly people: Readonly<Record<IdentityKind, number>>;
}

const FULL = 10_000;

/** In basis points, never above all of them; missing is not zero (rule 9). */
export function identityRate({ adults, people }: IdentityPlace, kind: IdentityKind): number | null {
  if (adults === null || adults <= 0) return null;
  return Math.min(FULL, Math.floor((people[kind] * FULL) / adults));
}

/** The commune's own line: only villages that know their adults, numerator and denominator alike. */
export function sumPlaces(places: readonly IdentityPlace[]): IdentityPlace {
  const counted = places.filter(({ adults }) => adults !== null && adults > 0);
  const sum = (figureOf: (place: IdentityPlace) => number) =>
    counted.reduce((total, place) => total + figureOf(place), 0);
  return {
    adults: counted.length === 0 ? null : sum(({ adults }) => adults ?? 0),
    people: {
      "eid-level-2": sum(({ people }) => people["eid-level-2"]),
      "digital-signature": sum(({ people }) => people["digital-signature"]),
      "payment-account": sum(({ people }) => people["payment-account"]),
    },
  };
}
