import { Link } from "@remix-run/react";
import ImageDown from "lucide-react/icons/image-down";
import type { Board, BoardRow, BoardSubject } from "#app/domain/boards/board.ts";
import { type Gap, ownRow } from "#app/domain/boards/cut-board.ts";
import { showsRank } from "#app/domain/boards/rank-board.ts";
import type { PlaceWay, Way } from "#app/domain/boards/ways.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { BOARD_CARD_PATH, BOARD_WHY_PATH, boardHref } from "./board-paths.ts";
import { MovementOf } from "./board-table.tsx";

interface OwnPlaceProps {
  board: Board;
  ownId: string | null;
  gap: Gap | null;
  ways: readonly Way[];
  placeWay: PlaceWay | null;
  /** Where the question is already answered below. */
  isExplained?: boolean;
}

/** One's own place: a rank in the upper half, the distance to the next place below it, and honest ways to close it. */
export function OwnPlace({ board, ownId, gap, ways, placeWay, isExplained = false }: OwnPlaceProps) {
  const { boards: words } = useMessages(boardsArea);
  const row = ownRow(board, ownId);
  const { definition } = board;
  const title = useOwnTitle(definition.subject);
  if (ownId === null || definition.subject === "union") return null;
  return (
    <section className="grid gap-3 rounded-xl border border-line bg-gold-soft p-5 shadow-card sm:p-6">
      <h2 className="text-lg text-gold-ink">{title}</h2>
      {row ? <Standing board={board} row={row} gap={gap} /> : <p>{words.own.none}</p>}
      <Ways ways={ways} placeWay={placeWay} />
      {row?.isHidden ? <p className="text-sm text-ink-soft">{words.own.hidden}</p> : null}
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        {definition.subject === "member" && !isExplained ? (
          <TextLink to={boardHref(definition, BOARD_WHY_PATH)} className="inline-flex min-h-12 items-center">
            {words.own.why}
          </TextLink>
        ) : null}
        {row && row.rank !== null ? (
          <LinkButton
            to={boardHref(definition, BOARD_CARD_PATH)}
            variant="secondary"
            size="small"
            icon={ImageDown}
            reloadDocument
            download
          >
            {words.own.card}
          </LinkButton>
        ) : null}
      </div>
    </section>
  );
}

function useOwnTitle(subject: BoardSubject): string {
  const { boards: words } = useMessages(boardsArea);
  const terms = useTerms();
  switch (subject) {
    case "team":
      return words.own.teamTitle;
    case "village":
      return words.own.placeTitle(terms.village);
    case "youth_cell":
      return words.own.cellTitle;
    case "member":
    case "union":
      return words.own.title;
  }
}

function Standing({ board, row, gap }: { board: Board; row: BoardRow; gap: Gap | null }) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  const figure =
    row.attainment === null
      ? `${format.points(row.points)} ${words.pointsUnit}`
      : format.percent(row.attainment);
  if (row.rank === null || row.band === null) return <p>{words.noData}</p>;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <strong className="text-3xl tabular-nums">
          {showsRank(row) ? words.rank(row.rank) : words.bands[row.band]}
        </strong>
        {showsRank(row) ? <span className="text-ink-soft">{words.of(board.ranked)}</span> : null}
        <span className="text-xl font-bold tabular-nums">{figure}</span>
        <MovementOf row={row} />
      </p>
      <p>
        <GapOf row={row} gap={gap} />
      </p>
    </>
  );
}

function GapOf({ row, gap }: { row: BoardRow; gap: Gap | null }) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  if (gap === null) return words.own.first;
  const isShare = row.attainment !== null && gap.difference > 0;
  const distance = isShare ? format.percent(gap.difference) : format.points(gap.points);
  if (showsRank(row)) {
    return isShare ? words.own.gapShare(distance, gap.rank) : words.own.gapPoints(distance, gap.rank);
  }
  return isShare ? words.own.gapShareNear(distance) : words.own.gapPointsNear(distance);
}

function Ways({ ways, placeWay }: { ways: readonly Way[]; placeWay: PlaceWay | null }) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  const ofPlace = [
    placeWay?.people == null ? null : words.own.wayPeople(format.number(placeWay.people)),
    placeWay?.households == null ? null : words.own.wayHouseholds(format.number(placeWay.households)),
  ].filter((way) => way !== null);
  if (ways.length === 0 && ofPlace.length === 0) return null;
  return (
    <div>
      <h3 className="text-base">{words.own.waysTitle}</h3>
      <ul className="list-disc ps-5">
        {ways.map(({ activityKey, name, units, pointsEach }) => (
          <li key={activityKey}>
            <Link
              to={ACTIVITY_PATHS.logKind(activityKey)}
              className="underline decoration-2 underline-offset-4 hover:decoration-4"
            >
              {words.own.way(format.number(units), name, format.points(pointsEach))}
            </Link>
          </li>
        ))}
        {ofPlace.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </div>
  );
}
