import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";
import { makeEffectTable, stumble, writeEffect } from "./probe-jobs.ts";

const here = testDatabase();
beforeAll(() => makeEffectTable(here.owner));
beforeEach(async () => {
  await here.owner.query("delete from outbox; delete from outbox_key");
});

const jobs = () => openJobs(here.database);
const payload = { subject: 1, thinkMs: 0 };

async function rows(): Promise<Record<string, unknown>[]> {
  return (await here.owner.query("select * from outbox order by created_at")).rows;
}

describe("a job is made by the commit of its cause", () => {
  it("and with it everything the worker needs", async () => {
    await here.database.withGlobals(stamp(), (tx) => jobs().enqueue(tx, writeEffect, payload));
    expect(await rows()).toMatchObject([
      { job: "probe.write-effect", payload, published_at: null, starts: 0, processed_at: null },
    ]);
  });

  it("and not at all when the cause is rolled back", async () => {
    const rolledBack = here.database.withGlobals(stamp(), async (tx) => {
      await jobs().enqueue(tx, writeEffect, payload);
      throw new Error("the cause failed");
    });
    await expect(rolledBack).rejects.toThrow("the cause failed");
    expect(await rows()).toEqual([]);
  });

  it("and is heard at the commit, not before", async () => {
    const listener = await here.owner.connect();
    const heard: string[] = [];
    listener.on("notification", ({ channel }) => heard.push(channel));
    await listener.query("listen tds_outbox");
    await here.database.withGlobals(stamp(), async (tx) => {
      await jobs().enqueue(tx, writeEffect, payload);
      await jobs().enqueue(tx, writeEffect, payload);
      await listener.query("select 1");
      expect(heard).toEqual([]);
    });
    await listener.query("select 1");
    expect(heard).toEqual(["tds_outbox"]);
    listener.release(true);
  });

  it("and a payload that does not fit its definition stops the cause", async () => {
    const wrong = { subject: "one", thinkMs: 0 } as never;
    const refused = here.database.withGlobals(stamp(), (tx) => jobs().enqueue(tx, writeEffect, wrong));
    await expect(refused).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it("and is due when it is asked for, never in the past", async () => {
    const notBefore = new Date("2031-01-01T00:00:00.000Z");
    await here.database.withGlobals(stamp(), async (tx) => {
      await jobs().enqueue(tx, writeEffect, payload, { notBefore });
      await jobs().enqueue(tx, writeEffect, payload, { notBefore: new Date("2001-01-01T00:00:00Z") });
    });
    const [later, now] = (await rows())
      .map((row) => row.due_at as Date)
      .sort((a, b) => b.getTime() - a.getTime());
    expect(later).toEqual(notBefore);
    expect(now?.getFullYear()).toBeGreaterThan(2025);
  });
});

describe("a deduplication key makes one job", () => {
  const deduplicationKey = "month-close 7 2026-10";
  const enqueue = () =>
    here.database.withGlobals(stamp(), (tx) =>
      jobs().enqueue(tx, writeEffect, payload, { deduplicationKey }),
    );

  it("however often and from however many transactions at once it is used", async () => {
    await Promise.all(Array.from({ length: 8 }, enqueue));
    await enqueue();
    expect(await rows()).toHaveLength(1);
  });

  it("also after the job is long gone", async () => {
    await enqueue();
    await here.owner.query("delete from outbox");
    await enqueue();
    expect(await rows()).toEqual([]);
  });

  it("and the key is free again when its first user rolled back, even while the second waits for it", async () => {
    let release = (_: Error) => {};
    const held = new Promise<never>((_, reject) => {
      release = reject;
    });
    const first = here.database.withGlobals(stamp(), async (tx) => {
      await jobs().enqueue(tx, writeEffect, payload, { deduplicationKey });
      await held;
    });
    const refused = expect(first).rejects.toThrow("changed my mind");
    const second = enqueue();
    await new Promise((resolve) => setTimeout(resolve, 100));
    release(new Error("changed my mind"));
    await Promise.all([refused, second]);
    expect(await rows()).toHaveLength(1);
  });

  it("per definition: another job may use the same words", async () => {
    await enqueue();
    await here.database.withGlobals(stamp(), (tx) =>
      jobs().enqueue(tx, stumble, { subject: 1, times: 0 }, { deduplicationKey }),
    );
    expect(await rows()).toHaveLength(2);
  });
});
