import { Writable } from "node:stream";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startWorkers, type Workers, type WorkersTiming } from "#app/platform/jobs/start-workers.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";
import { onBothBackends } from "./on-both-backends.ts";
import {
  countEffects,
  makeEffectTable,
  overstay,
  probePlatform,
  probes,
  QUICK,
  stumble,
  tellScope,
  until,
  writeEffect,
} from "./probe-jobs.ts";

const here = testDatabase();
beforeAll(() => makeEffectTable(here.owner));
beforeEach(async () => {
  await here.owner.query("truncate outbox, outbox_key, job_effect");
});

await onBothBackends("a job", (redisUrl) => {
  let logged: string[];
  let platform: Platform;
  const running: Workers[] = [];

  function start(wish: Partial<WorkersTiming> = {}): Workers {
    const workers = startWorkers(
      platform,
      { ...probes, schedules: [] },
      { appUrl: here.addresses.app, timing: { ...QUICK, ...wish } },
    );
    running.push(workers);
    return workers;
  }

  beforeEach(() => {
    logged = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    });
    platform = probePlatform(here.database, makeLog({ mode: "production", role: "worker" }, destination), {
      redisUrl,
    });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((workers) => workers.stop()));
  });

  const globals = (work: Parameters<typeof here.database.withGlobals<void>>[1]) =>
    here.database.withGlobals(stamp(), work);
  const hasSettled = async () => {
    const { rows } = await here.owner.query(
      "select 1 from outbox where processed_at is null and failed_at is null limit 1",
    );
    return rows.length === 0;
  };

  it("runs when its cause commits, without waiting for any round, and not when it is rolled back", async () => {
    start({ roundMs: 600_000, lostAfterMs: 600_000 });
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 1, thinkMs: 0 }));
    await until(hasSettled);
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 2, thinkMs: 0 }));
    await until(hasSettled);
    await globals(async (tx) => {
      await platform.jobs.enqueue(tx, writeEffect, { subject: 3, thinkMs: 0 });
      throw new Error("no");
    }).catch(() => {});
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 4, thinkMs: 0 }));
    await until(hasSettled);
    expect([...(await countEffects(here.database)).keys()].sort()).toEqual([1, 2, 4]);
  });

  it("leaves nothing behind in BullMQ when it has run", async () => {
    start();
    await globals(async (tx) => {
      await tx.$executeRaw`insert into outbox (job, payload)
        select 'probe.write-effect', jsonb_build_object('subject', n, 'thinkMs', 0) from generate_series(1, 300) n`;
    });
    await until(hasSettled, 60_000);
    expect((await countEffects(here.database)).size).toBe(300);
    await Promise.all(running.splice(0).map((workers) => workers.stop()));
    const { rows } = await here.owner.query<{ jobs: number; events: number }>(
      "select (select count(*)::int from bullmq.job) as jobs, (select count(*)::int from bullmq.event) as events",
    );
    expect(rows[0]?.events).toBeLessThan(1000);
    expect(rows[0]?.jobs).toBe(0);
  }, 90_000);

  it("that was made while no worker ran is run by the next one", async () => {
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 1, thinkMs: 0 }));
    start();
    await until(hasSettled);
    expect(await countEffects(here.database)).toEqual(new Map([[1, 1]]));
  });

  it("has its effect once although several workers and relays share the work", async () => {
    start();
    start();
    start();
    await globals(async (tx) => {
      for (let subject = 0; subject < 60; subject++) {
        await platform.jobs.enqueue(tx, writeEffect, { subject, thinkMs: 5 });
      }
    });
    await until(hasSettled);
    const effects = await countEffects(here.database);
    expect(effects.size).toBe(60);
    expect([...effects.values()].every((times) => times === 1)).toBe(true);
  });

  it("has its effect once although it is called again and again while it runs", async () => {
    start();
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 1, thinkMs: 1500 }));
    for (let round = 0; round < 10; round++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await here.owner.query("select pg_notify('tds_outbox', '')");
      // Rows under work are locked; whatever else is free is called again.
      await here.owner.query(`update outbox set published_at = null where id in
        (select id from outbox where processed_at is null for update skip locked)`);
    }
    await until(hasSettled);
    expect(await countEffects(here.database)).toEqual(new Map([[1, 1]]));
  });

  it("waits for its time", async () => {
    start();
    const notBefore = new Date(Date.now() + 1200);
    await globals((tx) => platform.jobs.enqueue(tx, writeEffect, { subject: 1, thinkMs: 0 }, { notBefore }));
    await until(hasSettled);
    const { rows } = await here.owner.query<{ processed_at: Date }>("select processed_at from outbox");
    expect(rows[0]?.processed_at.getTime()).toBeGreaterThanOrEqual(notBefore.getTime() - 5);
  });

  it("that stumbles is tried again, and only the run that ends well leaves a trace", async () => {
    start();
    await globals((tx) => platform.jobs.enqueue(tx, stumble, { subject: 1, times: 2 }));
    await until(hasSettled);
    const { rows } = await here.owner.query("select starts, failures, failed_at from outbox");
    expect(rows).toEqual([{ starts: 3, failures: 2, failed_at: null }]);
    expect(await countEffects(here.database)).toEqual(new Map([[1, 1]]));
  });

  it("that never succeeds ends visible as failed, without what it stumbled over, and can be given another chance", async () => {
    start();
    await globals((tx) => platform.jobs.enqueue(tx, stumble, { subject: 1, times: 3 }));
    await until(hasSettled);
    expect(await countEffects(here.database)).toEqual(new Map());
    const failed = await platform.jobs.readFailed(10);
    expect(failed).toMatchObject([{ job: "probe.stumble", failures: 3, payload: { subject: 1, times: 3 } }]);
    expect(failed[0]?.failure).toMatch(/stumbled 3 times/);
    expect(failed[0]?.failure).not.toContain("0912345678");
    expect(await platform.jobs.readBacklog()).toEqual({ due: 0, oldestDueSeconds: 0, failed: 1 });
    expect(await platform.metrics.text()).toContain('job_failed_total{job="probe.stumble"} 1');
    expect(logged.filter((line) => line.includes("waits for a human"))).toHaveLength(1);
    expect(logged.join("")).not.toContain("0912345678");

    await here.owner.query(`update outbox set payload = '{"subject": 1, "times": 0}'`);
    const id = failed[0]?.id ?? "";
    expect(await globals(async (tx) => void (await platform.jobs.retryFailed(tx, id)))).toBeUndefined();
    await until(hasSettled);
    expect(await platform.jobs.readFailed(10)).toEqual([]);
    expect(await countEffects(here.database)).toEqual(new Map([[1, 1]]));
    expect(await here.database.withGlobals(stamp(), (tx) => platform.jobs.retryFailed(tx, id))).toBe(false);
  });

  it("that takes too long is undone and told to stop", async () => {
    start();
    await globals((tx) => platform.jobs.enqueue(tx, overstay, { subject: 1 }));
    await until(hasSettled);
    expect(await platform.jobs.readFailed(1)).toMatchObject([
      { failures: 1, failure: "the job took longer than 200 ms" },
    ]);
    expect(await countEffects(here.database)).toEqual(new Map());
  });

  it("whose stored payload no longer fits is put aside at once", async () => {
    await here.owner.query(
      `insert into outbox (job, payload) values ('probe.write-effect', '{"subject": "x"}')`,
    );
    start();
    await until(hasSettled);
    expect(await platform.jobs.readFailed(1)).toMatchObject([
      { failures: 1, failure: "the payload does not fit" },
    ]);
  });

  it("that this version does not know waits for one that does", async () => {
    await here.owner.query(`insert into outbox (job, payload) values ('probe.write-later', '{}')`);
    start();
    await new Promise((resolve) => setTimeout(resolve, 600));
    const { rows } = await here.owner.query("select starts, failed_at, processed_at from outbox");
    expect(rows).toEqual([{ starts: 0, failed_at: null, processed_at: null }]);
  });

  it("whose process died in ten runs is put aside as their likely cause", async () => {
    await here.owner.query(
      `insert into outbox (job, payload, starts) values ('probe.write-effect', '{"subject": 1, "thinkMs": 0}', 10)`,
    );
    start();
    await until(hasSettled);
    expect(await platform.jobs.readFailed(1)).toMatchObject([
      { failure: "the process died in each of 10 runs" },
    ]);
    expect(await countEffects(here.database)).toEqual(new Map());
  });

  it("works in the scope of its commune, under its own name", async () => {
    start();
    await globals((tx) => platform.jobs.enqueue(tx, tellScope, { commune: 7 }));
    await until(hasSettled);
    const { rows } = await here.owner.query("select note from job_effect");
    expect(rows).toEqual([{ note: "7|scoped.tell-scope" }]);
  });

  it("survives the loss of every connection to the database in the middle of the work", async () => {
    start();
    await globals(async (tx) => {
      for (let subject = 0; subject < 40; subject++) {
        await platform.jobs.enqueue(tx, writeEffect, { subject, thinkMs: 50 });
      }
    });
    await until(async () => (await countEffects(here.database)).size > 4);
    const { rowCount } = await here.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'tds_app' and datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(2);
    await until(hasSettled);
    expect([...(await countEffects(here.database)).values()]).toEqual(Array(40).fill(1));
    // The bell is heard again, too.
    await until(async () => {
      const { rows } = await here.superuser.query(
        "select 1 from pg_stat_activity where datname = current_database() and query = 'listen tds_outbox'",
      );
      return rows.length > 0;
    });
  });

  it("under way is finished before the workers stop, and what waits is left for others", async () => {
    const workers = start();
    await globals(async (tx) => {
      for (let subject = 0; subject < 20; subject++) {
        await platform.jobs.enqueue(tx, writeEffect, { subject, thinkMs: 400 });
      }
    });
    const begun = async () => (await here.owner.query("select 1 from outbox where starts > 0")).rows.length;
    await until(async () => (await begun()) >= 4);
    await workers.stop();
    const { rows } = await here.owner.query<{ starts: number; done: boolean }>(
      "select starts, processed_at is not null as done from outbox",
    );
    expect(rows.filter(({ starts }) => starts > 0).every(({ done }) => done)).toBe(true);
    expect(rows.some(({ done }) => !done)).toBe(true);
    start();
    await until(hasSettled);
    expect([...(await countEffects(here.database)).values()]).toEqual(Array(20).fill(1));
  });
});
