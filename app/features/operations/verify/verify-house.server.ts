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

/** Recomputes what the house promises and says where it is not so. Reads one snapshot and writes nothing. */
export async function* verifyHouse(wish: VerifyWish): AsyncGenerator<CheckReport> {
  const client = await wish.maintain.connect();
  let isBroken = false;
  try {
    await client.query("begin isolation level repeatable read read only");
    for (const check of wish.checks ?? CHECKS) yield await runCheck(check, client, wish);
    await client.query("rollback");
  } catch (error) {
    isBroken = true;
    throw error;
  } finally {
    client.release(isBroken);
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
