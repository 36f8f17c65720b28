import type { Board, BoardDefinition, BoardRow } from "#app/domain/boards/board.ts";
import { boardPeriodsOf } from "#app/domain/boards/board-period.ts";
import { type Instant, localDateAt } from "#app/domain/calendar/local-date.ts";
import { partsOfMonthId } from "#app/domain/months/month.ts";
import type {
  MonthTotals,
  PublicBoards,
  PublicHonour,
  PublicMonth,
  PublicRows,
  PublicSubject,
} from "#app/domain/publication/public-boards.ts";
import { excerptOf } from "#app/domain/stories/story.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findPublicPlace } from "./find-public-place.server.ts";

/** Members beyond these are for the commune's own board. */
const MOST_MEMBERS = 10;
/** Of the honour roll: places one to three, however many share them, but no more than fit a phone. */
const FIRST = 3;
const MOST_HONOURED = 6;
const NEWEST_STORIES = 3;

/** The same for everybody who looks, so that it is read once per version. Writes nothing. */
export async function readPublicBoards(tx: Tx, communeId: number, now: Instant): Promise<PublicBoards> {
  const place = await findPublicPlace(tx, communeId);
  const running = await tx.month.findFirst({
    where: { communeId, firstDay: { lte: toDatabaseDay(localDateAt(now)) } },
    orderBy: { firstDay: "desc" },
    select: { id: true },
  });
  const month = running ? await readMonth(tx, communeId, running.id, now) : null;
  const honour = running ? await readHonour(tx, communeId, running.id, now) : null;
  const stories = await findNewestStories(tx, communeId);
  const hasYears = (await tx.yearPublication.count({ where: { communeId } })) > 0;
  return { ...place, month, honour, stories, hasYears };
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

/** The month before the running one, where there was one. */
async function readHonour(
  tx: Tx,
  communeId: number,
  runningId: number,
  now: Instant,
): Promise<PublicHonour | null> {
  const before = await tx.month.findFirst({
    where: { communeId, id: { lt: runningId } },
    orderBy: { id: "desc" },
    select: { id: true },
  });
  if (!before) return null;
  const read = async (subject: PublicSubject) =>
    (await readBoard(tx, communeId, boardOf(subject, before.id), { now, audience: "public" })).rows.filter(
      ({ rank, points, attainment }) => rank !== null && rank <= FIRST && (attainment ?? points) > 0,
    );
  const consented = await findConsented(tx, communeId);
  const member = (await read("member")).filter(({ id }) => consented.has(id));
  const namesOf = (rows: readonly BoardRow[]) =>
    rows.slice(0, MOST_HONOURED).map(({ id, name }) => ({ id, name }));
  return {
    ...partsOfMonthId(before.id),
    names: {
      village: namesOf(await read("village")),
      team: namesOf(await read("team")),
      member: namesOf(member),
    },
  };
}

/** Published, and nobody named in it without a standing consent. */
async function findNewestStories(tx: Tx, communeId: number): Promise<PublicBoards["stories"]> {
  const rows = await tx.$queryRaw<(PublicBoards["stories"][number] & { body: string })[]>`
    select s.id, v.kind, v.title, left(v.body, 400) as body, p.name as village,
           s.published_on::text as "publishedOn"
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
      left join village p on p.commune_id = s.commune_id and p.id = s.village_id
     where s.commune_id = ${communeId} and s.state = 'published'
       and not exists (select from story_person n
                        where n.commune_id = s.commune_id and n.story_id = s.id and not n.is_dropped
                          and (n.asked_on is null or n.withdrawn_on is not null))
     order by s.published_on desc, s.published_at desc, s.id limit ${NEWEST_STORIES}`;
  return rows.map(({ body, ...story }) => ({ ...story, excerpt: excerptOf(body) }));
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
