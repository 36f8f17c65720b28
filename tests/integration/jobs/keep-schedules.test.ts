import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { defineSchedule } from "#app/platform/jobs/job.ts";
import { makeDueJobs } from "#app/platform/jobs/keep-schedules.server.ts";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { countEffects, makeEffectTable, nightly, until, writeEffect } from "./probe-jobs.ts";
import { workerProcesses } from "./worker-processes.ts";

const here = testDatabase();
const processes = workerProcesses();
beforeAll(() => makeEffectTable(here.owner));
beforeEach(async () => {
  await here.owner.query("truncate outbox, outbox_key, schedule_run, job_effect");
});

const hourly = defineSchedule({
  name: "probe-hourly",
  cron: "0 * * * *",
  job: writeEffect,
  payload: { subject: 60, thinkMs: 0 },
});

const look = (now: string, schedules = [nightly]) =>
  makeDueJobs(
    {
      config: { mode: "test", failpoint: null },
      db: here.database,
      jobs: openJobs(here.database),
      schedules,
    },
    new Date(now),
  );
const countJobs = async () => (await here.owner.query("select 1 from outbox")).rows.length;

describe("a schedule", () => {
  it("begins with its first time after it was first seen", async () => {
    expect(await look("2026-11-20T12:00:00Z")).toEqual([]);
    expect(await look("2026-11-20T19:29:59Z")).toEqual([]);
    expect(await look("2026-11-20T19:30:00Z")).toEqual(["probe-nightly"]);
    expect(await countJobs()).toBe(1);
  });

  it("makes one job for each time, however often and from however many places the clock is looked at", async () => {
    await look("2026-11-20T12:00:00Z");
    const looks = await Promise.all(Array.from({ length: 6 }, () => look("2026-11-20T19:30:01Z")));
    expect(looks.flat()).toEqual(["probe-nightly"]);
    expect(await look("2026-11-21T19:29:00Z")).toEqual([]);
    expect(await look("2026-11-21T19:30:00Z")).toEqual(["probe-nightly"]);
    expect(await countJobs()).toBe(2);
  });

  it("makes up the last of the times that passed during a long stop, once", async () => {
    await look("2026-11-20T12:00:00Z");
    await look("2026-11-20T20:00:00Z");
    expect(await look("2026-12-05T03:00:00Z")).toEqual(["probe-nightly"]);
    expect(await look("2026-12-05T03:00:30Z")).toEqual([]);
    expect(await countJobs()).toBe(2);
    const { rows } = await here.owner.query("select due_at from schedule_run order by due_at desc limit 1");
    expect(rows).toEqual([{ due_at: new Date("2026-12-04T19:30:00Z") }]);
  });

  it("makes nothing twice when a clock is set back", async () => {
    await look("2026-11-20T12:00:00Z");
    await look("2026-11-21T20:00:00Z");
    expect(await look("2026-11-20T20:00:00Z")).toEqual([]);
    expect(await look("2026-11-21T20:00:00Z")).toEqual([]);
    expect(await countJobs()).toBe(1);
  });

  it("that is added later begins by itself and leaves the others alone", async () => {
    await look("2026-11-20T12:00:00Z");
    await look("2026-11-20T19:45:00Z", [nightly, hourly]);
    expect(await look("2026-11-20T20:00:00Z", [nightly, hourly])).toEqual(["probe-hourly"]);
  });

  it("leaves no trace of a time whose job could not be made, so that it is made later", async () => {
    await look("2026-11-20T12:00:00Z");
    const broken = { ...nightly, payload: { subject: "no number" } as never };
    await expect(look("2026-11-20T20:00:00Z", [broken])).rejects.toThrow();
    expect(await look("2026-11-20T20:00:00Z")).toEqual(["probe-nightly"]);
  });
});

describe("a schedule kept by two processes", () => {
  it("runs once for each time, also when one dies while it makes the job", async () => {
    await look("2026-11-20T12:00:00Z");
    const wish = {
      appUrl: here.addresses.app,
      redisUrl: null,
      withSchedules: true,
      nowMs: Date.parse("2026-11-20T19:31:00Z"),
    };
    const doomed = await processes.start({ ...wish, failpoint: { name: "schedule.before-commit", pass: 1 } });
    await until(async () => doomed.signalCode === "SIGKILL");
    expect(await countJobs()).toBe(0);

    const both = await Promise.all([processes.start(wish), processes.start(wish)]);
    await until(async () => (await countEffects(here.database)).size > 0);
    expect(await Promise.all(both.map((worker) => processes.stop(worker)))).toEqual([0, 0]);
    expect(await countEffects(here.database)).toEqual(new Map([[230, 1]]));
    expect(await countJobs()).toBe(1);
  });
});
