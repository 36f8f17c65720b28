import ListOrdered from "lucide-react/icons/list-ordered";
import type { Board, BoardRow } from "#app/domain/boards/board.ts";
import type { Gap } from "#app/domain/boards/cut-board.ts";
import type { Way } from "#app/domain/boards/ways.ts";
import type { Pillar } from "#app/domain/plan/activity-proposal.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { Card } from "../kit/card.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { FrozenNotice, LadderOf } from "./board-print.tsx";
import { BoardTable } from "./board-table.tsx";
import { OwnPlace } from "./own-place.tsx";

interface WhyProps {
  board: Board;
  ownId: string | null;
  gap: Gap | null;
  ways: readonly Way[];
  kinds: readonly {
    readonly activityKey: string;
    readonly name: string;
    readonly pillar: Pillar | null;
    readonly claims: number;
    readonly points: number;
  }[];
  limits: number;
  neighbours: readonly BoardRow[];
}

/** Rule, sum and neighbours: everything a rank is made of, down to the lines of the ledger. */
export function WhyScreen({ board, ownId, gap, ways, kinds, limits, neighbours }: WhyProps) {
  const words = useMessages(boardsArea).boards;
  if (kinds.length === 0) {
    return (
      <EmptyState icon={ListOrdered} title={words.why.noneTitle}>
        {words.why.noneBody}
      </EmptyState>
    );
  }
  return (
    <>
      <FrozenNotice board={board} />
      <OwnPlace board={board} ownId={ownId} gap={gap} ways={ways} placeWay={null} isExplained />
      <Card title={words.why.how}>
        <p>
          <LadderOf board={board} />
        </p>
        <p className="mt-2">
          <TextLink
            to={`/quy-tac?ban=${board.schemeVersions.at(-1) ?? 1}`}
            className="inline-flex min-h-12 items-center"
          >
            {words.why.rules}
          </TextLink>
        </p>
      </Card>
      <Card title={words.why.sum}>
        <SumTable kinds={kinds} limits={limits} />
        <TextLink
          to={`/diem-cua-toi?thang=${lastMonth(board)}`}
          className="mt-3 inline-flex min-h-12 items-center"
        >
          {words.why.lines}
        </TextLink>
      </Card>
      {neighbours.length > 1 ? (
        <Card>
          <BoardTable board={board} rows={neighbours} caption={words.why.neighbours} ownId={ownId} />
        </Card>
      ) : null}
    </>
  );
}

/** Of a quarter or a year, the month that ran last. */
function lastMonth({ months, days }: Board): number {
  if (days === null) return months.from;
  const named = Number(`${days.last.slice(0, 4)}${days.last.slice(5, 7)}`);
  return Math.min(Math.max(named, months.from), months.to);
}

function SumTable({ kinds, limits }: Pick<WhyProps, "kinds" | "limits">) {
  const words = useMessages(boardsArea).boards;
  const format = useFormat();
  const total = kinds.reduce((sum, { points }) => sum + points, limits);
  return (
    <table className="w-full">
      <tbody>
        {kinds.map(({ activityKey, name, pillar, points }) => (
          <tr key={activityKey} className="border-b border-line align-top">
            <th scope="row" className="py-2 pe-3 text-start font-normal">
              <span className="block font-bold leading-snug">{name}</span>
              {pillar ? <span className="text-sm text-ink-soft">{words.pillars[pillar]}</span> : null}
            </th>
            <td className="py-2 text-end text-lg font-bold tabular-nums">{format.points(points)}</td>
          </tr>
        ))}
        {limits === 0 ? null : (
          <tr className="border-b border-line">
            <th scope="row" className="py-2 pe-3 text-start font-normal">
              {words.why.limits}
            </th>
            <td className="py-2 text-end text-lg tabular-nums">{format.points(limits)}</td>
          </tr>
        )}
        <tr>
          <th scope="row" className="py-2 pe-3 text-start">
            {words.why.total}
          </th>
          <td className="py-2 text-end text-xl font-bold tabular-nums">{format.points(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
