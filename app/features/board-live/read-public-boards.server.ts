import type { Board, BoardDefinition, BoardRow } from "#app/domain/boards/board.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { type Instant, localDateAt } from "#app/domain/calendar/local-date.ts";
import { partsOfMonthId } from "#app/domain/months/month.ts";
import type {
  MonthTotals,
  PublicBoards,
  PublicMonth,
  PublicRows,
  PublicSubject,
} from "#app/domain/publication/public-boards.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Members beyond these are for the commune's own board. */
const MOST_MEMBERS = 10;

/** The same for everybody who looks, so that it is read once per version. Writes nothing. */
export async function readPublicBoards(tx: Tx, communeId: number, now: Instant): Promise<PublicBoards> {
  const { kind, name, province } = await findCommune(tx, communeId);
  const { value: words } = await findSetting(tx, communeId, "words");
  const running = await tx.month.findFirst({
    where: { communeId, firstDay: { lte: toDatabaseDay(localDateAt(now)) } },
    orderBy: { firstDay: "desc" },
    select: { id: true },
  });
  const month = running ? await readMonth(tx, communeId, running.id, now) : null;
  return { communeId, kind, name, province, words, month };
}

async function readMonth(tx: Tx, communeId: number, monthId: number, now: Instant): Promise<PublicMonth> {
  const read = (subject: PublicSubject) =>
    readBoard(tx, communeId, boardOf(subject, monthId), { now, audience: "public" });
  const village = await read("village");
  const team = await read("team");
  const member = await read("member");
  const consented = await findConsented(tx, communeId);
  const named = member.rows
    .filter(({ id, points }) => points > 0 && consented.has(id))
    .slice(0, MOST_MEMBERS);
  return {
    ...partsOfMonthId(monthId),
    isTrial: village.isTrial,
    isProvisional: village.isProvisional,
    schemeVersions: village.schemeVersions,
    updatedAt: village.updatedAt,
    frozenAt: village.frozenAt,
    totals: await readTotals(tx, communeId, monthId, village),
    boards: {
      village: rowsOf(village, village.rows),
      team: rowsOf(team, team.rows),
      member: rowsOf(member, named),
    },
  };
}

function boardOf(subject: PublicSubject, monthId: number): BoardDefinition {
  const period = boardPeriodsOf(monthId).month;
  return { subject, period, pillar: null, campaign: null, category: "village", isYouthOnly: false };
}

function rowsOf({ ranked }: Board, rows: readonly BoardRow[]): PublicRows {
  return { rows, others: Math.max(0, ranked - rows.filter(({ rank }) => rank !== null).length) };
}

/** A row of the board under a shortened name is still a person: a stranger sees only those who said yes. */
async function findConsented(tx: Tx, communeId: number): Promise<ReadonlySet<string>> {
  const rows = await tx.consent.findMany({
    where: { communeId, purpose: "public_full_name", withdrawnAt: null },
    select: { memberId: true },
  });
  return new Set(rows.map(({ memberId }) => memberId));
}

async function readTotals(tx: Tx, communeId: number, monthId: number, village: Board): Promise<MonthTotals> {
  const [sums] = await tx.$queryRaw<{ claims: number; visits: number }[]>`
    select claims, visits from standing
     where commune_id = ${communeId} and month_id = ${monthId} and subject = 'commune'`;
  // A person counts where they live, and so in one village.
  const sum = (measure: "people" | "households") =>
    village.rows.reduce((total, { measures }) => total + (measures[measure] ?? 0), 0);
  return {
    claims: sums?.claims ?? 0,
    visits: sums?.visits ?? 0,
    people: sum("people"),
    households: sum("households"),
  };
}
