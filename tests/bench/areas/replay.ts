import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Pool, PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { rankByLadder } from "#app/domain/ranking/rank.ts";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import type { Figure } from "../figure.ts";
import { inRounds, msOf, type Pair, paired } from "../rounds.ts";
import { LINES_PER_MEMBER, plantSealedYear } from "../sealed-year.ts";

const MEMBERS = 400;
const MEMBERS_QUICK = 60;
const LAST_SEALED = 202_611;
const LINES_OF = `from ledger_line where commune_id = 1 and month_id <= ${LAST_SEALED}`;
const GROUP_BY = `select member_id::text as id, sum(points)::int as points ${LINES_OF} group by 1`;

/** P7 and P8. */
const FROM_LINES = { gate: 1, goal: 0.5 } as const;
const FROM_SEALS = { gate: 0.1, goal: 0.02 } as const;

/** Points of each member over the sealed months. */
type Sums = ReadonlyMap<string, number>;

/**
 * A commune's sealed year told again, against the best that SQL can do by GROUP BY over the same lines. Every way of
 * telling it must come to the same points for every member before a clock runs.
 */
export async function measureReplay({ isQuick, folders }: Run): Promise<Figure[]> {
  const members = isQuick ? MEMBERS_QUICK : MEMBERS;
  const dataDir = await folders.fresh();
  const opened = await openOn(dataDir);
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  const maintain = opened.openPool("maintain", { name: "bench verify", max: 4, statementTimeoutMs: 0 });
  try {
    await plantSealedYear({ database: opened.database, owner, dataDir }, members);
    await owner.query("analyze");
    const lines = Math.round((members * LINES_PER_MEMBER * 11) / 12);
    const columns = path.join(dataDir, "columns");
    const client = await maintain.connect();
    try {
      await writeColumns(client, columns);
      const ways = {
        seals: () => readSeals(client),
        lines: () => foldCopy(client),
        columns: async () => foldColumns(columns),
      };
      await compareAnswers(client, ways);
      const against = (work: () => Promise<unknown>): Promise<Pair> =>
        inRounds(isQuick ? 5 : 9, async () => [() => msOf(work), () => bestGroupBy(client)]);
      const what = "the best SQL GROUP BY";
      const named = { area: "replay", unit: "ms" } as const;
      const told = `${lines} lines`;
      return [
        paired(
          {
            ...named,
            operation: `${told}: sealed months read, hashed, added up, ranked (P8)`,
            ...FROM_SEALS,
          },
          what,
          await against(ways.seals),
        ),
        paired(
          { ...named, operation: `${told}: verify adds up every sum anew (V7)`, gate: null },
          what,
          await against(() => verify(maintain, "V7")),
        ),
        paired(
          { ...named, operation: `${told}: verify tells every seal anew, line by line (V8)`, gate: null },
          what,
          await against(() => verify(maintain, "V8")),
        ),
        paired(
          { ...named, operation: `left out, ${told}: COPY BINARY and a fold (P7)`, ...FROM_LINES },
          what,
          await against(ways.lines),
        ),
        paired(
          { ...named, operation: `left out, ${told}: column file read, hashed, folded, ranked`, gate: null },
          what,
          await against(ways.columns),
        ),
      ];
    } finally {
      client.release();
    }
  } finally {
    await Promise.all([owner.end(), maintain.end()]);
    await opened.close();
  }
}

async function compareAnswers(
  client: PoolClient,
  ways: Readonly<Record<string, () => Promise<Sums>>>,
): Promise<void> {
  const { rows } = await client.query<{ id: string; points: number }>(GROUP_BY);
  for (const [name, tell] of Object.entries(ways)) {
    const told = await tell();
    if (told.size !== rows.length || rows.some(({ id, points }) => told.get(id) !== points))
      throw new Error(`${name} and SQL tell the year differently`);
  }
}

/** Alone and with helpers: whichever is quicker. */
async function bestGroupBy(client: PoolClient): Promise<number> {
  const times: number[] = [];
  for (const helpers of [0, 2]) {
    await client.query(`set max_parallel_workers_per_gather = ${helpers}`);
    times.push(await msOf(() => client.query(GROUP_BY)));
  }
  return Math.min(...times);
}

async function verify(maintain: Pool, id: string): Promise<void> {
  const checks = CHECKS.filter((check) => check.id === id);
  for await (const { findings } of verifyHouse({ maintain, manifest: [], checks, nowMs: Date.now }))
    if (findings > 0) throw new Error(`${id} found ${findings} where nothing is wrong`);
}

interface SealedMember {
  readonly id: string;
  readonly points: number;
}

/** What the house keeps of a sealed month: its text, whose hash the next one names. */
async function readSeals(client: PoolClient): Promise<Sums> {
  const { rows } = await client.query<{ content: string; sha256: string; previous: string }>(
    `select content, encode(sha256, 'hex') as sha256, encode(previous_sha256, 'hex') as previous
       from month_seal where commune_id = 1 order by number`,
  );
  const sums = new Map<string, number>();
  let last = "0".repeat(64);
  for (const { content, sha256, previous } of rows) {
    if (createHash("sha256").update(content, "utf8").digest("hex") !== sha256 || previous !== last)
      throw new Error("a seal is broken");
    last = sha256;
    const { standings } = JSON.parse(content) as { standings: { member: readonly SealedMember[] } };
    for (const { id, points } of standings.member) sums.set(id, (sums.get(id) ?? 0) + points);
  }
  rank(sums);
  return sums;
}

function rank(sums: Sums): void {
  const rows = Array.from(sums, ([id, points]): SealedMember => ({ id, points }));
  rankByLadder(rows, [{ key: "points", measure: ({ points }) => points }], ({ id }) => id);
}

/** Signature, flags, extension; then each row as a count of fields with their lengths. */
const COPY_HEAD = 19;
const COPY_ROW = 2 + 4 + 16 + 4 + 4;

async function foldCopy(client: PoolClient): Promise<Sums> {
  const stream = client.query(
    copyTo(`copy (select member_id, points ${LINES_OF}) to stdout (format binary)`),
  );
  const sums = new Map<string, number>();
  let rest: Buffer = Buffer.alloc(0);
  let isHeadPast = false;
  for await (const chunk of stream) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let at = 0;
    if (!isHeadPast) {
      if (bytes.length < COPY_HEAD) {
        rest = bytes;
        continue;
      }
      at = COPY_HEAD;
      isHeadPast = true;
    }
    for (; at + COPY_ROW <= bytes.length; at += COPY_ROW) {
      const member = bytes.toString("latin1", at + 6, at + 22);
      sums.set(member, (sums.get(member) ?? 0) + bytes.readInt32BE(at + 26));
    }
    rest = bytes.subarray(at);
  }
  return named(sums);
}

function named(sums: Sums): Sums {
  return new Map(Array.from(sums, ([member, points]) => [uuidOf(Buffer.from(member, "latin1")), points]));
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** Members once, then for each line whose it is and what it is worth. */
async function writeColumns(client: PoolClient, file: string): Promise<void> {
  const { rows } = await client.query<{ member: string; points: number }>(
    `select member_id::text as member, points ${LINES_OF} order by seq`,
  );
  const ordinals = new Map<string, number>();
  for (const { member } of rows) if (!ordinals.has(member)) ordinals.set(member, ordinals.size);
  const owners = Int32Array.from(rows, ({ member }) => ordinals.get(member) ?? 0);
  const points = Int32Array.from(rows, (row) => row.points);
  const body = Buffer.concat([
    Buffer.from(Int32Array.of(ordinals.size, rows.length).buffer),
    ...Array.from(ordinals.keys(), (member) => Buffer.from(member.replaceAll("-", ""), "hex")),
    Buffer.from(owners.buffer),
    Buffer.from(points.buffer),
  ]);
  writeFileSync(file, Buffer.concat([createHash("sha256").update(body).digest(), body]));
}

function foldColumns(file: string): Sums {
  const bytes = readFileSync(file);
  const body = bytes.subarray(32);
  if (!createHash("sha256").update(body).digest().equals(bytes.subarray(0, 32)))
    throw new Error("the column file is broken");
  const [members = 0, lines = 0] = new Int32Array(body.buffer, body.byteOffset, 2);
  const start = body.byteOffset + 8 + members * 16;
  const owners = new Int32Array(body.buffer, start, lines);
  const points = new Int32Array(body.buffer, start + lines * 4, lines);
  const folded = new Int32Array(members);
  for (let line = 0; line < lines; line++) {
    const owner = owners[line] ?? 0;
    folded[owner] = (folded[owner] ?? 0) + (points[line] ?? 0);
  }
  const sums = new Map(
    Array.from(folded, (sum, member) => [uuidOf(body.subarray(8 + member * 16, 24 + member * 16)), sum]),
  );
  rank(sums);
  return sums;
}
