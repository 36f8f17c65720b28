import type { Pool, PoolClient } from "pg";
import type { ChainEnd } from "#app/domain/audit/audit-chain.ts";
import type { Check, Finding } from "./check.ts";
import { CHECKS } from "./checks.server.ts";

export interface VerifyWish {
  /** A pool of tds_maintain. */
  readonly maintain: Pool;
  readonly manifest: readonly string[];
  readonly anchors?: readonly ChainEnd[];
  readonly checks?: readonly Check[];
  readonly dataDir?: string;
  readonly nowMs: () => number;
}

export interface CheckReport {
  readonly id: string;
  readonly title: string;
  readonly findings: number;
  /** The first ones; a house that fell apart is not printed row by row. */
  readonly first: readonly Finding[];
  readonly milliseconds: number;
}

const NAMED_AT_MOST = 50;
/** While the database looks for one check, another one is reckoned here. */
const LANES = 2;

/** Recomputes what the house promises and says where it is not so. Reads one snapshot and writes nothing. */
export async function* verifyHouse(wish: VerifyWish): AsyncGenerator<CheckReport> {
  const lanes: PoolClient[] = [];
  let isBroken = true;
  try {
    await openLanes(wish.maintain, lanes);
    const turns = (wish.checks ?? CHECKS).map(turnOf);
    const next = turns.values();
    for (const client of lanes) void workThrough(next, client, wish);
    for (const { report } of turns) yield await report;
    for (const client of lanes) await client.query("rollback");
    isBroken = false;
  } finally {
    for (const client of lanes) client.release(isBroken);
  }
}

/** All see the same moment. */
async function openLanes(maintain: Pool, lanes: PoolClient[]): Promise<void> {
  let snapshot: string | null = null;
  while (lanes.length < Math.min(LANES, maintain.options.max)) {
    const client = await maintain.connect();
    lanes.push(client);
    await client.query("begin isolation level repeatable read read only");
    if (snapshot !== null) await client.query(`set transaction snapshot '${snapshot}'`);
    const { rows } = await client.query<{ name: string }>("select pg_export_snapshot() as name");
    snapshot ??= rows[0]?.name ?? null;
  }
}

/** A check, and what will be said of it; reports are told in the order of the checks. */
interface Turn {
  readonly check: Check;
  readonly report: Promise<CheckReport>;
  begin(report: Promise<CheckReport>): void;
}

function turnOf(check: Check): Turn {
  let begin: Turn["begin"] = () => {};
  const report = new Promise<CheckReport>((resolve) => {
    begin = resolve;
  });
  // A failure is met when its turn to be told comes.
  report.catch(() => {});
  return { check, report, begin };
}

async function workThrough(next: Iterable<Turn>, client: PoolClient, wish: VerifyWish): Promise<void> {
  for (const { check, begin } of next) {
    const report = runCheck(check, client, wish);
    begin(report);
    if (
      !(await report.then(
        () => true,
        () => false,
      ))
    )
      return;
  }
}

async function runCheck(check: Check, client: PoolClient, wish: VerifyWish): Promise<CheckReport> {
  const startedAt = wish.nowMs();
  const first: Finding[] = [];
  let findings = 0;
  const context = { client, manifest: wish.manifest, anchors: wish.anchors ?? [], dataDir: wish.dataDir };
  for await (const finding of check.run(context)) {
    findings += 1;
    if (first.length < NAMED_AT_MOST) first.push(finding);
  }
  return { id: check.id, title: check.title, findings, first, milliseconds: wish.nowMs() - startedAt };
}
