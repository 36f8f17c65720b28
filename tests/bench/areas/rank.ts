import { Redis } from "ioredis";
import type { Pool } from "pg";
import type { BoardDefinition } from "#app/domain/boards/board.ts";
import { cutBoard, gapToNext, ownRow } from "#app/domain/boards/cut-board.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { readKeptBoard } from "#app/features/boards/read-kept-board.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Database } from "#app/platform/db/database.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { ownRedis } from "#tests/support/redis-for-the-run.ts";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import type { Figure, Measured } from "../figure.ts";
import { inRounds, medianMsOf, msOf, paired } from "../rounds.ts";
import { measureMany } from "./rank-many.ts";
import { fillYear, OPEN_MONTHS } from "./verify.sql.ts";

const COMMUNE_MEMBERS = 140;
/** The largest province, and the nation. */
const CROWDS = [13_500, 460_000] as const;
const ROUND_TRIPS = 5;

const MONTH: BoardDefinition = {
  subject: "member",
  period: "2026-11",
  pillar: null,
  campaign: null,
  category: "village",
  isYouthOnly: false,
};
const NOW = Date.parse("2026-11-20T05:00:00Z");
const SCOPE = { actorId: null, verb: "bench", requestId: "bench", communes: [1] };

/**
 * One's own place with its neighbours and the first ten: in a commune through its reader, from the ledger and from
 * what is kept; among the many of a province and of the nation from the index. Answers are compared before any clock.
 */
export async function measureRank({ isQuick, folders }: Run): Promise<Measured[]> {
  const opened = await openOn(await folders.fresh());
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  const redis = await ownRedis();
  const client = redis && new Redis(redis.url);
  try {
    const measured: Measured[] = await measureCommune(opened.database, owner, isQuick ? [3, 20] : [9, 60]);
    for (const members of isQuick ? CROWDS.slice(0, 1) : CROWDS)
      measured.push(...(await measureMany(owner, client, members, isQuick)));
    return measured;
  } finally {
    client?.disconnect();
    await redis?.close();
    await owner.end();
    await opened.close();
  }
}

async function measureCommune(
  database: Database,
  owner: Pool,
  [rounds, count]: readonly [number, number],
): Promise<Figure[]> {
  await owner.query(fillYear(COMMUNE_MEMBERS));
  await database.withCommunes(SCOPE, (tx) => findSchemeOn(tx, 1, "2026-01-01" as never));
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
    SCOPE,
    async (tx) => {
      const trips = async () =>
        ROUND_TRIPS * (await medianMsOf(count, () => tx.$queryRawUnsafe("select 1 as one")));
      const inSql = () => medianMsOf(Math.ceil(count / 4), () => tx.$queryRawUnsafe(RANK_IN_SQL, ownId));
      const kept = () =>
        medianMsOf(count, async () => cut(await readKeptBoard(values, tx, 1, MONTH, moment)));
      const anew = () =>
        medianMsOf(Math.ceil(count / 4), async () => cut(await readBoard(tx, 1, MONTH, moment)));
      const restarted = () =>
        msOf(async () => cut(await readKeptBoard(keepValues(10), tx, 1, MONTH, moment)));
      const named = { area: "rank", unit: "ms" } as const;
      const operation = `place of one of ${COMMUNE_MEMBERS} in a commune`;
      return [
        paired(
          { ...named, operation: `${operation}, board kept`, gate: 1 },
          `${ROUND_TRIPS} database round trips`,
          await inRounds(rounds, async () => [kept, trips]),
        ),
        paired(
          { ...named, operation: `${operation}, board kept`, gate: null },
          "RANK() in SQL",
          await inRounds(rounds, async () => [kept, inSql]),
        ),
        paired(
          { ...named, operation: `${operation}, after an approval`, gate: null },
          "RANK() in SQL",
          await inRounds(rounds, async () => [anew, inSql]),
        ),
        paired(
          { ...named, operation: `${operation}, first question after a restart`, gate: null },
          "RANK() in SQL",
          await inRounds(rounds, async () => [restarted, inSql]),
        ),
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
  const { rows } = await owner.query<{ id: string; rank: number }>(
    `select member_id::text as id, (rank() over (order by sum(points) desc))::int as rank
       from ledger_line where commune_id = 1 and month_id = 202611 group by 1`,
  );
  const board = await database.withCommunes(SCOPE, (tx) =>
    readBoard(tx, 1, MONTH, { now: NOW, audience: "commune" }),
  );
  const ours = new Map(board.rows.map(({ id, rank }) => [id, rank]));
  if (rows.length !== COMMUNE_MEMBERS || rows.some(({ id, rank }) => ours.get(id) !== rank))
    throw new Error("the board and SQL rank the commune differently");
  return board.rows.map(({ id }) => id);
}
