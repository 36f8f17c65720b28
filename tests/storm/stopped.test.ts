import { afterAll, beforeAll, describe, it } from "vitest";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";
import { goThrough, type Scene, setScene } from "./fault-rounds.ts";
import { startScaledHouse } from "./scaled-house.ts";

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 10);
/** The last round of those that are stopped; the others last 3 to 10 s. */
const LONGEST_SECONDS = Number(process.env.STORM_STOPPED_SECONDS ?? 60);
const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const STORM_MS = 1_800_000;

const house = await startScaledHouse({ webs: 2, workers: 1, teams: TEAMS });

describe.skipIf(!house)("stopped and restarted", { timeout: STORM_MS }, () => {
  if (!house) return;
  const { postgres, redis } = house;
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(house, TEAMS);
  }, STORM_MS);
  afterAll(() => house.remove(), STORM_MS);

  const seconds = (round: number) => (round === ROUNDS - 1 ? LONGEST_SECONDS : 3 + (round % 4) * 2);

  it("SECURITY G19: PostgreSQL is stopped where it stands: who waits is told, nothing is lost, and it heals by itself", () =>
    goThrough(scene, {
      name: "PostgreSQL stopped (SIGSTOP)",
      rounds: ROUNDS,
      begin: () => postgres.freeze(),
      end: () => postgres.thaw(),
      seconds,
    }));

  it("SECURITY G19: Redis is stopped where it stands: work goes on", () =>
    goThrough(scene, {
      name: "Redis stopped (SIGSTOP)",
      rounds: ROUNDS,
      begin: () => redis.freeze(),
      end: () => redis.thaw(),
      seconds,
    }));

  it("SECURITY G19: PostgreSQL is restarted, in order and as after a crash: who is cut off is told, and it heals by itself", () =>
    goThrough(scene, {
      name: "PostgreSQL restarted",
      rounds: ROUNDS,
      begin: (round) => postgres.restart(round % 2 === 0 ? "fast" : "immediate"),
      end: () => {},
      seconds: () => 2,
    }));
});
