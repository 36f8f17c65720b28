import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "#tests/support/test-database.ts";
import {
  KnownSessions,
  type LiveProcess,
  ORIGIN,
  openScreen,
  outcomeOf,
  startLiveProcess,
} from "./live-process.ts";

const SESSION = "01990000-0000-7000-8000-000000000001";
const ACCOUNT = "01990000-0000-7000-8000-0000000000a1";

const base = testDatabase();

describe("who may open a live connection", () => {
  const sessions = new KnownSessions();
  let place: LiveProcess;
  const open: { close(): unknown }[] = [];

  beforeEach(async () => {
    const db = base.database;
    sessions.put({ sessionId: SESSION, accountId: ACCOUNT, communes: [7] });
    place = await startLiveProcess({ pool: db.pool, gate: sessions });
  });

  afterEach(async () => {
    for (const socket of open.splice(0)) socket.close();
    await place.stop();
  });

  function screen(...args: Parameters<typeof openScreen> extends [string, ...infer Rest] ? Rest : never) {
    const opened = openScreen(place.url, ...args);
    open.push(opened.socket);
    return opened;
  }

  for (const transport of ["websocket", "polling"] as const) {
    it(`a signed-in browser on our own page connects by ${transport}`, async () => {
      expect(await outcomeOf(screen(SESSION, { transports: [transport] }).socket)).toBe("connect");
    });

    for (const origin of [
      "https://evil.example",
      "null",
      "https://thidua.example.evil.example",
      "http://thidua.example",
    ]) {
      it(`a page of ${origin} shakes no hand by ${transport}, even with the visitor's cookie`, async () => {
        const { socket } = screen(SESSION, {
          transports: [transport],
          reconnection: false,
          extraHeaders: { origin },
        });
        expect(await outcomeOf(socket)).toMatch(/websocket error|xhr poll error/);
      });
    }

    it(`without a session nothing is opened by ${transport}`, async () => {
      expect(await outcomeOf(screen(null, { transports: [transport] }).socket)).toBe("signed_out");
      expect(await outcomeOf(screen("stolen-guess", { transports: [transport] }).socket)).toBe("signed_out");
    });
  }

  it("a handshake that names no origin is taken only from a browser's own page", async () => {
    const handshake = (headers: Record<string, string>) =>
      fetch(`${place.url}/socket.io/?EIO=4&transport=polling`, { headers }).then((answer) => answer.status);
    expect(await handshake({})).toBe(403);
    expect(await handshake({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await handshake({ "sec-fetch-site": "same-site" })).toBe(403);
    expect(await handshake({ "sec-fetch-site": "same-origin" })).toBe(200);
  });

  it("one session holds at most eight sockets", async () => {
    const outcomes: string[] = [];
    for (let tab = 0; tab < 10; tab++) outcomes.push(await outcomeOf(screen(SESSION).socket));
    expect(outcomes).toEqual([...Array(8).fill("connect"), "too_many_sockets", "too_many_sockets"]);
  });

  it("the browser script is not served from the socket path", async () => {
    const answer = await fetch(`${place.url}/socket.io/socket.io.js`, { headers: { origin: ORIGIN } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain("function");
  });

  it("sessions that cannot be checked open nothing", async () => {
    sessions.isUnreachable = true;
    try {
      expect(await outcomeOf(screen(SESSION).socket)).toBe("unavailable");
    } finally {
      sessions.isUnreachable = false;
    }
  });
});
