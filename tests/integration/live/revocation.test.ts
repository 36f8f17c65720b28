import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type OwnRedis, ownRedis } from "#tests/support/redis-for-the-run.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import {
  closed,
  KnownSessions,
  type LiveProcess,
  openScreen,
  outcomeOf,
  startLiveProcess,
} from "./live-process.ts";

const SESSION = "01990000-0000-7000-8000-000000000001";
const OTHER = "01990000-0000-7000-8000-000000000002";
const ACCOUNT = "01990000-0000-7000-8000-0000000000a1";
const LIMIT_MS = 5_000;
const STAMP = { actorId: null, verb: "test.touch", requestId: "test" };

const base = testDatabase();
const sessions = new KnownSessions();
const running: LiveProcess[] = [];

function start(config: Parameters<typeof startLiveProcess>[0]["config"] = {}) {
  return startLiveProcess({ pool: base.database.pool, gate: sessions, config }).then((place) => {
    running.push(place);
    return place;
  });
}

async function connected(place: LiveProcess, sessionId = SESSION) {
  const screen = openScreen(place.url, sessionId);
  expect(await outcomeOf(screen.socket)).toBe("connect");
  return screen;
}

beforeEach(() => {
  sessions.isUnreachable = false;
  for (const sessionId of [SESSION, OTHER]) sessions.put({ sessionId, accountId: ACCOUNT, communes: [7] });
});

afterEach(async () => {
  for (const place of running.splice(0)) await place.stop();
});

describe("a session that has ended", () => {
  it("loses its sockets at once on the process that ended it, and no other session does", async () => {
    const place = await start();
    const [mine, sameSession, others] = [
      await connected(place),
      await connected(place),
      await connected(place, OTHER),
    ];
    const ends = Promise.all([closed(mine.socket), closed(sameSession.socket)]);
    sessions.end(SESSION);
    await place.live.closeSession(SESSION);
    for (const end of await ends) {
      expect(end.reason).toBe("io server disconnect");
      expect(end.afterMs).toBeLessThan(500);
    }
    expect(others.socket.connected).toBe(true);
    expect(await outcomeOf(openScreen(place.url, SESSION).socket)).toBe("signed_out");
    others.socket.close();
  });

  it("loses its sockets within five seconds although nobody said so", async () => {
    const place = await start();
    const screen = await connected(place);
    const end = closed(screen.socket);
    sessions.end(SESSION);
    expect((await end).afterMs).toBeLessThan(LIMIT_MS);
  });

  it("has no socket after five seconds when sessions cannot be asked for, and honest ones come back", async () => {
    const place = await start();
    const screen = await connected(place);
    const end = closed(screen.socket);
    sessions.isUnreachable = true;
    expect(await end).toEqual({ reason: "transport close", afterMs: expect.any(Number) });
    expect((await end).afterMs).toBeLessThan(LIMIT_MS);
    sessions.isUnreachable = false;
    // A refused attempt is repeated by the page, not by Socket.IO.
    screen.socket.connect();
    await vi.waitFor(() => expect(screen.socket.connected).toBe(true), { timeout: 5_000 });
    screen.socket.close();
  });
});

it("a session that lost a commune hears nothing of it any more, and still hears the rest", async () => {
  const place = await start();
  sessions.put({ sessionId: SESSION, accountId: ACCOUNT, communes: [7, 8] });
  const screen = await connected(place);
  await vi.waitFor(() => expect(screen.versions.size).toBe(4));
  sessions.put({ sessionId: SESSION, accountId: ACCOUNT, communes: [8] });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const heard = { seven: screen.versions.get("commune:7"), eight: screen.versions.get("commune:8") ?? 0 };
  await base.database.withGlobals(STAMP, (tx) => place.live.touch(tx, "commune:7", "commune:8"));
  await vi.waitFor(() => expect(screen.versions.get("commune:8")).toBe(heard.eight + 1));
  expect(screen.versions.get("commune:7")).toBe(heard.seven);
  screen.socket.close();
});

describe.each(["PostgreSQL", "Redis"] as const)(
  "with several processes that meet through %s",
  (meetingPlace) => {
    let redis: OwnRedis | null = null;

    beforeEach(async ({ skip }) => {
      redis = meetingPlace === "Redis" ? await ownRedis() : null;
      skip(meetingPlace === "Redis" && redis === null, "no Redis on this machine");
    });

    afterEach(async () => {
      for (const place of running.splice(0)) await place.stop();
      await redis?.close();
    });

    function join() {
      const { app, owner, maintain } = base.addresses;
      return start(
        redis
          ? { redisUrl: redis.url }
          : { database: { appUrl: app, ownerUrl: owner, maintainUrl: maintain } },
      );
    }

    it("a session ended on one loses its sockets on the other", async () => {
      const [here, there] = [await join(), await join()];
      const screen = await connected(there);
      // Adapters begin to listen a moment after they are made.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const end = closed(screen.socket);
      await here.live.closeSession(SESSION);
      const { reason, afterMs } = await end;
      expect(reason).toBe("io server disconnect");
      // Faster than the recheck: it was the message.
      expect(afterMs).toBeLessThan(1_000);
    });

    it("a change committed through one is announced by the other", async () => {
      const [here, there] = [await join(), await join()];
      const screen = await connected(there);
      await vi.waitFor(() => expect(screen.versions.size).toBe(3));
      const before = screen.versions.get("commune:7") ?? 0;
      await base.database.withGlobals(STAMP, (tx) => here.live.touch(tx, "commune:7"));
      await vi.waitFor(() => expect(screen.versions.get("commune:7")).toBe(before + 1));
      screen.socket.close();
    });
  },
);

describe("when Redis is away", () => {
  it("starting, announcing, ending sessions and stopping all go on", async ({ skip }) => {
    const redis = await ownRedis();
    if (redis === null) return skip("no Redis on this machine");
    const [here, there] = [await start({ redisUrl: redis.url }), await start({ redisUrl: redis.url })];
    const [near, far] = [await connected(here), await connected(there, OTHER)];
    await redis.kill();
    const late = await start({ redisUrl: redis.url });

    await vi.waitFor(() => expect(far.versions.size).toBe(3));
    const before = far.versions.get("commune:7") ?? 0;
    await base.database.withGlobals(STAMP, (tx) => here.live.touch(tx, "commune:7"));
    await vi.waitFor(() => expect(far.versions.get("commune:7")).toBe(before + 1));

    const [nearEnd, farEnd] = [closed(near.socket), closed(far.socket)];
    for (const sessionId of [SESSION, OTHER]) {
      sessions.end(sessionId);
      await here.live.closeSession(sessionId);
    }
    expect((await nearEnd).afterMs).toBeLessThan(500);
    expect((await farEnd).afterMs).toBeLessThan(LIMIT_MS);

    const beganAt = performance.now();
    for (const place of running.splice(0)) await place.stop();
    expect(performance.now() - beganAt).toBeLessThan(2_000);
    expect(late.url).toMatch(/^http/);
    await redis.close();
  });
});
