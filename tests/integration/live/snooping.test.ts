import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "#app/platform/db/database.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { KnownSessions, type LiveProcess, openScreen, outcomeOf, startLiveProcess } from "./live-process.ts";

const OWN = {
  sessionId: "01990000-0000-7000-8000-000000000001",
  accountId: "01990000-0000-7000-8000-0000000000a1",
  communes: [7],
};
const FOREIGN = {
  sessionId: "01990000-0000-7000-8000-000000000002",
  accountId: "01990000-0000-7000-8000-0000000000a2",
  communes: [8],
};
const STAMP = { actorId: null, verb: "test.touch", requestId: "test" };

const base = testDatabase();

describe("what a live connection carries", () => {
  const sessions = new KnownSessions();
  let db: Database;
  let place: LiveProcess;

  beforeAll(async () => {
    db = base.database;
    sessions.put(OWN);
    sessions.put(FOREIGN);
    place = await startLiveProcess({ pool: db.pool, gate: sessions });
  });

  afterAll(() => place.stop());

  it("a browser that names rooms and topics joins none of them", async () => {
    const nosy = openScreen(place.url, FOREIGN.sessionId, {
      auth: { rooms: ["commune:7"] },
      query: { room: "commune:7" },
    });
    const own = openScreen(place.url, OWN.sessionId);
    expect(await Promise.all([outcomeOf(nosy.socket), outcomeOf(own.socket)])).toEqual([
      "connect",
      "connect",
    ]);
    for (const event of ["join", "subscribe", "room", "versions", "ask"]) {
      nosy.socket.emit(event, "commune:7", ["commune:7"], {
        topic: "commune:7",
        room: `session:${OWN.sessionId}`,
      });
    }
    await pause(100);
    await db.withGlobals(STAMP, (tx) =>
      place.live.touch(tx, "commune:7", `account:${OWN.accountId}`, `session:${OWN.sessionId}`),
    );
    await vi.waitFor(() => expect(own.versions.get("commune:7")).toBe(1));
    await pause(200);
    const topicsHeard = nosy.frames.flatMap(([, versions]) => Object.keys(versions as object));
    expect(new Set(topicsHeard)).toEqual(
      new Set(["commune:8", `account:${FOREIGN.accountId}`, `session:${FOREIGN.sessionId}`]),
    );
    nosy.socket.close();
    own.socket.close();
  });

  it("frames hold topics and numbers, and nothing else", async () => {
    const own = openScreen(place.url, OWN.sessionId);
    await outcomeOf(own.socket);
    await db.withGlobals(STAMP, (tx) => place.live.touch(tx, "commune:7"));
    await vi.waitFor(() => expect(own.frames.length).toBeGreaterThanOrEqual(2));
    for (const [event, versions, ...rest] of own.frames) {
      expect(event).toBe("versions");
      expect(rest).toEqual([]);
      for (const [topic, version] of Object.entries(versions as object)) {
        expect(topic).toMatch(/^(account|commune|session):[0-9a-f-]+$/);
        expect(Number.isSafeInteger(version)).toBe(true);
      }
    }
    own.socket.close();
  });

  it("a message larger than the protocol needs ends the connection", async () => {
    const loud = openScreen(place.url, OWN.sessionId, { reconnection: false });
    await outcomeOf(loud.socket);
    const ended = new Promise((resolve) => loud.socket.once("disconnect", resolve));
    loud.socket.emit("ask", "x".repeat(10_000));
    expect(await ended).toBe("transport close");
  });

  it("a browser that will not stop talking is sent away", async () => {
    const noisy = openScreen(place.url, OWN.sessionId, { reconnection: false });
    await outcomeOf(noisy.socket);
    const ended = new Promise((resolve) => noisy.socket.once("disconnect", resolve));
    for (let packet = 0; packet < 200; packet++) noisy.socket.emit("ask");
    expect(await ended).toBe("io server disconnect");
  });
});
