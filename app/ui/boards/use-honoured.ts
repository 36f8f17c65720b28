import type { BoardRow } from "#app/domain/boards/board.ts";
import { boardExtrasArea } from "#app/messages/vi/board-extras.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import type { Honoured } from "./honour-list.tsx";

interface Roll {
  readonly members: readonly BoardRow[];
  readonly teams: readonly BoardRow[];
  readonly villages: readonly BoardRow[];
  readonly cells: readonly BoardRow[];
  readonly rising: readonly BoardRow[];
  readonly thanked: readonly { readonly id: string; readonly name: string; readonly thanks: number }[];
}

const FULL = 10_000;

/** The lists of the month in the order they are read out, each with the figure it is for. */
export function useHonoured(roll: Roll): { readonly title: string; readonly rows: readonly Honoured[] }[] {
  const { boards, boardExtras } = useMessages(boardsArea, boardExtrasArea);
  const words = boardExtras.honour;
  const format = useFormat();
  const teamName = useTeamName();
  const byPoints = (row: BoardRow) => `${format.points(row.points)} ${boards.pointsUnit}`;
  const byShare = (row: BoardRow) => format.percent(row.attainment ?? 0);
  const byPlaces = ({ movement }: BoardRow) => (movement.kind === "up" ? boards.up(movement.places) : "");
  const of = (rows: readonly BoardRow[], figure: (row: BoardRow) => string): Honoured[] =>
    rows.map((row) => ({ id: row.id, name: row.name, detail: row.detail, figure: figure(row) }));
  const teams = roll.teams.map((row) => ({ ...row, name: teamName(row.name), detail: null }));
  const hasFull = roll.teams.some(({ attainment }) => (attainment ?? 0) >= FULL);
  return [
    { title: words.members, rows: of(roll.members, byPoints) },
    { title: hasFull ? words.teamsFull : words.teams, rows: of(teams, byShare) },
    { title: words.villages, rows: of(roll.villages, byShare) },
    { title: words.cells, rows: of(roll.cells, byPoints) },
    { title: words.rising, rows: of(roll.rising, byPlaces) },
    {
      title: words.thanked,
      rows: roll.thanked.map(({ id, name, thanks }) => ({
        id,
        name,
        detail: null,
        figure: words.thanks(format.number(thanks)),
      })),
    },
  ];
}
