import path from "node:path";
import type { Board, BoardRow } from "#app/domain/boards/board.ts";
import { parseBoardAddress } from "#app/domain/boards/board-address.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { type BoardCaller, communeOf } from "#app/features/boards/board-caller.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { BoardCardWords } from "#app/messages/board-card.ts";
import type { BoardPosterInput } from "#app/platform/apart/apart.ts";
import { publicBoardPath } from "./public-board-address.ts";
import { findPublication } from "./read-publication.server.ts";

/** What one sheet of A3 holds in letters that are read from two metres. */
const FIRST_AT_MOST = 15;
const OTHERS_AT_MOST = 40;

/**
 * A board for the wall of a hall, named as the public may read it: the upper half with its places, everybody else by
 * the alphabet. Null for an address that names no board.
 */
export async function printBoardPoster(
  caller: BoardCaller,
  query: URLSearchParams,
  words: BoardCardWords,
): Promise<Uint8Array | "busy" | null> {
  const input = await readPoster(caller, query, words);
  if (input === null) return null;
  const printed = await caller.platform.apart.run("print-board-poster", input);
  return printed.ok ? printed.output : "busy";
}

function readPoster(
  caller: BoardCaller,
  query: URLSearchParams,
  words: BoardCardWords,
): Promise<BoardPosterInput | null> {
  const communeId = communeOf(caller);
  const { platform, today } = caller;
  const now = caller.now.getTime();
  return platform.db.withCommunes(caller.scope("boards.print-poster"), async (tx) => {
    const month = await findMonthHolding(tx, communeId, today, now);
    const definition = parseBoardAddress(query, boardPeriodsOf(month.id).month);
    if (definition === null) return null;
    const board = await readBoard(tx, communeId, definition, { now, audience: "public" });
    const { kind, name } = await findCommune(tx, communeId);
    const { value: planWords } = await findSetting(tx, communeId, "words");
    const { isPublic } = await findPublication(tx, communeId);
    const origin = platform.config.publicOrigins[0];
    return {
      packages: path.join(platform.config.appRoot, "node_modules"),
      place: words.placeOf(kind, name),
      title: words.titleOf(board, planWords),
      period: words.periodOf(board),
      ...rowsOf(board, words),
      othersTitle: words.othersOf(board),
      foot: words.footOf(board),
      link: isPublic && origin ? `${origin}${publicBoardPath(communeId)}` : null,
      linkHint: words.linkHint,
    };
  });
}

function rowsOf(board: Board, words: BoardCardWords): Pick<BoardPosterInput, "first" | "others"> {
  const shown = (row: BoardRow) => ({
    rank: String(row.rank),
    name: words.nameOf(board, row),
    value: words.valueOf(row),
  });
  const first = board.rows.filter((row) => showsRank(row)).slice(0, FIRST_AT_MOST);
  const others = board.rows
    .filter((row) => !first.includes(row) && row.rank !== null)
    .toSorted((left, right) => (makeSortKey(left.name) < makeSortKey(right.name) ? -1 : 1))
    .slice(0, OTHERS_AT_MOST);
  return { first: first.map(shown), others: others.map(shown) };
}
