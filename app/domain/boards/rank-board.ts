import { MONTH_LADDER } from "../months/seal.ts";
import { rankByLadder, type TieLadder } from "../ranking/rank.ts";
import {
  BANDS,
  type Band,
  type BoardFigures,
  type BoardRow,
  type BoardSubject,
  isByAttainment,
  type Movement,
} from "./board.ts";

/**
 * Rule 7: what the seal ranks members by, boards rank them by. Teams and villages stand by what was attained of what
 * was asked; a team's points part equals, a village's never do: volume belongs to the large.
 */
export function ladderOf(subject: BoardSubject): TieLadder<BoardFigures> {
  const byPoints = MONTH_LADDER.map(({ key }) => ({ key, measure: ({ points }: BoardFigures) => points }));
  const byAttainment = { key: "attainment", measure: ({ attainment }: BoardFigures) => attainment ?? -1 };
  if (subject === "team") return [byAttainment, ...byPoints];
  return subject === "village" ? [byAttainment] : byPoints;
}

/** Rows without data have no rank and come last; everything else is the ladder's. */
export function rankBoard(
  figures: readonly BoardFigures[],
  subject: BoardSubject,
  before: ReadonlyMap<string, number>,
): BoardRow[] {
  const hasData = ({ attainment }: BoardFigures) => !isByAttainment(subject) || attainment !== null;
  const known = figures.filter(hasData);
  const ranked = rankByLadder(known, ladderOf(subject), ({ id }) => id);
  return [
    ...ranked.map((row) => ({
      ...row,
      band: bandOf(row.rank, ranked.length),
      movement: movementOf(row.rank, before.get(row.id)),
    })),
    ...figures
      .filter((row) => !hasData(row))
      .sort((left, right) => (left.id < right.id ? -1 : 1))
      .map((row): BoardRow => ({ ...row, rank: null, band: null, movement: { kind: "new" } })),
  ];
}

/** Ranks alone: what the period before is asked for. */
export function ranksOf(figures: readonly BoardFigures[], subject: BoardSubject): Map<string, number> {
  const rows = rankBoard(figures, subject, new Map());
  return new Map(rows.flatMap(({ id, rank }) => (rank === null ? [] : [[id, rank] as const])));
}

/** By quarters of the board; a shared rank shares its band. */
export function bandOf(rank: number, ranked: number): Band {
  const quarter = Math.min(BANDS.length - 1, Math.floor(((rank - 1) * BANDS.length) / ranked));
  return BANDS[quarter] ?? "starting";
}

/** Below the middle a distance stands where a rank would. */
export function showsRank({ band }: Pick<BoardRow, "band">): boolean {
  return band === "leading" || band === "upper";
}

function movementOf(rank: number, before: number | undefined): Movement {
  if (before === undefined) return { kind: "new" };
  if (before === rank) return { kind: "same" };
  return { kind: before > rank ? "up" : "down", places: Math.abs(before - rank) };
}
