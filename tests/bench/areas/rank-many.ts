import type { Redis } from "ioredis";
import type { Pool } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { PlaceIndex } from "#app/domain/ranking/place-index.ts";
import { rankByLadder } from "#app/domain/ranking/rank.ts";
import type { Measured } from "../figure.ts";
import { inRounds, medianMsOf, msEach, msOf, type Pair, paired } from "../rounds.ts";

/** A step that meets everybody before it meets anybody twice. */
const STRIDE = 4_999;
const ASKED = 20_000;
const BOARD = "bench:board";
const ROWS_AT_ONCE = 5_000;

interface Standing {
  readonly id: number;
  readonly points: number;
}

/**
 * Places among many: from the index that stands in memory, in a sorted set of Redis, by sorting anew, in SQL. What an
 * approval costs each of them, and a restart.
 */
export async function measureMany(
  owner: Pool,
  redis: Redis | null,
  members: number,
  isQuick: boolean,
): Promise<Measured[]> {
  await plant(owner, members);
  const rows = await readStandings(owner);
  const index = indexOf(rows);
  await compareWithSql(owner, rows, index);
  const rounds = isQuick ? 5 : 11;
  const next = walkThrough(members);
  const inSql = () => msOf(() => owner.query(RANK_IN_SQL, [next() + 1]));
  const named = { area: "rank", unit: "ms" } as const;
  const among = `among ${members}`;
  return [
    ...(await compareWithRedis(index, redis, members, rounds)),
    paired(
      { ...named, operation: `place, neighbours, first ten ${among}, sorted anew`, gate: null },
      "RANK() in SQL",
      await inRounds(isQuick ? 3 : 5, async () => [() => msOf(async () => rankAll(rows)), inSql]),
    ),
    paired(
      {
        ...named,
        operation: `restart: sums read, index built, first place ${among} (P9)`,
        gate: 1.3,
        goal: 1.1,
      },
      "a bare COPY of the sums",
      await compareRestart(owner, rounds),
    ),
    ...(await compareFreshness(owner, index, members, isQuick ? 3 : 7)),
  ];
}

async function compareWithRedis(
  index: PlaceIndex,
  redis: Redis | null,
  members: number,
  rounds: number,
): Promise<Measured[]> {
  const among = `among ${members}`;
  const operations = {
    place: `place ${among}, from the index (P1)`,
    view: `place, neighbours, first hundred ${among}, from the index (P2)`,
    move: `an approval ${among}, moved in the index (P3)`,
  };
  if (redis === null)
    return Object.values(operations).map((operation) => ({
      area: "rank",
      operation,
      skipped: "redis-server not found",
    }));
  await fillSortedSet(redis, index, members);
  await comparePlaces(redis, index, members);
  const next = walkThrough(members);
  const ping = () => medianMsOf(500, () => redis.ping());
  const against = (ours: () => number, theirs: () => Promise<number>): Promise<Pair> =>
    inRounds(rounds, async () => [async () => ours(), theirs]);
  let points = 0;
  const move = () => {
    points = (points + 7) % 50_000;
    index.move(next(), points);
  };
  const named = { area: "rank", unit: "ms" } as const;
  return [
    paired(
      { ...named, operation: operations.place, gate: 0.02, goal: 0.005 },
      "a bare Redis PING",
      await against(() => msEach(ASKED, () => index.rankOf(next())), ping),
    ),
    paired(
      { ...named, operation: operations.view, gate: 0.1, goal: 0.05 },
      "a bare Redis PING",
      await against(() => msEach(ASKED / 10, () => lookAround(index, next())), ping),
    ),
    paired(
      { ...named, operation: operations.move, gate: 0.1, goal: 0.03 },
      "a ZADD",
      await against(
        () => msEach(members > 100_000 ? 500 : ASKED, move),
        () => medianMsOf(500, () => redis.zadd(BOARD, next(), String(next()))),
      ),
    ),
  ];
}

function lookAround(index: PlaceIndex, member: number): unknown {
  const at = index.positionOf(member);
  return [index.rankOf(member), index.slice(0, 100), index.slice(at - 5, at + 6)];
}

/** Everybody once, in no order; a number that shares nothing with the step's would be met too soon. */
function walkThrough(members: number): () => number {
  let at = 0;
  return () => {
    at = (at + STRIDE) % members;
    return at;
  };
}

async function plant(owner: Pool, members: number): Promise<void> {
  await owner.query(`
    drop materialized view if exists board_of_many;
    drop table if exists standing_of_many;
    create table standing_of_many (id int primary key, points int not null);
    insert into standing_of_many select m, 100 + (m::bigint * 7919 * 104729 % 40009)::int from generate_series(1, ${members}) m;
    create materialized view board_of_many as
      select id, points, rank() over (order by points desc) as rank from standing_of_many;
    create unique index on board_of_many (id);
    analyze;`);
}

const RANK_IN_SQL = `select * from (select id, rank() over (order by points desc) as rank from standing_of_many) s
  where rank <= 10 or id = $1`;

async function readStandings(owner: Pool): Promise<readonly Standing[]> {
  return (await owner.query<Standing>("select id, points from standing_of_many order by id")).rows;
}

function indexOf(rows: readonly Standing[]): PlaceIndex {
  return new PlaceIndex(Int32Array.from(rows, ({ points }) => points));
}

function rankAll(rows: readonly Standing[]) {
  const ladder = [{ key: "points", measure: ({ points }: Standing) => points }];
  return rankByLadder(rows, ladder, ({ id }) => String(id).padStart(6, "0"));
}

async function compareWithSql(owner: Pool, rows: readonly Standing[], index: PlaceIndex): Promise<void> {
  const { rows: theirs } = await owner.query<{ id: number; rank: string }>(
    "select id, rank from board_of_many",
  );
  const sorted = new Map(rankAll(rows).map(({ id, rank }) => [id, rank]));
  for (const { id, rank } of theirs)
    if (index.rankOf(id - 1) !== Number(rank) || sorted.get(id) !== Number(rank))
      throw new Error("the index, sorting and SQL rank the many differently");
  if (theirs.length !== rows.length) throw new Error("somebody has no place in SQL");
}

async function fillSortedSet(redis: Redis, index: PlaceIndex, members: number): Promise<void> {
  await redis.del(BOARD);
  const order = index.slice(0, members);
  for (let from = 0; from < members; from += ROWS_AT_ONCE) {
    const part = order.slice(from, from + ROWS_AT_ONCE);
    // What keeps the order of the index, whatever the points are.
    await redis.zadd(BOARD, ...part.flatMap((member, at) => [members - from - at, String(member)]));
  }
}

async function comparePlaces(redis: Redis, index: PlaceIndex, members: number): Promise<void> {
  const next = walkThrough(members);
  for (let asked = 0; asked < 1_000; asked++) {
    const member = next();
    if ((await redis.zrevrank(BOARD, String(member))) !== index.positionOf(member))
      throw new Error("the index and Redis place a member differently");
  }
}

const COPY_POINTS = "copy (select points from standing_of_many order by id) to stdout (format binary)";
const COPY_HEAD = 19;
const COPY_ROW = 2 + 4 + 4;

/** Both sides read the same rows in the same way; ours builds the index and says a place. */
async function compareRestart(owner: Pool, rounds: number): Promise<Pair> {
  const read = async (): Promise<Buffer> => {
    const client = await owner.connect();
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of client.query(copyTo(COPY_POINTS))) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    } finally {
      client.release();
    }
  };
  const build = async () => {
    const bytes = await read();
    const points = new Int32Array(Math.floor((bytes.length - COPY_HEAD) / COPY_ROW));
    for (let at = 0; at < points.length; at++) points[at] = bytes.readInt32BE(COPY_HEAD + at * COPY_ROW + 6);
    if (new PlaceIndex(points).rankOf(0) < 1) throw new Error("nobody has a place");
  };
  return inRounds(rounds, async () => [() => msOf(build), () => msOf(read)]);
}

/** One approval, and the board that knows of it. */
async function compareFreshness(
  owner: Pool,
  index: PlaceIndex,
  members: number,
  rounds: number,
): Promise<Measured[]> {
  const rows = await readStandings(owner);
  for (const { id, points } of rows) if (members < 100_000) index.move(id - 1, points);
  const fresh = members < 100_000 ? index : indexOf(rows);
  const next = walkThrough(members);
  const pair = await inRounds(rounds, async () => {
    const id = next() + 1;
    // Both begin where the approval is committed.
    await owner.query("update standing_of_many set points = points + 5 where id = $1", [id]);
    const withIndex = async () => {
      const { rows: own } = await owner.query<Standing>(
        "select id, points from standing_of_many where id = $1",
        [id],
      );
      fresh.move(id - 1, own[0]?.points ?? 0);
      fresh.slice(0, 10);
    };
    const refresh = () => owner.query("refresh materialized view concurrently board_of_many");
    return [() => msOf(withIndex), () => msOf(refresh)];
  });
  await compareWithSql(owner, await readStandings(owner), fresh);
  const named = {
    area: "rank",
    operation: `a board of ${members} after one approval, moved in the index`,
    unit: "ms",
    gate: 0.01,
  } as const;
  return [paired(named, "REFRESH MATERIALIZED VIEW CONCURRENTLY", pair)];
}
