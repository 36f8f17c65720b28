import ListOrdered from "lucide-react/icons/list-ordered";
import type { Board, TeamCategory } from "#app/domain/boards/board.ts";
import { cutBoard, type Gap, rowsFor } from "#app/domain/boards/cut-board.ts";
import type { PlaceWay, Way } from "#app/domain/boards/ways.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { Card } from "../kit/card.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { BoardChoices } from "./board-choices.tsx";
import { BOARD_HONOUR_PATH, BOARD_MINE_PATH, boardHref } from "./board-paths.ts";
import { BoardPrint, FrozenNotice } from "./board-print.tsx";
import { BoardTable } from "./board-table.tsx";
import { OwnPlace } from "./own-place.tsx";

interface ScreenProps {
  board: Board;
  ownId: string | null;
  gap: Gap | null;
  hasHidden: boolean;
  ways: readonly Way[];
  placeWay: PlaceWay | null;
  periods: readonly string[];
  categories: readonly TeamCategory[];
  campaigns: readonly { readonly id: string; readonly name: string }[];
  isWhole: boolean;
  isMember: boolean;
}

/** The board of a period: choices, one's own place, the first ten, the rows around, and what it rests on. */
export function BoardScreen(props: ScreenProps) {
  const { board, ownId, gap, hasHidden, ways, placeWay, periods, categories, isWhole, isMember } = props;
  const { boards: words } = useMessages(boardsArea);
  const { definition } = board;
  return (
    <>
      <BoardChoices
        definition={definition}
        periods={periods}
        categories={categories}
        campaigns={props.campaigns}
      />
      <FrozenNotice board={board} />
      <OwnPlace board={board} ownId={ownId} gap={gap} ways={ways} placeWay={placeWay} />
      {board.rows.length + board.hidden.length === 0 ? (
        <EmptyState icon={ListOrdered} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <Card>
          <Rows board={board} ownId={ownId} isWhole={isWhole} />
        </Card>
      )}
      <BoardPrint board={board} hasHidden={hasHidden} />
      <p className="no-print flex flex-wrap gap-x-6">
        {isMember ? <PageLink to={BOARD_MINE_PATH}>{words.links.mine}</PageLink> : null}
        <PageLink to={`${BOARD_HONOUR_PATH}?ky=${definition.period}`}>{words.links.honour}</PageLink>
      </p>
    </>
  );
}

function PageLink({ to, children }: { to: string; children: string }) {
  return (
    <TextLink to={to} className="inline-flex min-h-12 items-center">
      {children}
    </TextLink>
  );
}

function Rows({ board, ownId, isWhole }: Pick<ScreenProps, "board" | "ownId" | "isWhole">) {
  const { boards: words } = useMessages(boardsArea);
  const { definition } = board;
  const { top, around, left } = cutBoard(board, ownId);
  if (isWhole) {
    return (
      <>
        <BoardTable board={board} rows={rowsFor(board, ownId)} caption={words.title} ownId={ownId} />
        <PageLink to={boardHref(definition)}>{words.seeTop}</PageLink>
      </>
    );
  }
  return (
    <div className="grid gap-6">
      <BoardTable board={board} rows={top} caption={words.topTitle} ownId={ownId} />
      {around.length > 0 ? (
        <BoardTable board={board} rows={around} caption={words.aroundTitle} ownId={ownId} />
      ) : null}
      {left > 0 ? <PageLink to={`${boardHref(definition)}&xem=tat-ca`}>{words.seeAll}</PageLink> : null}
    </div>
  );
}
