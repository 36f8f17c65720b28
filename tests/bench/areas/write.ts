import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pool } from "pg";
import pino from "pino";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { buildHouse } from "#app/server/build-house.server.ts";
import { plantCommune, type Session } from "../approving-commune.ts";
import { type Figure, median } from "../figure.ts";

const CALLERS = 200;
const PEER_CONNECTIONS = 16;
const P4_RATE_GATE = 0.6;
const P5_RATIO_GATE = 8;
const P5_LIMIT_S = 0.005;

/**
 * P4 and P5: approvals as leaders send them, through the verb with its authorisation, against bare one-row INSERTs
 * into the same database. Rounds alternate and their order flips; a ratio is taken in each and the median judged.
 */
export async function measureWrite(isQuick: boolean): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-write-"));
  const reading = parseConfig(
    { NODE_ENV: "production", DATA_DIR: dataDir },
    { appRoot: process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join(" "));
  const house = await buildHouse(reading.config, pino({ level: "silent" }));
  const owner = house.opened.openPool("owner", { name: "bench owner", max: 1, statementTimeoutMs: 0 });
  const peer = house.opened.openPool("maintain", { name: "bench peer", max: PEER_CONNECTIONS });
  try {
    await owner.query("create table bare (a int, b int, c int, d int); grant insert on bare to tds_maintain");
    const [rounds, claims] = isQuick ? [3, 600] : [9, 2_000];
    return [
      ...(await measureMany(house.platform, { peer, owner }, rounds, claims)),
      ...(await measureLone(house.platform, { peer, owner }, rounds, isQuick ? 50 : 200)),
    ];
  } finally {
    await Promise.all([owner.end(), peer.end()]);
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Pools {
  readonly peer: Pool;
  readonly owner: Pool;
}

/** Thousands of rows planted in a second: a house that grew has its statistics, by autovacuum. */
async function settle(owner: Pool): Promise<void> {
  await owner.query("analyze");
}

async function measureMany(
  platform: Platform,
  { peer, owner }: Pools,
  rounds: number,
  claims: number,
): Promise<Figure[]> {
  const ratios: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const sessions = await plantCommune(platform, { claims, sessions: CALLERS });
    await settle(owner);
    const [ours, theirs] = await inTurn(
      round,
      async () => secondsOf(() => Promise.all(sessions.map(approveInTurn))),
      async () => secondsOf(() => insertMany(peer, claims)),
    );
    // The first round warms both sides up.
    if (round === 0) continue;
    ratios.push(ours / theirs);
    bare.push((theirs / claims) * 1_000);
  }
  return [
    figure(
      "1,000 approvals, 200 callers (P4)",
      median(ratios),
      median(bare),
      "1,000 bare INSERTs on 16 connections",
      1 / P4_RATE_GATE,
    ),
  ];
}

async function measureLone(
  platform: Platform,
  { peer, owner }: Pools,
  rounds: number,
  count: number,
): Promise<Figure[]> {
  const ratios: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [session] = await plantCommune(platform, { claims: count * 40, sessions: 1 });
    if (!session) throw new Error("no session was planted");
    await settle(owner);
    const waiting = session.waiting.slice(0, count);
    const [ours, theirs] = await inTurn(
      round,
      () => medianSecondsOf(waiting, (decision) => approve(session, [decision])),
      () => medianSecondsOf(waiting, () => peer.query("insert into bare values (1, 2, 3, 4)")),
    );
    if (round === 0) continue;
    ratios.push(ours / theirs);
    bare.push(theirs);
  }
  const insert = median(bare);
  const lone = figure(
    "one lone approval (P5)",
    median(ratios),
    insert,
    "a bare INSERT's commit",
    P5_RATIO_GATE,
  );
  return [lone, { ...lone, against: { what: "5 ms", value: P5_LIMIT_S }, gate: 1 }];
}

function figure(operation: string, ratio: number, value: number, what: string, gate: number): Figure {
  return { area: "write", operation, measured: ratio * value, unit: "s", against: { what, value }, gate };
}

async function inTurn(
  round: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<readonly [number, number]> {
  if (round % 2 === 0) return [await ours(), await theirs()];
  const second = await theirs();
  return [await ours(), second];
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

async function medianSecondsOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  const seconds: number[] = [];
  for (const item of items) seconds.push(await secondsOf(() => work(item)));
  return median(seconds);
}

/** One after the other, as a leader taps. */
async function approveInTurn(session: Session): Promise<void> {
  for (const decision of session.waiting) await approve(session, [decision]);
}

/** An approval that is refused would be a fast one: the figure would lie. */
async function approve({ caller }: Session, decisions: Session["waiting"]): Promise<void> {
  const [answer] = await decideClaims(caller, decisions);
  if (!answer?.outcome.ok || answer.outcome.value.monthId === null) {
    throw new Error(`an approval was refused: ${JSON.stringify(answer)}`);
  }
}

async function insertMany(peer: Pool, count: number): Promise<void> {
  let left = count;
  const insert = async () => {
    while (left-- > 0) await peer.query("insert into bare values (1, 2, 3, 4)");
  };
  await Promise.all(Array.from({ length: CALLERS }, insert));
}
