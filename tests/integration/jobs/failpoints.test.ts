import { beforeAll, beforeEach, expect, it } from "vitest";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";
import { onBothBackends } from "./on-both-backends.ts";
import { countEffects, makeEffectTable, until, writeEffect } from "./probe-jobs.ts";
import { workerProcesses } from "./worker-processes.ts";

const here = testDatabase();
const processes = workerProcesses();
beforeAll(() => makeEffectTable(here.owner));
beforeEach(async () => {
  await here.owner.query("truncate outbox, outbox_key, job_effect");
});

await onBothBackends("a worker that dies", (redisUrl) => {
  it.each([
    ["between marking rows as called and calling", "outbox.before-publish"],
    ["right after calling", "outbox.after-publish"],
    ["between counting the run and running", "job.after-begin"],
    ["with the effect written and not committed", "job.before-commit"],
    ["with the effect committed and nobody told", "job.after-commit"],
  ])("%s leaves each effect to happen once", async (_, name) => {
    const jobs = openJobs(here.database);
    await here.database.withGlobals(stamp(), async (tx) => {
      for (let subject = 0; subject < 5; subject++) {
        await jobs.enqueue(tx, writeEffect, { subject, thinkMs: 0 });
      }
    });
    const wish = { appUrl: here.addresses.app, redisUrl };
    const doomed = await processes.start({ ...wish, failpoint: { name, pass: 1 } });
    await until(async () => doomed.signalCode === "SIGKILL");
    expect((await countEffects(here.database)).size).toBeLessThan(5);

    const heir = await processes.start(wish);
    await until(async () => (await countEffects(here.database)).size === 5);
    expect(await processes.stop(heir)).toBe(0);
    expect([...(await countEffects(here.database)).values()]).toEqual([1, 1, 1, 1, 1]);
  });
});
