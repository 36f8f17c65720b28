import type { Board, BoardRow } from "./board.ts";

export const TOP = 10;
const AROUND = 2;

/** The first ten and the rows around one of them, out of the same rows as the whole board. */
export interface BoardCut {
  readonly top: readonly BoardRow[];
  /** Empty when the own row stands among the first ten, or nowhere. */
  readonly around: readonly BoardRow[];
  /** Rows that neither part shows. */
  readonly left: number;
}

type Rows = Pick<Board, "rows" | "hidden">;

/** `ownId` may be hidden to others: its own card puts it back where it stands. */
export function cutBoard(board: Rows, ownId: string | null): BoardCut {
  const rows = rowsFor(board, ownId);
  const top = rows.slice(0, TOP);
  const own = rows.findIndex(({ id }) => id === ownId);
  const around = own < TOP ? [] : rows.slice(Math.max(TOP, own - AROUND), own + AROUND + 1);
  return { top, around, left: rows.length - top.length - around.length };
}

/** Every row this person may see, in order: their own among them, whatever others see of it. */
export function rowsFor({ rows, hidden }: Rows, ownId: string | null): readonly BoardRow[] {
  const own = hidden.find(({ id }) => id === ownId);
  if (!own) return rows;
  const at = rows.findIndex((row) => isBehind(row, own));
  return at === -1 ? [...rows, own] : [...rows.slice(0, at), own, ...rows.slice(at)];
}

/** What may leave for one reader: of the hidden rows only their own. */
export function boardSeenBy(board: Board, ownId: string | null): Board {
  return { ...board, hidden: board.hidden.filter(({ id }) => id === ownId) };
}

export function ownRow({ rows, hidden }: Rows, ownId: string | null): BoardRow | null {
  return rows.find(({ id }) => id === ownId) ?? hidden.find(({ id }) => id === ownId) ?? null;
}

/** How far the next better place is, in what the board ranks by; null for the first and for those without a rank. */
export interface Gap {
  /** Hundredths of points, or basis points of attainment; 0 where a lower rung of the ladder parts them. */
  readonly difference: number;
  readonly points: number;
  /** Rank of those ahead. */
  readonly rank: number;
}

export function gapToNext(board: Rows, ownId: string | null): Gap | null {
  const own = ownRow(board, ownId);
  if (!own || own.rank === null) return null;
  const { rank } = own;
  const all = [...board.rows, ...board.hidden];
  const ahead = all.filter((row) => row.rank !== null && row.rank < rank);
  const next = ahead.reduce<BoardRow | null>(
    (nearest, row) => (nearest === null || (row.rank ?? 0) > (nearest.rank ?? 0) ? row : nearest),
    null,
  );
  if (!next || next.rank === null) return null;
  const byAttainment = own.attainment !== null && next.attainment !== null;
  const points = next.points - own.points;
  const difference = byAttainment ? (next.attainment ?? 0) - (own.attainment ?? 0) : points;
  return { difference, points, rank: next.rank };
}

/** In the order of the board: rank, then id, those without a rank last. */
function isBehind(row: BoardRow, own: BoardRow): boolean {
  if (row.rank === null) return own.rank !== null || row.id > own.id;
  if (own.rank === null) return false;
  return row.rank > own.rank || (row.rank === own.rank && row.id > own.id);
}
