import type { Board, BoardSubject } from "#app/domain/boards/board.ts";
import { type BoardPeriod, parseBoardPeriod } from "#app/domain/boards/board-period.ts";
import { partsOfMonthId } from "#app/domain/months/month.ts";
import { capitalised } from "#app/messages/terms.ts";
import { boardsArea } from "#app/messages/vi/boards.ts";
import { useFormat, useLanguage, useMessages, useTerms } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";

/** "tháng 11/2026", "quý 4/2026", "năm 2026". */
export function usePeriodName(): (period: BoardPeriod) => string {
  const { boards: words } = useMessages(boardsArea);
  const format = useFormat();
  return (key) => {
    const span = parseBoardPeriod(key);
    if (span === null) return key;
    if (span.kind === "year") return words.year(span.year);
    if (span.kind === "quarter") return words.quarter(span.ordinal, span.year);
    const { year, month } = partsOfMonthId(span.fromMonth);
    return format.month(year, month);
  };
}

/** A village is called what the commune calls it, in the commune's language. */
export function useSubjectName(): (subject: BoardSubject) => string {
  const { boards: words } = useMessages(boardsArea);
  const terms = useTerms();
  const language = useLanguage();
  return (subject) =>
    subject === "village" && language === "vi" ? capitalised(terms.village) : words.subjects[subject];
}

/** A union's row bears its key, everybody else's row its name; teams are not called teams row by row. */
export function useRowName({
  definition,
}: Pick<Board, "definition">): (row: { id: string; name: string }) => string {
  const { boards: words } = useMessages(boardsArea);
  const teamName = useTeamName();
  const unions: Readonly<Record<string, string>> = words.unions;
  return ({ id, name }) => {
    if (definition.subject === "team") return teamName(name);
    return definition.subject === "union" ? (unions[id] ?? name) : name;
  };
}
