import FileDown from "lucide-react/icons/file-down";
import type { Board } from "#app/domain/boards/board.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { Pill } from "../kit/pill.tsx";
import { PrintButton } from "../kit/print-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { BOARD_POSTER_PATH, boardHref } from "./board-paths.ts";

/** Rule 7: every board says its period, its rules and when it was true. */
export function BoardPrint({ board, hasHidden }: { board: Board; hasHidden: boolean }) {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  const { days, schemeVersions, updatedAt, isTrial, isProvisional, split } = board;
  const last = schemeVersions.at(-1);
  return (
    <footer className="grid gap-3 border-t-2 border-line pt-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {days ? <span>{words.print.period(format.date(days.first), format.date(days.last))}</span> : null}
        {last === undefined ? null : (
          <TextLink to={`/quy-tac?ban=${last}`}>{words.print.rules(schemeVersions.join(", "))}</TextLink>
        )}
        <span>
          {updatedAt === null ? words.print.notUpdated : words.print.updated(format.moment(updatedAt))}
        </span>
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <Pill>{isProvisional ? words.print.provisional : words.print.sealed}</Pill>
        {isTrial ? <Pill tone="gold">{words.print.trial}</Pill> : null}
        {isTrial ? <span>{words.print.trialBody}</span> : null}
      </p>
      <ul className="grid gap-1 text-sm text-ink-soft">
        <li>
          <LadderOf board={board} />
        </li>
        {board.definition.pillar ? <li>{words.print.pillar}</li> : null}
        <li>{words.lowerHalf}</li>
        {hasHidden ? <li>{words.print.hiddenRows}</li> : null}
        <li>{words.print.split(format.points(split.youth), format.points(split.others))}</li>
      </ul>
      <div className="no-print flex flex-wrap gap-3">
        <PrintButton label={words.print.print} />
        {board.rows.length > 0 ? (
          <LinkButton
            to={boardHref(board.definition, BOARD_POSTER_PATH)}
            variant="secondary"
            icon={FileDown}
            reloadDocument
            download
          >
            {words.print.poster}
          </LinkButton>
        ) : null}
      </div>
    </footer>
  );
}

export function LadderOf({ board }: { board: Board }) {
  const { print } = useMessages(boardsArea).boards;
  switch (board.definition.subject) {
    case "team":
      return print.ladderTeam;
    case "village":
      return print.ladderVillage;
    case "member":
    case "youth_cell":
    case "union":
      return print.ladderPoints;
  }
}

export function FrozenNotice({ board }: { board: Pick<Board, "frozenAt"> }) {
  const { print } = useMessages(boardsArea).boards;
  const format = useFormat();
  if (board.frozenAt === null) return null;
  return <Notice title={print.frozenTitle}>{print.frozen(format.moment(board.frozenAt))}</Notice>;
}
