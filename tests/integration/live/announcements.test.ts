import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "#app/platform/db/database.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { KnownSessions, type LiveProcess, openScreen, outcomeOf, startLiveProcess } from "./live-process.ts";

const VISITOR = {
  sessionId: "01990000-0000-7000-8000-000000000001",
  accountId: "01990000-0000-7000-8000-0000000000a1",
  communes: [7, 9],
};
const STAMP = { actorId: null, verb: "test.touch", requestId: "test" };

const base = testDatabase();

describe("a change that was committed", () => {
  const sessions = new KnownSessions();
  let db: Database;
  let place: LiveProcess;

  beforeAll(async () => {
    db = base.database;
    sessions.put(VISITOR);
    place = await startLiveProcess({
      pool: db.pool,
      gate: sessions,
      pace: { sweepEveryMs: 500, recheckEveryMs: 2_000 },
    });
  });

  afterAll(() => place.stop());

  const touch = () => db.withGlobals(STAMP, (tx) => place.live.touch(tx, "commune:7"));

  it("is announced with its number, and a screen that comes later is told the same number", async () => {
    const early = openScreen(place.url, VISITOR.sessionId);
    await outcomeOf(early.socket);
    await touch();
    const versions = await place.live.readVersions(["commune:7", "commune:9"]);
    expect(versions).toEqual({ "commune:7": expect.any(Number), "commune:9": 0 });
    await vi.waitFor(() => expect(early.versions.get("commune:7")).toBe(versions["commune:7"]));
    const late = openScreen(place.url, VISITOR.sessionId);
    await vi.waitFor(() => expect(late.versions.get("commune:7")).toBe(versions["commune:7"]));
    early.socket.close();
    late.socket.close();
  });

  it("is heard only after the commit, and never when it was rolled back", async () => {
    const screen = openScreen(place.url, VISITOR.sessionId);
    await vi.waitFor(() => expect(screen.versions.size).toBe(4));
    const before = screen.versions.get("commune:7");
    const heard = screen.frames.length;
    await expect(
      db.withGlobals(STAMP, async (tx) => {
        await place.live.touch(tx, "commune:7");
        await pause(100);
        // Sweeps repeat what is committed; nothing newer may be among it.
        expect(screen.versions.get("commune:7")).toBe(before);
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await vi.waitFor(() => expect(screen.frames.length).toBeGreaterThan(heard));
    expect(screen.versions.get("commune:7")).toBe(before);
    expect(await place.live.readVersions(["commune:7"])).toEqual({ "commune:7": before });
    screen.socket.close();
  });

  it("is not lost on a screen whose line was down when it happened", async () => {
    const screen = openScreen(place.url, VISITOR.sessionId);
    await vi.waitFor(() => expect(screen.versions.size).toBe(4));
    const before = screen.versions.get("commune:7") ?? 0;
    screen.socket.io.engine.close();
    await touch();
    await touch();
    await vi.waitFor(() => expect(screen.versions.get("commune:7")).toBe(before + 2), { timeout: 5_000 });
    screen.socket.close();
  });

  it("is not lost when the process's listening connection breaks", async () => {
    const screen = openScreen(place.url, VISITOR.sessionId);
    await vi.waitFor(() => expect(screen.versions.size).toBe(4));
    const before = screen.versions.get("commune:7") ?? 0;
    // The process may only now be opening it.
    await vi.waitFor(async () => {
      const { rowCount } = await db.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ~* '^(listen|select topic)' and pid <> pg_backend_pid()",
      );
      expect(rowCount).toBeGreaterThanOrEqual(1);
    });
    await touch();
    await vi.waitFor(() => expect(screen.versions.get("commune:7")).toBe(before + 1), { timeout: 5_000 });
    await touch();
    await vi.waitFor(() => expect(screen.versions.get("commune:7")).toBe(before + 2), { timeout: 5_000 });
    screen.socket.close();
  });

  it("counts once for each of many who change the same topics at once, in any order", async () => {
    const [seven = 0, nine = 0] = Object.values(await place.live.readVersions(["commune:7", "commune:9"]));
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        db.withGlobals(STAMP, (tx) =>
          turn % 2
            ? place.live.touch(tx, "commune:7", "commune:9")
            : place.live.touch(tx, "commune:9", "commune:7"),
        ),
      ),
    );
    expect(await place.live.readVersions(["commune:7", "commune:9"])).toEqual({
      "commune:7": seven + 20,
      "commune:9": nine + 20,
    });
  });

  it("shows a reader a larger number only together with the data of the smaller ones", async () => {
    // Two transactions overlap; the second waits for the first, so numbers appear in the order of commits.
    const [before = 0] = Object.values(await place.live.readVersions(["commune:7"]));
    const order: string[] = [];
    const slow = db.withGlobals(STAMP, async (tx) => {
      await place.live.touch(tx, "commune:7");
      await pause(300);
      order.push("first commits");
    });
    await pause(50);
    const quick = db.withGlobals(STAMP, async (tx) => {
      await place.live.touch(tx, "commune:7");
      order.push("second goes on");
    });
    await pause(50);
    expect(await place.live.readVersions(["commune:7"])).toEqual({ "commune:7": before });
    await Promise.all([slow, quick]);
    expect(order).toEqual(["first commits", "second goes on"]);
  });
});
