import path from "node:path";
import type { Board, BoardRow } from "#app/domain/boards/board.ts";
import { parseBoardAddress } from "#app/domain/boards/board-address.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { ownRow } from "#app/domain/boards/cut-board.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { BoardCardWords } from "#app/messages/board-card.ts";
import type { BoardCardInput } from "#app/platform/apart/apart.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import { findOwnPlaces, ownIdOn } from "./find-own-places.server.ts";
import { readBoard } from "./read-board.server.ts";

const FIRST = 5;

/**
 * A board as a picture to send on. It leaves the house, so it names people as the public may read them (T12); the own
 * row is marked, and shown without a rank where a board shows none. Null for an address that names no board.
 */
export async function drawBoardCard(
  caller: BoardCaller,
  query: URLSearchParams,
  words: BoardCardWords,
): Promise<Uint8Array | "busy" | null> {
  const input = await readCard(caller, query, words);
  if (input === null) return null;
  const drawn = await caller.platform.apart.run("draw-board-card", input);
  return drawn.ok ? drawn.output : "busy";
}

function readCard(
  caller: BoardCaller,
  query: URLSearchParams,
  words: BoardCardWords,
): Promise<BoardCardInput | null> {
  const communeId = communeOf(caller);
  const { platform, person, today } = caller;
  const now = caller.now.getTime();
  return platform.db.withCommunes(caller.scope("boards.draw-card"), async (tx) => {
    const month = await findMonthHolding(tx, communeId, today, now);
    const definition = parseBoardAddress(query, boardPeriodsOf(month.id).month);
    if (definition === null) return null;
    const board = await readBoard(tx, communeId, definition, { now, audience: "public" });
    const own = await findOwnPlaces(tx, communeId, person.accountId, today);
    const { kind, name } = await findCommune(tx, communeId);
    const { value: planWords } = await findSetting(tx, communeId, "words");
    return {
      packages: path.join(platform.config.appRoot, "node_modules"),
      place: words.placeOf(kind, name),
      title: words.titleOf(board, planWords),
      period: words.periodOf(board),
      rows: rowsOf(board, ownIdOn(definition.subject, own), words),
      foot: words.footOf(board),
    };
  });
}

function rowsOf(board: Board, ownId: string | null, words: BoardCardWords): BoardCardInput["rows"] {
  const own = ownRow(board, ownId);
  const upper = board.rows.filter((row) => showsRank(row));
  const first = upper.filter(({ id }) => id !== ownId).slice(0, own === null ? FIRST : FIRST - 1);
  const shown = own === null ? first : [...first, own].sort((left, right) => orderOf(left) - orderOf(right));
  return shown.map((row) => ({
    rank: showsRank(row) ? String(row.rank) : "–",
    name: row.isHidden ? words.me : words.nameOf(board, row),
    value: words.valueOf(row),
    own: row.id === ownId,
  }));
}

function orderOf({ rank }: BoardRow): number {
  return rank ?? Number.POSITIVE_INFINITY;
}
