import { can } from "#app/domain/access/can.ts";
import type { Board, TeamCategory } from "#app/domain/boards/board.ts";
import { parseBoardAddress } from "#app/domain/boards/board-address.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { boardSeenBy, type Gap, gapToNext, ownRow } from "#app/domain/boards/cut-board.ts";
import { type PlaceWay, placeWays, type Way, waysToClose } from "#app/domain/boards/ways.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { partsOfMonthId } from "#app/domain/months/month.ts";
import { findMonthHolding, type MonthRow } from "#app/features/months/find-month.server.ts";
import { findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import { findOwnPlaces, type OwnPlaces, ownIdOn } from "./find-own-places.server.ts";
import { readKeptBoard } from "./read-kept-board.server.ts";

/** A board as one person sees it. */
export interface BoardPage {
  /** Without the rows of others who chose not to be seen. */
  readonly board: Board;
  readonly hasHidden: boolean;
  /** To the next place, whoever stands there. */
  readonly gap: Gap | null;
  readonly ownId: string | null;
  /** On the roster, and so with a history of one's own. */
  readonly isMember: boolean;
  readonly ways: readonly Way[];
  readonly placeWay: PlaceWay | null;
  /** The running month and the one before, the chips of the page begin with them. */
  readonly periods: readonly string[];
  readonly categories: readonly TeamCategory[];
  /** D17: those whose days touch the board's year, newest first. */
  readonly campaigns: readonly { readonly id: string; readonly name: string }[];
}

/** Null when the address names no board that can be. */
export async function readBoardPage(caller: BoardCaller, query: URLSearchParams): Promise<BoardPage | null> {
  const communeId = communeOf(caller);
  return caller.platform.db.withCommunes(caller.scope("boards.read"), async (tx) => {
    const now = caller.now.getTime();
    const month = await findMonthHolding(tx, communeId, caller.today, now);
    const definition = parseBoardAddress(query, boardPeriodsOf(month.id).month);
    if (definition === null) return null;
    const isOffice = can(caller.actor, "activity.read-office", { communeId }, caller.today).ok;
    const board = await readKeptBoard(caller.platform.values, tx, communeId, definition, {
      now,
      audience: isOffice ? "office" : "commune",
    });
    const own = await findOwnPlaces(tx, communeId, caller.person.accountId, caller.today);
    const ownId = ownIdOn(definition.subject, own);
    return {
      board: boardSeenBy(board, ownId),
      hasHidden: board.hidden.length > 0,
      gap: gapToNext(board, ownId),
      ownId,
      isMember: own.memberId !== null,
      ways: await findWays(tx, caller, month, board, own),
      placeWay: placeWayOf(board, ownId),
      periods: periodsAround(month.id),
      categories: definition.subject === "team" ? await findCategories(tx, communeId) : [],
      campaigns: await findCampaignsOf(tx, communeId, definition.period.slice(0, 4), caller.today),
    };
  });
}

/** Honest ways stand only where work of today would count: on a board that holds the running month. */
async function findWays(
  tx: Tx,
  caller: BoardCaller,
  month: MonthRow,
  board: Board,
  { memberId }: OwnPlaces,
): Promise<Way[]> {
  const { definition, months } = board;
  const gap = definition.subject === "member" ? gapToNext(board, memberId) : null;
  if (gap === null || memberId === null || month.id < months.from || month.id > months.to) return [];
  // A campaign's page says what counts for it; ways by the rules of the month would lead astray.
  if (definition.campaign !== null) return [];
  const communeId = communeOf(caller);
  const scheme = await findSchemeVersion(tx, communeId, month.schemeVersion);
  const known = await tx.$queryRaw<{ key: string }[]>`
    select distinct c.activity_key as key from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id
     where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid and c.state = 'verified'`;
  const [sum] = await tx.$queryRaw<{ points: number }[]>`
    select coalesce(sum(points), 0)::int as points from ledger_line
     where commune_id = ${communeId} and member_id = ${memberId}::uuid and month_id = ${month.id}`;
  const { pillar } = definition;
  const activities = scheme.activities.filter((kind) => pillar === null || kind.pillar === pillar);
  return waysToClose({
    gap: gap.difference,
    scheme: { ...scheme, activities },
    today: caller.today,
    monthPoints: sum?.points ?? 0,
    known: new Set(known.map(({ key }) => key)),
  });
}

function placeWayOf(board: Board, ownId: string | null): PlaceWay | null {
  const { subject } = board.definition;
  if (subject !== "team" && subject !== "village") return null;
  const row = ownRow(board, ownId);
  const gap = gapToNext(board, ownId);
  return row && gap ? placeWays(row.measures, gap.difference, subject === "village") : null;
}

/** The running month, its quarter and its year, and the month before. */
function periodsAround(monthId: number): string[] {
  const { year, month } = partsOfMonthId(monthId);
  const before = month === 1 ? (year - 1) * 100 + 12 : monthId - 1;
  const running = boardPeriodsOf(monthId);
  return [running.month, boardPeriodsOf(before).month, running.quarter, running.year];
}

/** Announced and begun; a board of days to come would be empty. */
function findCampaignsOf(
  tx: Tx,
  communeId: number,
  year: string,
  today: LocalDate,
): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select id::text as id, name from campaign
     where commune_id = ${communeId} and published_at is not null and withdrawn_at is null
       and starts_on <= ${today}::date and ${year}::int between extract(year from starts_on) and extract(year from ends_on)
     order by starts_on desc, name, id`;
}

async function findCategories(tx: Tx, communeId: number): Promise<TeamCategory[]> {
  const rows = await tx.$queryRaw<{ kind: TeamCategory }[]>`
    select distinct kind from team where commune_id = ${communeId}`;
  return rows.map(({ kind }) => kind);
}
