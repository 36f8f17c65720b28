import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";
import { makeFailingDisk } from "./failing-disk.ts";
import { goThrough, type Scene, setScene } from "./fault-rounds.ts";
import { judgePhotographs, startPhotographers } from "./photographers.ts";
import { startScaledHouse } from "./scaled-house.ts";

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 10);
const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const STORM_MS = 1_800_000;

const postgresDisk = makeFailingDisk();
const filesDisk = postgresDisk && makeFailingDisk();
const house =
  postgresDisk && filesDisk
    ? await startScaledHouse({
        webs: 2,
        workers: 1,
        teams: TEAMS,
        postgres: { environment: postgresDisk.environment },
        environment: filesDisk.environment,
      })
    : null;

describe.skipIf(!house)("a disk that fails", { timeout: STORM_MS }, () => {
  if (!house || !postgresDisk || !filesDisk) return;
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(house, TEAMS);
  }, STORM_MS);
  afterAll(async () => {
    await house.remove();
    postgresDisk.remove();
    filesDisk.remove();
  }, STORM_MS);

  it("SECURITY G19: PostgreSQL's disk keeps nothing, or takes nothing (EIO): it gives up, nothing acknowledged is lost, and it heals by itself", async () => {
    const giveUps = () => house.postgres.log().split("PANIC").length - 1;
    const before = giveUps();
    await goThrough(scene, {
      name: "Disk of PostgreSQL fails",
      rounds: ROUNDS,
      begin: (round) => postgresDisk.fail(round % 2 === 0 ? "flush" : "write"),
      end: () => postgresDisk.heal(),
      seconds: () => 4,
    });
    expect(giveUps() - before).toBeGreaterThanOrEqual(ROUNDS);
  });

  it("SECURITY G19: the photographs' disk keeps nothing (EIO): what was acknowledged is there, the rest is told and sent again", async () => {
    const photographers = startPhotographers(house.origin, scene.pairs);
    await goThrough(scene, {
      name: "Disk of the photographs fails",
      rounds: ROUNDS,
      begin: () => filesDisk.fail("flush"),
      end: () => filesDisk.heal(),
      seconds: () => 4,
    });
    await judgePhotographs(house, await photographers.stop());
  });
});
