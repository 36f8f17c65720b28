import type { Board, BoardDefinition, BoardRow } from "#app/domain/boards/board.ts";
import { type BoardPeriod, boardPeriodsOf, parseBoardPeriod } from "#app/domain/boards/board-period.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type BoardCaller, communeOf } from "./board-caller.ts";
import { findOwnPlaces } from "./find-own-places.server.ts";
import { readBoard } from "./read-board.server.ts";
import { type FeedItem, readFeed } from "./read-feed.server.ts";

const FIRST = 3;
const FULL = 10_000;

/** K05, K09: who is named this month, and for what. Everything of it stands on the boards already. */
export interface HonourRoll {
  readonly period: BoardPeriod;
  readonly months: readonly BoardPeriod[];
  readonly board: Pick<
    Board,
    "days" | "isProvisional" | "isTrial" | "schemeVersions" | "updatedAt" | "frozenAt"
  >;
  readonly members: readonly BoardRow[];
  /** Teams that reached the whole target; where none did, the first of them. */
  readonly teams: readonly BoardRow[];
  readonly villages: readonly BoardRow[];
  readonly cells: readonly BoardRow[];
  /** Who came up most places since the month before. */
  readonly rising: readonly BoardRow[];
  readonly thanked: readonly { readonly id: string; readonly name: string; readonly thanks: number }[];
  readonly feed: readonly FeedItem[];
  readonly isGiver: boolean;
}

/** Null when the address names no month. Without one, the month that ended last. */
export async function readHonourRoll(
  caller: BoardCaller,
  asked: string | null,
  isGiver: boolean,
): Promise<HonourRoll | null> {
  const communeId = communeOf(caller);
  const { platform, person, today } = caller;
  const now = caller.now.getTime();
  return platform.db.withCommunes(caller.scope("boards.read-honour-roll"), async (tx) => {
    const running = await findMonthHolding(tx, communeId, today, now);
    const months = await findMonths(tx, communeId, running.id);
    const period = periodOf(asked, months);
    if (period === null) return null;
    const read = (subject: BoardDefinition["subject"]) =>
      readBoard(
        tx,
        communeId,
        { subject, period, pillar: null, campaign: null, category: "village", isYouthOnly: false },
        { now, audience: "commune" },
      );
    const members = await read("member");
    const teams = await read("team");
    const villages = await read("village");
    const cells = await read("youth_cell");
    const own = await findOwnPlaces(tx, communeId, person.accountId, today);
    const { days, isProvisional, isTrial, schemeVersions, updatedAt, frozenAt } = members;
    const full = teams.rows.filter(({ attainment }) => (attainment ?? 0) >= FULL);
    return {
      period,
      months,
      board: { days, isProvisional, isTrial, schemeVersions, updatedAt, frozenAt },
      members: firstOf(members.rows),
      teams: full.length > 0 ? full : firstOf(teams.rows),
      villages: firstOf(villages.rows),
      cells: firstOf(cells.rows),
      rising: risingOf(members.rows),
      thanked: await findThanked(tx, communeId, period, members),
      feed: await readFeed(tx, communeId, person.accountId, own.teamId),
      isGiver,
    };
  });
}

/** Places one to three, and whoever shares them; work that came to nothing is no honour. */
function firstOf(rows: readonly BoardRow[]): BoardRow[] {
  return rows.filter(
    ({ rank, points, attainment }) => rank !== null && rank <= FIRST && (attainment ?? points) > 0,
  );
}

function risingOf(rows: readonly BoardRow[]): BoardRow[] {
  const places = ({ movement }: BoardRow) => (movement.kind === "up" ? movement.places : 0);
  return rows
    .filter((row) => places(row) > 0)
    .sort((left, right) => places(right) - places(left) || (left.id < right.id ? -1 : 1))
    .slice(0, FIRST);
}

/** The running month and those before it, newest first. */
async function findMonths(tx: Tx, communeId: number, runningId: number): Promise<BoardPeriod[]> {
  const rows = await tx.month.findMany({
    where: { communeId, id: { lte: runningId } },
    orderBy: { id: "desc" },
    take: 6,
    select: { id: true },
  });
  return rows.map(({ id }) => boardPeriodsOf(id).month);
}

function periodOf(asked: string | null, months: readonly BoardPeriod[]): BoardPeriod | null {
  const usual = months[1] ?? months[0] ?? null;
  if (asked === null) return usual;
  const span = parseBoardPeriod(asked);
  // From a board of a quarter or a year one comes to its last month that there is.
  if (span !== null && span.kind !== "month") return usual;
  return span?.key ?? null;
}

async function findThanked(
  tx: Tx,
  communeId: number,
  period: BoardPeriod,
  { rows }: Board,
): Promise<HonourRoll["thanked"]> {
  const span = parseBoardPeriod(period);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const found = await tx.$queryRaw<{ id: string; thanks: number }[]>`
    select p.member_id::text as id, count(*)::int as thanks
      from thanks k
      join claim c on c.commune_id = k.commune_id and c.id = k.claim_id and c.state = 'verified'
      join claim_participant p on p.commune_id = c.commune_id and p.claim_id = c.id
     where k.commune_id = ${communeId} and k.withdrawn_at is null and c.month_id = ${span?.fromMonth ?? 0}
     group by 1 order by 2 desc, 1`;
  return found
    .flatMap(({ id, thanks }) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name, thanks }];
    })
    .slice(0, FIRST);
}
