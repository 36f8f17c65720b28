import type { Board } from "#app/domain/boards/board.ts";
import { parseBoardPeriod } from "#app/domain/boards/board-period.ts";
import type { PlanWords } from "#app/domain/plan/words.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { makeFormat } from "./format.ts";
import { officialName } from "./official-names.ts";
import { capitalised } from "./terms.ts";
import { boards } from "./vi/boards.ts";

/** What is written on a picture of a board: it goes out of the house, so it speaks the commune's language. */
export interface BoardCardWords {
  placeOf(kind: CommuneKind, name: string): string;
  titleOf(board: Board, words: PlanWords): string;
  periodOf(board: Board): string;
  nameOf(board: Board, row: { readonly id: string; readonly name: string }): string;
  valueOf(row: { readonly points: number; readonly attainment: number | null }): string;
  footOf(board: Board): string;
  /** In place of a name that its owner shows to nobody. */
  readonly me: string;
  /** Over those below the middle of a poster, whom no place shames. */
  othersOf(board: Board): string;
  readonly linkHint: string;
}

const format = makeFormat("vi");

export const boardCardWords: BoardCardWords = {
  placeOf: (kind, name) => capitalised(officialName(kind, name)),
  titleOf: ({ definition }, words) => {
    const { subject, pillar } = definition;
    const of = subject === "village" ? capitalised(words.village) : boards.subjects[subject];
    return [boards.title, of, ...(pillar === null ? [] : [boards.pillars[pillar]])].join(" · ");
  },
  periodOf: ({ definition, days }) => {
    const span = parseBoardPeriod(definition.period);
    const named =
      span?.kind === "year"
        ? boards.year(span.year)
        : span?.kind === "quarter"
          ? boards.quarter(span.ordinal, span.year)
          : format.month(span?.year ?? 0, span?.ordinal ?? 0);
    return days ? `${capitalised(named)} (${format.date(days.first)} đến ${format.date(days.last)})` : named;
  },
  nameOf: ({ definition }, { id, name }) => {
    const unions: Readonly<Record<string, string>> = boards.unions;
    return definition.subject === "union" ? (unions[id] ?? name) : name;
  },
  valueOf: ({ points, attainment }) =>
    attainment === null ? `${format.points(points)} ${boards.pointsUnit}` : format.percent(attainment),
  footOf: ({ updatedAt, isTrial, isProvisional }) =>
    [
      "Thi đua số",
      updatedAt === null ? boards.print.notUpdated : boards.print.updated(format.moment(updatedAt)),
      isProvisional ? boards.print.provisional : boards.print.sealed,
      ...(isTrial ? [boards.print.trial] : []),
    ].join(" · "),
  me: boards.you,
  othersOf: ({ definition }) =>
    definition.subject === "member"
      ? "Cùng đóng góp trong kỳ (theo thứ tự chữ cái)"
      : "Cùng tham gia trong kỳ (theo thứ tự chữ cái)",
  linkHint: "Quét mã để xem bảng mới nhất",
};
