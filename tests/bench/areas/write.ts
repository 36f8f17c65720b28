import type { Pool } from "pg";
import pino from "pino";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { buildHouse } from "#app/server/build-house.server.ts";
import { plantCommune, type Session } from "../approving-commune.ts";
import type { Run } from "../area.ts";
import type { Figure } from "../figure.ts";
import { inRounds, medianMsOf, msOf, paired } from "../rounds.ts";

const CALLERS = 200;
const PEER_CONNECTIONS = 16;
const P4_RATE_GATE = 0.6;
const P4_RATE_GOAL = 1.5;
const P5_RATIO_GATE = 8;
const P5_RATIO_GOAL = 4;
const P5_LIMIT_MS = 5;

/**
 * P4 and P5: approvals as leaders send them, through the verb with its authorisation, against bare one-row INSERTs
 * into the same database.
 */
export async function measureWrite({ isQuick, folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
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
    const [rounds, claims] = isQuick ? [3, 400] : [9, 2_000];
    return [
      ...(await measureMany(house.platform, { peer, owner }, rounds, claims)),
      ...(await measureLone(house.platform, { peer, owner }, rounds, isQuick ? 50 : 200)),
    ];
  } finally {
    await Promise.all([owner.end(), peer.end()]);
    await house.close();
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
  const perThousand = async (work: () => Promise<unknown>) => (1_000 * (await msOf(work))) / claims;
  const pair = await inRounds(rounds, async () => {
    const sessions = await plantCommune(platform, { claims, sessions: CALLERS });
    await settle(owner);
    return [
      () => perThousand(() => Promise.all(sessions.map(approveInTurn))),
      () => perThousand(() => insertMany(peer, claims)),
    ];
  });
  const named = {
    area: "write",
    operation: `1,000 approvals, ${CALLERS} callers (P4)`,
    unit: "ms",
    gate: 1 / P4_RATE_GATE,
    goal: 1 / P4_RATE_GOAL,
  } as const;
  return [paired(named, `1,000 bare INSERTs on ${PEER_CONNECTIONS} connections`, pair)];
}

async function measureLone(
  platform: Platform,
  { peer, owner }: Pools,
  rounds: number,
  count: number,
): Promise<Figure[]> {
  const pair = await inRounds(rounds, async () => {
    const [session] = await plantCommune(platform, { claims: count * 40, sessions: 1 });
    if (!session) throw new Error("no session was planted");
    await settle(owner);
    return [
      () => medianMsOf(count, (index) => approve(session, session.waiting.slice(index, index + 1))),
      () => medianMsOf(count, () => peer.query("insert into bare values (1, 2, 3, 4)")),
    ];
  });
  const named = { area: "write", operation: "one lone approval (P5)", unit: "ms" } as const;
  const lone = paired({ ...named, gate: P5_RATIO_GATE, goal: P5_RATIO_GOAL }, "a bare INSERT's commit", pair);
  return [
    lone,
    { ...named, measured: lone.measured, against: { what: "5 ms", value: P5_LIMIT_MS }, gate: 1 },
  ];
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
