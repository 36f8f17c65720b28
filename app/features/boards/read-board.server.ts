import type { Board, BoardAudience, BoardDefinition, BoardFigures } from "#app/domain/boards/board.ts";
import { type BoardSpan, parseBoardPeriod, previousBoardPeriod } from "#app/domain/boards/board-period.ts";
import { frozenSince } from "#app/domain/boards/freeze.ts";
import { ladderOf, rankBoard, ranksOf } from "#app/domain/boards/rank-board.ts";
import { type Instant, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { MonthState } from "#app/domain/months/month.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { BOARD_HEAD, peopleOf, pointsOf } from "./board-facts.sql.ts";
import { type BoardMonth, type PeopleRow, type PointsRow, tallyOf } from "./board-tally.ts";
import { findBoardFigures } from "./find-board-figures.server.ts";
import { type QuotaFacts, teamQuotaOf } from "./team-quota.ts";

export interface BoardMoment {
  readonly now: Instant;
  readonly audience: BoardAudience;
}

/** After everything that will ever be booked. */
const OPEN_END = new Date("9999-12-31T00:00:00Z");

interface Head extends QuotaFacts {
  readonly version: number;
  readonly months: readonly (BoardMonth & { readonly state: MonthState; readonly graceEndsAt: Instant })[];
}

/**
 * The one reader behind every board, card, page and picture (rule 7). Its figures are sums of the ledger and counts of
 * verified work; it keeps nothing. The caller's scope decides whether the commune may be read at all.
 */
export async function readBoard(
  tx: Tx,
  communeId: number,
  definition: BoardDefinition,
  { now, audience }: BoardMoment,
): Promise<Board> {
  const span = parseBoardPeriod(definition.period);
  if (span === null) throw new Error(`"${definition.period}" is no period of a board`);
  const before = previousBoardPeriod(span);
  const head = await readHead(tx, communeId, before.fromMonth, span, localDateAt(now));
  const { version, months } = head;
  const own = months.filter(({ id }) => id >= span.fromMonth);
  const earlier = months.filter(({ id }) => id <= before.toMonth);
  const frozenAt = audience === "office" ? null : frozenSince(own, now);
  const asOf = frozenAt === null ? OPEN_END : new Date(frozenAt);
  const { subject, pillar, campaign, isYouthOnly } = definition;
  const spans = [span.fromMonth, span.toMonth, asOf, before.fromMonth, before.toMonth, OPEN_END];
  const values = [communeId, ...spans, pillar, campaign, isYouthOnly];
  const points = await tx.$queryRawUnsafe<PointsRow[]>(
    pointsOf(subject, pillar !== null || campaign !== null),
    ...values,
  );
  const people = await tx.$queryRawUnsafe<PeopleRow[]>(peopleOf(subject), ...values);
  const find = (which: "now" | "before") =>
    findBoardFigures(tx, communeId, definition, {
      audience,
      asOf: which === "now" ? asOf : OPEN_END,
      months: which === "now" ? own : earlier,
      tally: tallyOf(which, points, people),
      quota: teamQuotaOf(head),
    });
  const figures = own.length === 0 ? [] : await find("now");
  const past = earlier.length === 0 ? [] : await find("before");
  const rows = rankBoard(figures, subject, ranksOf(past, subject));
  const all = points.find(({ which, id }) => which === "now" && id === null);
  return {
    definition,
    months: { from: span.fromMonth, to: span.toMonth },
    days: daysOf(own),
    rows: rows.filter(({ isHidden }) => !isHidden),
    hidden: rows.filter(({ isHidden }) => isHidden),
    ranked: rows.filter(({ rank }) => rank !== null).length,
    ladder: ladderOf(subject).map(({ key }) => key),
    version,
    updatedAt: all?.updatedAt ?? null,
    schemeVersions: [...new Set(own.map(({ schemeVersion }) => schemeVersion))].sort((a, b) => a - b),
    isTrial: own.some(({ isTrial }) => isTrial),
    isProvisional: own.some(({ state }) => state !== "sealed"),
    frozenAt,
    split: splitOf(figures, all),
  };
}

async function readHead(
  tx: Tx,
  communeId: number,
  fromMonth: number,
  span: BoardSpan,
  today: LocalDate,
): Promise<Head> {
  const values = [communeId, fromMonth, span.toMonth, today, span.fromMonth];
  const [head] = await tx.$queryRawUnsafe<Head[]>(BOARD_HEAD, ...values);
  if (!head) throw new Error("the head of a board could not be read");
  return head;
}

function daysOf(months: readonly BoardMonth[]): Board["days"] {
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first: first.firstDay, last: last.lastDay } : null;
}

/** Of the whole commune: rows of unions overlap, so they cannot be added up. */
function splitOf(figures: readonly BoardFigures[], all: PointsRow | undefined): Board["split"] {
  if (figures.length === 0 || !all) return { youth: 0, others: 0 };
  return { youth: all.youthPoints, others: all.points - all.youthPoints };
}
