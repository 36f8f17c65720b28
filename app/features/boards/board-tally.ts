import type { LocalDate } from "#app/domain/calendar/local-date.ts";

/** A month of a board that has begun. */
export interface BoardMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly schemeVersion: number;
  readonly isTrial: boolean;
}

export interface PointsRow {
  readonly which: "now" | "before";
  /** Null for everybody together. */
  readonly id: string | null;
  readonly points: number;
  readonly youthPoints: number;
  readonly members: number;
  readonly updatedAt: number | null;
}

export interface PeopleRow {
  readonly which: "now" | "before";
  readonly id: string;
  /** 0 where people are counted over the whole period. */
  readonly monthId: number;
  readonly people: number;
}

/** The sums of one period by subject. */
export interface BoardTally {
  readonly ids: readonly string[];
  pointsOf(id: string): Pick<PointsRow, "points" | "youthPoints" | "members">;
  peopleOf(id: string, monthId?: number): number;
}

const NOTHING = { points: 0, youthPoints: 0, members: 0 };

export function tallyOf(
  which: "now" | "before",
  points: readonly PointsRow[],
  people: readonly PeopleRow[],
): BoardTally {
  const sums = new Map(
    points.flatMap((row) => (row.which === which && row.id !== null ? [[row.id, row] as const] : [])),
  );
  const counts = new Map(
    people.flatMap((row) => (row.which === which ? [[`${row.id}/${row.monthId}`, row.people] as const] : [])),
  );
  return {
    ids: [...sums.keys()],
    pointsOf: (id) => sums.get(id) ?? NOTHING,
    peopleOf: (id, monthId = 0) => counts.get(`${id}/${monthId}`) ?? 0,
  };
}
