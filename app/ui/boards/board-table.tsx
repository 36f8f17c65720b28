import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { useEffect, useRef } from "react";
import type { Band, Board, BoardRow } from "#app/domain/boards/board.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { classNames } from "../class-names.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useRowName } from "./use-board-words.ts";

interface TableProps {
  board: Board;
  rows: readonly BoardRow[];
  caption: string;
  ownId: string | null;
}

/** Rows of a board in its order. Below the middle a band stands over the rows instead of a rank beside each. */
export function BoardTable({ board, rows, caption, ownId }: TableProps) {
  const { boards: words } = useMessages(boardsArea);
  const hasMoved = useMoved(rows);
  const isByShare = board.ladder[0] === "attainment";
  const pointsAlike = useFormat().pointsAlike(rows.map(({ points }) => points));
  // Where no period came before, nobody is new.
  const movesAtAll = board.rows.some(({ movement }) => movement.kind !== "new");
  return (
    <table className="w-full border-collapse">
      <caption className="mb-2 text-start text-xl font-bold">{caption}</caption>
      <thead className="text-start text-sm text-ink-soft">
        <tr className="border-b-2 border-line">
          <th scope="col" className="w-px py-2 pe-3 text-start font-normal">
            {words.columns.rank}
          </th>
          <th scope="col" className="py-2 text-start font-normal">
            {words.columns.name}
          </th>
          <th scope="col" className="w-px py-2 text-end font-normal">
            {isByShare ? words.columns.attainment : words.columns.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row, index) => {
          const band = bandToSay(row, rows[index - 1]);
          return [
            band === null ? null : (
              <tr key={`band-${band}`} className="border-b border-line">
                <th scope="rowgroup" colSpan={3} className="pt-4 pb-2 text-start">
                  <Pill tone={band === "none" ? "neutral" : "gold"}>
                    {band === "none" ? words.noData : words.bands[band]}
                  </Pill>
                </th>
              </tr>
            ),
            <OneRow
              key={row.id}
              row={row}
              board={board}
              isOwn={row.id === ownId}
              hasMoved={hasMoved(row)}
              movesAtAll={movesAtAll}
              pointsAlike={pointsAlike}
            />,
          ];
        })}
      </tbody>
    </table>
  );
}

function bandToSay(row: BoardRow, above: BoardRow | undefined): Band | "none" | null {
  if (row.rank === null) return above?.rank === null ? null : "none";
  return showsRank(row) || above?.band === row.band ? null : row.band;
}

interface RowProps {
  row: BoardRow;
  board: Board;
  isOwn: boolean;
  hasMoved: boolean;
  movesAtAll: boolean;
  pointsAlike: (hundredths: number) => string;
}

function OneRow({ row, board, isOwn, hasMoved, movesAtAll, pointsAlike }: RowProps) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  const nameOf = useRowName(board);
  const isByShare = board.ladder[0] === "attainment";
  const value = row.attainment === null ? null : format.percent(row.attainment);
  return (
    <tr
      aria-current={isOwn ? "true" : undefined}
      className={classNames(
        "border-b border-line align-top last:border-b-0",
        isOwn && "bg-accent-soft",
        hasMoved && "board-moved",
      )}
    >
      <td className="py-3 ps-2 text-xl font-bold tabular-nums">{showsRank(row) ? row.rank : "–"}</td>
      <th scope="row" className="py-3 pe-2 text-start font-normal">
        <span className="block font-bold leading-snug [overflow-wrap:anywhere]">
          {nameOf(row)}
          {isOwn ? <span className="ms-2 text-sm text-accent-ink">({words.yours})</span> : null}
        </span>
        {row.detail && row.detail !== nameOf(row) ? (
          <span className="block text-sm text-ink-soft">{row.detail}</span>
        ) : null}
        <Measures row={row} />
      </th>
      <td className="py-3 pe-2 text-end">
        <span className="block text-lg font-bold tabular-nums">
          {isByShare ? (value ?? words.noData) : pointsAlike(row.points)}
        </span>
        {row.rank !== null && movesAtAll ? <MovementOf row={row} /> : null}
      </td>
    </tr>
  );
}

function Measures({ row }: { row: BoardRow }) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  const { people, target, households, householdsOf } = row.measures;
  const parts = [
    people !== null && target !== null ? words.people(format.number(people), format.number(target)) : null,
    people !== null && target === null && people > 0 ? words.peopleOnly(format.number(people)) : null,
    households !== null && householdsOf !== null
      ? words.households(format.number(households), format.number(householdsOf))
      : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return <span className="block text-sm text-ink-soft">{parts.join(" · ")}</span>;
}

/** An arrow, and the words for those who hear the page or see no colours. */
export function MovementOf({ row }: { row: Pick<BoardRow, "movement"> }) {
  const { boards: words } = useMessages(boardsArea);
  const { movement } = row;
  switch (movement.kind) {
    case "up":
      return (
        <span className="inline-flex items-center gap-1 whitespace-nowrap text-sm text-accent-ink">
          <ArrowUp size="1em" aria-hidden />
          {words.up(movement.places)}
        </span>
      );
    case "down":
      return (
        <span className="inline-flex items-center gap-1 whitespace-nowrap text-sm text-ink-soft">
          <ArrowDown size="1em" aria-hidden />
          {words.down(movement.places)}
        </span>
      );
    case "same":
      return <span className="whitespace-nowrap text-sm text-ink-soft">{words.same}</span>;
    case "new":
      return <span className="whitespace-nowrap text-sm text-ink-soft">{words.newcomer}</span>;
  }
}

/** Rows whose rank changed since the screen last showed them light up once; the style keeps still who asked for it. */
function useMoved(rows: readonly BoardRow[]): (row: BoardRow) => boolean {
  const before = useRef<ReadonlyMap<string, number | null>>(new Map());
  const known = before.current;
  useEffect(() => {
    before.current = new Map(rows.map(({ id, rank }) => [id, rank]));
  }, [rows]);
  return ({ id, rank }) => known.has(id) && known.get(id) !== rank;
}
