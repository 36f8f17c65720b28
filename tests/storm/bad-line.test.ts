import { afterAll, beforeAll, describe, it } from "vitest";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";
import type { LineState } from "./bad-line.ts";
import { goThrough, type Scene, setScene } from "./fault-rounds.ts";
import { startScaledHouse } from "./scaled-house.ts";

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 10);
const SECONDS = Number(process.env.STORM_LINE_SECONDS ?? 3);
const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const STORM_MS = 1_800_000;

/** Twice each; a line that is silent for longer than anybody waits is the last of all. */
const STATES: readonly LineState[] = ["cut", "silent", "slow", "lossy", "breaking"];
const LONG_SILENCE_SECONDS = 20;

const house = await startScaledHouse({ webs: 2, workers: 1, teams: TEAMS, hasLines: true });
const lines = house?.lines;

describe.skipIf(!house)("a bad line", { timeout: STORM_MS }, () => {
  if (!house || !lines) return;
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(house, TEAMS);
  }, STORM_MS);
  afterAll(() => house.remove(), STORM_MS);

  const stateOf = (round: number) => STATES[round % STATES.length] as LineState;
  const isLast = (round: number) => stateOf(round) === "silent" && round + STATES.length >= ROUNDS;

  const lengths = (round: number) => (isLast(round) ? LONG_SILENCE_SECONDS : SECONDS);

  it("SECURITY G19: the line to PostgreSQL is cut, silent, slow, lossy and breaking", () =>
    goThrough(scene, {
      name: "Bad line to PostgreSQL",
      rounds: ROUNDS,
      begin: (round) => lines.postgres.become(stateOf(round)),
      end: () => lines.postgres.become("whole"),
      seconds: lengths,
    }));

  it("SECURITY G19: the line to Redis is cut, silent, slow, lossy and breaking", () =>
    goThrough(scene, {
      name: "Bad line to Redis",
      rounds: ROUNDS,
      begin: (round) => lines.redis.become(stateOf(round)),
      end: () => lines.redis.become("whole"),
      seconds: lengths,
    }));

  it("SECURITY G19: the line of visitors is cut, silent, slow, lossy and breaking", () =>
    goThrough(scene, {
      name: "Bad line of visitors",
      rounds: ROUNDS,
      begin: (round) => lines.visitors.become(stateOf(round)),
      end: () => lines.visitors.become("whole"),
      seconds: () => SECONDS,
      visitorsOrigin: `http://127.0.0.1:${lines.visitors.port}`,
    }));
});
