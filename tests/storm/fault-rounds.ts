import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { VillageTeam } from "#tests/support/inhabitants.ts";
import { until } from "./house-process.ts";
import { judgeHistory, judgeHouse } from "./judge-history.ts";
import { readPoints } from "./read-boards.ts";
import type { ScaledHouse } from "./scaled-house.ts";
import { type Failure, type History, newHistory, type Pair, signInPairs, startWriters } from "./writers.ts";

export interface Fault {
  readonly name: string;
  readonly rounds: number;
  begin(round: number): Promise<unknown> | unknown;
  end(round: number): Promise<unknown> | unknown;
  /** How long it lasts. */
  seconds(round: number): number;
  /** Of a fault between visitor and house: where visitors' requests go, and that some are never answered. */
  readonly visitorsOrigin?: string;
}

/** A house, the people at work in it and all they sent, through one fault after the other. */
export interface Scene {
  readonly house: ScaledHouse;
  readonly pairs: readonly Pair[];
  readonly history: History;
}

const HEALING_MS = 30_000;
const HEALING_PATIENCE_MS = 90_000;
/** A phone gives a request up after 20 s; what the house has to say must have come by then. */
const ANSWER_MS = 20_000;
const REQUESTS_PER_SECOND = 12;
const LOOK_EVERY_MS = 1_000;
const LOOK_PATIENCE_MS = 40_000;
/** What says that nothing was kept, and that the same may be sent again. */
const TOLD = /^(?:Error: the board answered )?(?:503|4\d\d)\b/;

interface Look {
  readonly status: number;
  readonly milliseconds: number;
}

export async function setScene(house: ScaledHouse, teams: readonly VillageTeam[]): Promise<Scene> {
  return { house, pairs: await signInPairs(house.origin, teams), history: newHistory() };
}

/**
 * Breaks something, holds it broken while people work, mends it, and waits until everything serves again without a hand;
 * so many times. Then judges what was promised: what was acknowledged is there once, and who was refused was told so.
 */
export async function goThrough(scene: Scene, fault: Fault): Promise<void> {
  const { house, pairs, history } = scene;
  const [worksBefore, failuresBefore] = [history.works.length, history.failures.length];
  history.slowestRefusalMs = 0;
  const looks: Look[] = [];
  const healings: number[] = [];
  const writers = startWriters(fault.visitorsOrigin ?? house.origin, pairs, history, {
    requestsPerSecond: REQUESTS_PER_SECOND,
  });
  try {
    for (let round = 0; round < fault.rounds; round++) {
      await fault.begin(round);
      looks.push(...(await lookOn(scene, fault.seconds(round))));
      await fault.end(round);
      healings.push(await untilServing(scene));
    }
  } finally {
    await writers.stop();
  }
  const failures = history.failures.slice(failuresBefore);
  const untold = fault.visitorsOrigin ? [] : failures.filter(({ says }) => !TOLD.test(says));
  const worst = looks.filter(({ status }) => status >= 500 && status !== 503);
  const slowestLook = Math.max(0, ...looks.map(({ milliseconds }) => milliseconds));
  const kept = await judgeHistory(house, history);
  process.stderr.write(
    `${fault.name}: ${fault.rounds} rounds, ${history.works.length - worksBefore} records and as many approvals acknowledged, ` +
      `${failures.length} requests refused or unanswered (${tally(failures)}), lost ${kept.lost}, doubled ${kept.doubled}, ` +
      `pages asked of a web process meanwhile ${looks.length} (${tallyOf(looks.map(({ status }) => String(status)))}, ` +
      `slowest ${inSeconds(slowestLook)}), slowest refusal ${inSeconds(history.slowestRefusalMs)}, ` +
      `slowest healing ${inSeconds(Math.max(...healings))}\n`,
  );
  for (const each of [...house.webs, ...house.workers]) expect(each.unaskedEnd()).toBeNull();
  expect(untold.slice(0, 5)).toEqual([]);
  expect(worst).toEqual([]);
  expect(slowestLook).toBeLessThan(ANSWER_MS);
  if (!fault.visitorsOrigin) expect(history.slowestRefusalMs).toBeLessThan(ANSWER_MS);
  expect(Math.max(...healings)).toBeLessThan(HEALING_MS);
  await judgeHouse(house, pairs[0] as Pair);
}

/** Asks the web processes themselves, past the proxy, which would send nobody to them. */
async function lookOn({ house, pairs }: Scene, seconds: number): Promise<Look[]> {
  const looks: Promise<Look>[] = [];
  const until = performance.now() + seconds * 1_000;
  for (let count = 0; performance.now() < until; count++) {
    const web = house.webs[count % house.webs.length];
    looks.push(look(web?.origin ?? "", pairs[count % pairs.length] as Pair));
    await pause(Math.min(LOOK_EVERY_MS, Math.max(0, until - performance.now())));
  }
  return Promise.all(looks);
}

async function look(origin: string, { leaderCookie }: Pair): Promise<Look> {
  const askedAt = performance.now();
  const status = await fetch(`${origin}/bang?nhom=thanh-vien`, {
    headers: { Cookie: leaderCookie },
    signal: AbortSignal.timeout(LOOK_PATIENCE_MS),
  }).then(
    async (answer) => {
      await answer.text();
      return answer.status;
    },
    () => 599,
  );
  return { status, milliseconds: performance.now() - askedAt };
}

/** Every process serves, and a new record goes all its way; how long that took. */
async function untilServing({ house, pairs, history }: Scene): Promise<number> {
  const mendedAt = performance.now();
  await house.untilAllServe().catch((error: unknown) => {
    const ends = [...house.webs, ...house.workers].map(
      (each) => each.unaskedEnd() ?? each.output().slice(-1_500),
    );
    throw new Error(ends.join("\n"), { cause: error });
  });
  for (const { origin, name } of house.webs) {
    const reads = () =>
      readPoints(origin ?? "", pairs[0] as Pair).then(
        () => true,
        () => false,
      );
    await until(reads, HEALING_PATIENCE_MS, `${name} to show a board`);
  }
  await startWriters(house.origin, pairs.slice(0, 1), history, { requestsPerSecond: 50 }).stop();
  return performance.now() - mendedAt;
}

function tally(failures: readonly Failure[]): string {
  return tallyOf(
    failures.map(
      ({ says }) => /^(?:Error: the board answered )?(\d{3})\b/.exec(says)?.[1] ?? says.split(":")[0] ?? "?",
    ),
  );
}

function tallyOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} × ${word}`).join(", ") || "none";
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
