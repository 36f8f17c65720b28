import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import type { Pool } from "pg";
import pino from "pino";
import type { BoardDefinition } from "#app/domain/boards/board.ts";
import { cutBoard, gapToNext, ownRow } from "#app/domain/boards/cut-board.ts";
import { PlaceIndex } from "#app/domain/ranking/place-index.ts";
import { rankByLadder } from "#app/domain/ranking/rank.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { readKeptBoard } from "#app/features/boards/read-kept-board.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";
import { ownRedis } from "#tests/support/redis-for-the-run.ts";
import { type Figure, median } from "../figure.ts";
import { fillYear, OPEN_MONTHS } from "./verify.sql.ts";

const COMMUNE_MEMBERS = 140;
const PROVINCE_MEMBERS = 13_500;
/** A year of one member of a busy team. */
const PROVINCE_LINES_EACH = 122;
const ROUND_TRIPS = 5;
const TIMES_FASTER = 100;

const MONTH: BoardDefinition = {
  subject: "member",
  period: "2026-11",
  pillar: null,
  campaign: null,
  category: "village",
  isYouthOnly: false,
};
const NOW = Date.parse("2026-11-20T05:00:00Z");

/**
 * One's own place with its neighbours and the first ten. A commune through its reader, from the ledger and from what
 * is kept; a province's members as rows to be sorted when they are asked for. Answers are compared before any clock.
 */
export async function measureRank(isQuick: boolean): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-rank-"));
  const opened = await openDatabase(
    { dataDir, appRoot: process.cwd(), database: null },
    pino({ level: "silent" }),
    {
      preparations: databasePreparations,
    },
  );
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  const redis = await ownRedis();
  const client = redis && new Redis(redis.url);
  try {
    const commune = await measureCommune(opened.database, owner, isQuick ? 30 : 200);
    const province = await measureProvince(owner, client, isQuick ? 5 : 15);
    return [...commune, ...province];
  } finally {
    client?.disconnect();
    await redis?.close();
    await owner.end();
    await opened.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Database = Awaited<ReturnType<typeof openDatabase>>["database"];

async function measureCommune(database: Database, owner: Pool, count: number): Promise<Figure[]> {
  await owner.query(fillYear(COMMUNE_MEMBERS));
  const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [1] };
  await database.withCommunes(scope, (tx) => findSchemeOn(tx, 1, "2026-01-01" as never));
  await owner.query(OPEN_MONTHS);
  await owner.query("analyze");
  const moment = { now: NOW, audience: "commune" } as const;
  const values = keepValues(10);
  const ids = await compareWithSql(database, owner);
  const ownId = ids[Math.floor(ids.length / 2)] ?? "";
  const cut = (board: Awaited<ReturnType<typeof readBoard>>) => [
    cutBoard(board, ownId),
    ownRow(board, ownId),
    gapToNext(board, ownId),
  ];
  return database.withCommunes(
    scope,
    async (tx) => {
      const trip = await timed(count, () => tx.$queryRawUnsafe("select 1 as one"));
      const kept = await timed(count, async () => cut(await readKeptBoard(values, tx, 1, MONTH, moment)));
      const anew = await timed(Math.ceil(count / 4), async () => cut(await readBoard(tx, 1, MONTH, moment)));
      const inSql = await timed(Math.ceil(count / 4), () => tx.$queryRawUnsafe(RANK_IN_SQL, ownId));
      const trips = { what: `${ROUND_TRIPS} database round trips`, value: trip * ROUND_TRIPS };
      const operation = `place of one of ${COMMUNE_MEMBERS} in a commune`;
      return [
        figure(`${operation}, board kept`, kept, trips, 1),
        figure(`${operation}, after an approval`, anew, { what: "RANK() in SQL", value: inSql }, null),
        figure(`${operation}, board kept`, kept, { what: "RANK() in SQL", value: inSql }, null),
      ];
    },
    { timeoutMs: 300_000 },
  );
}

const RANK_IN_SQL = `
with ranked as (
  select member_id::text as id, sum(points) as points, rank() over (order by sum(points) desc) as rank
    from ledger_line where commune_id = 1 and month_id = 202611 group by 1
), own as (select rank from ranked where id = $1)
select r.* from ranked r, own where r.rank <= 10 or r.rank between own.rank - 2 and own.rank + 2 order by r.rank, r.id`;

async function compareWithSql(database: Database, owner: Pool): Promise<string[]> {
  const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [1] };
  const { rows } = await owner.query<{ id: string; rank: number }>(
    `select member_id::text as id, (rank() over (order by sum(points) desc))::int as rank
       from ledger_line where commune_id = 1 and month_id = 202611 group by 1`,
  );
  const board = await database.withCommunes(scope, (tx) =>
    readBoard(tx, 1, MONTH, { now: NOW, audience: "commune" }),
  );
  const ours = new Map(board.rows.map(({ id, rank }) => [id, rank]));
  if (rows.length !== COMMUNE_MEMBERS || rows.some(({ id, rank }) => ours.get(id) !== rank))
    throw new Error("the board and SQL rank the commune differently");
  return board.rows.map(({ id }) => id);
}

interface Standing {
  readonly id: number;
  readonly points: number;
}

const POINTS = [{ key: "points", measure: ({ points }: Standing) => points }];
const rankAll = (rows: readonly Standing[]) =>
  rankByLadder(rows, POINTS, ({ id }) => String(id).padStart(6, "0"));

function indexOf(rows: readonly Standing[]): PlaceIndex {
  const points = new Int32Array(PROVINCE_MEMBERS);
  for (const row of rows) points[row.id - 1] = row.points;
  return new PlaceIndex(points);
}

async function measureProvince(owner: Pool, redis: Redis | null, rounds: number): Promise<Figure[]> {
  await owner.query(`
    create table province_line (member int not null, points int not null);
    insert into province_line select m, ((m * 7919 + k * 104729) % 900) from generate_series(1, ${PROVINCE_MEMBERS}) m,
      generate_series(1, ${PROVINCE_LINES_EACH}) k;
    create table province_standing (id int primary key, points int not null);
    insert into province_standing select member, sum(points) from province_line group by 1;
    create materialized view province_board as
      select id, points, rank() over (order by points desc) as rank
        from (select member as id, sum(points)::int as points from province_line group by 1) s;
    create unique index on province_board (id);
    analyze;`);
  const read = async () => (await owner.query<Standing>("select id, points from province_standing")).rows;
  await compareProvince(owner, await read());
  const rows = await read();
  const index = indexOf(rows);
  let next = 0;
  const kept = await timed(2_000, async () => {
    next = (next + 4_999) % PROVINCE_MEMBERS;
    const at = index.positionOf(next);
    return [index.rankOf(next), index.slice(0, 10), index.slice(at - 2, at + 3)];
  });
  const sorted = await timed(rounds * 4, async () => rankAll(rows));
  const inSql = await timed(rounds, () =>
    owner.query(
      "select * from (select id, rank() over (order by points desc) as rank from province_standing) s where rank <= 10 or id = 77",
    ),
  );
  const ping = redis && (await timed(2_000, () => redis.ping()));
  const fresh = await compareFreshness(owner, index, rounds);
  const operation = `place of one of ${PROVINCE_MEMBERS} in a province`;
  return [
    ...(ping === null
      ? []
      : [
          figure(
            `${operation}, from the index`,
            kept,
            { what: "a bare Redis round trip", value: ping },
            null,
          ),
          figure(`${operation}, sorted anew`, sorted, { what: "a bare Redis round trip", value: ping }, null),
        ]),
    figure(`${operation}, sorted anew`, sorted, { what: "RANK() in SQL", value: inSql }, null),
    ...fresh,
  ];
}

async function compareProvince(owner: Pool, rows: readonly Standing[]): Promise<void> {
  const { rows: theirs } = await owner.query<{ id: number; rank: string }>(
    "select id, rank from province_board",
  );
  const ours = new Map(rankAll(rows).map(({ id, rank }) => [id, rank]));
  if (theirs.length !== PROVINCE_MEMBERS || theirs.some(({ id, rank }) => ours.get(id) !== Number(rank)))
    throw new Error("sorting and SQL rank the province differently");
  const index = indexOf(rows);
  if (theirs.some(({ id, rank }) => index.rankOf(id - 1) !== Number(rank)))
    throw new Error("the index and SQL rank the province differently");
}

/** One approval, and the board that knows of it. Rounds alternate; a ratio is taken in each. */
async function compareFreshness(owner: Pool, index: PlaceIndex, rounds: number): Promise<Figure[]> {
  const [moved, sorted]: [number[], number[]] = [[], []];
  const refreshes: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const id = 1 + ((round * 4_999) % PROVINCE_MEMBERS);
    const approve = () => owner.query("update province_standing set points = points + 5 where id = $1", [id]);
    // Both begin where the approval is committed.
    await approve();
    await owner.query("insert into province_line values ($1, 5)", [id]);
    const withIndex = await timed(1, async () => {
      const { rows } = await owner.query<Standing>("select id, points from province_standing where id = $1", [
        id,
      ]);
      index.move(id - 1, rows[0]?.points ?? 0);
      index.slice(0, 10);
    });
    const withSorting = await timed(1, async () => {
      rankAll((await owner.query<Standing>("select id, points from province_standing")).rows);
    });
    const theirs = await timed(1, () => owner.query("refresh materialized view concurrently province_board"));
    if (round === 0) continue;
    moved.push(withIndex / theirs);
    sorted.push(withSorting / theirs);
    refreshes.push(theirs);
  }
  const { rows } = await owner.query<Standing>("select id, points from province_standing order by id");
  await compareProvince(owner, rows);
  const anew = indexOf(rows);
  if (rows.some(({ id }) => index.rankOf(id - 1) !== anew.rankOf(id - 1)))
    throw new Error("the index has lost a move");
  const value = median(refreshes);
  const refresh = { what: "REFRESH MATERIALIZED VIEW CONCURRENTLY", value };
  const operation = "a province's board after one approval";
  return [
    figure(`${operation}, moved in the index`, median(moved) * value, refresh, 1 / TIMES_FASTER),
    figure(`${operation}, sorted anew`, median(sorted) * value, refresh, null),
  ];
}

/** The median of so many, in milliseconds. */
async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return median(times);
}

function figure(
  operation: string,
  measured: number,
  against: Figure["against"],
  gate: number | null,
): Figure {
  return { area: "rank", operation, measured, unit: "ms", against, gate };
}
