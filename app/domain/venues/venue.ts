/** Places that villages and the commune make room in (A42), and where plans have work done (A34). */
export const VENUE_KINDS = [
  "culture_house",
  "committee_office",
  "one_stop",
  "market",
  "school",
  "other",
] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

export const MOST_VENUES = 500;

export type VenueRefusal =
  | { code: "venue_name_taken"; name: string }
  | { code: "venues_full"; maximum: number }
  | { code: "venue_gone" };

export interface VenueName {
  readonly name: string;
  readonly villageId: number | null;
}

/** The village's own first, then the commune's; one name once, whoever owns it. */
export function suggestPlaces(venues: readonly VenueName[]): string[] {
  const own = venues.filter(({ villageId }) => villageId !== null);
  const common = venues.filter(({ villageId }) => villageId === null);
  return [...new Set([...own, ...common].map(({ name }) => name))];
}
