import { isPreferred, type Seats, seatsOf } from "./quota.ts";

/** A village of a locked review, as it stands in the ranking. */
export interface Contender {
  readonly villageId: number;
  readonly name: string;
  readonly cluster: string | null;
  /** Null for one that was kept out of the ranking. */
  readonly rank: number | null;
  readonly score: number;
  readonly band: string;
  readonly members: number;
  readonly women: number;
  /** Why it cannot be proposed today; never left out of the list for it. */
  readonly exclusion: Exclusion | null;
}

export interface Exclusion {
  readonly by: "review" | "hold";
  readonly reason: string;
  readonly document: string;
}

export const DEPARTURE_KINDS = ["bring_in", "pass_over", "choose_among_equals"] as const;
export type DepartureKind = (typeof DEPARTURE_KINDS)[number];

export interface CountedDeparture {
  readonly villageId: number;
  readonly kind: DepartureKind;
  /** A second person agreed; without one it changes nothing. */
  readonly counts: boolean;
}

export type Standing =
  /** Within the quota by its rank. */
  | "in"
  | "out"
  /** Equal in rank on the line, with fewer seats than equals: persons choose. */
  | "tie"
  | "chosen"
  | "not_chosen"
  | "brought_in"
  | "passed_over"
  | "excluded";

export interface ShortlistRow extends Contender {
  readonly standing: Standing;
  /** By the law's preference for women among equals; it chooses nobody by itself. */
  readonly isPreferred: boolean;
}

export interface Boundary {
  readonly rank: number;
  readonly seatsLeft: number;
  readonly tied: readonly number[];
  readonly preferred: readonly number[];
  /** Somebody was chosen although one the law prefers was not. */
  readonly isAgainstPreference: boolean;
}

export interface ShortlistOfCluster {
  readonly cluster: string | null;
  readonly seats: Seats;
  readonly rows: readonly ShortlistRow[];
  readonly boundary: Boundary | null;
  readonly listed: number;
}

/** Whom the ranking, the quota and the agreed departures bring onto the list; clusters are apart. */
export function makeShortlist(
  contenders: readonly Contender[],
  quotaBasisPoints: number,
  departures: readonly CountedDeparture[],
): ShortlistOfCluster[] {
  const clusters = [...new Set(contenders.map(({ cluster }) => cluster))];
  const agreed = new Map(
    departures.filter(({ counts }) => counts).map((each) => [each.villageId, each.kind]),
  );
  return clusters.map((cluster) =>
    shortlistOf(
      cluster,
      contenders.filter((each) => each.cluster === cluster),
      quotaBasisPoints,
      agreed,
    ),
  );
}

export function isOnList(standing: Standing): boolean {
  return standing === "in" || standing === "chosen" || standing === "brought_in";
}

function shortlistOf(
  cluster: string | null,
  here: readonly Contender[],
  quotaBasisPoints: number,
  agreed: ReadonlyMap<number, DepartureKind>,
): ShortlistOfCluster {
  const seats = seatsOf(here.length, quotaBasisPoints);
  const line = findLine(here.filter(isInRanking), seats.seats);
  const chosen = line.tied.filter((villageId) => agreed.get(villageId) === "choose_among_equals");
  const isSettled = chosen.length >= line.seatsLeft;
  const standingOf = (village: Contender): Standing => {
    if (!isInRanking(village)) return "excluded";
    const departure = agreed.get(village.villageId);
    if (departure === "bring_in") return "brought_in";
    if (departure === "pass_over") return "passed_over";
    if (!line.tied.includes(village.villageId)) return village.rank < line.rank ? "in" : "out";
    if (departure === "choose_among_equals") return "chosen";
    return isSettled ? "not_chosen" : "tie";
  };
  const rows = here.map((village) => ({
    ...village,
    standing: standingOf(village),
    isPreferred: isPreferred(village),
  }));
  const listed = rows.filter(({ standing }) => isOnList(standing)).length;
  return { cluster, seats, rows, boundary: boundaryOf(line, rows, chosen), listed };
}

type InRanking = Contender & { readonly rank: number };

function isInRanking(village: Contender): village is InRanking {
  return village.rank !== null && village.exclusion === null;
}

interface Line {
  /** Better ranks are in, worse ones out. */
  readonly rank: number;
  readonly seatsLeft: number;
  readonly tied: readonly number[];
}

/** Those kept out leave their seat to the next; equals that do not all fit stand on the line together. */
function findLine(standing: readonly InRanking[], seats: number): Line {
  const ranks = [...new Set(standing.map(({ rank }) => rank))].sort((left, right) => left - right);
  let left = seats;
  for (const rank of ranks) {
    const equals = standing.filter((village) => village.rank === rank);
    if (left === 0) return { rank, seatsLeft: 0, tied: [] };
    if (equals.length > left)
      return { rank, seatsLeft: left, tied: equals.map(({ villageId }) => villageId) };
    left -= equals.length;
  }
  return { rank: Number.POSITIVE_INFINITY, seatsLeft: left, tied: [] };
}

function boundaryOf(line: Line, rows: readonly ShortlistRow[], chosen: readonly number[]): Boundary | null {
  if (line.tied.length === 0) return null;
  const preferred = rows
    .filter((row) => row.isPreferred && line.tied.includes(row.villageId))
    .map(({ villageId }) => villageId);
  const isAgainstPreference =
    preferred.some((villageId) => !chosen.includes(villageId)) &&
    chosen.some((villageId) => !preferred.includes(villageId));
  const { rank, seatsLeft, tied } = line;
  return { rank, seatsLeft, tied, preferred, isAgainstPreference };
}
