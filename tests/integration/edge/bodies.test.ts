import { type ChildProcess, spawn } from "node:child_process";
import http from "node:http";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { makeBodyReceiver } from "#app/server/edge/receive-body.server.ts";
import { type Answer, ask, openTinyHouse, ownForm, type TinyHouse, talk } from "./tiny-house.ts";

const KB = 1_024;
const FORM = 256 * KB;
const SYNC = 1_024 * KB;

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse();
});
afterAll(() => house.close());

function post(path: string, bytes: number, isChunked: boolean): Promise<Answer> {
  const headers = { ...ownForm(house), ...(isChunked ? { "Transfer-Encoding": "chunked" } : {}) };
  return ask(house, { method: "POST", path, headers, body: "a".repeat(bytes) });
}

describe.each([
  ["with its length", false],
  ["in chunks of unknown length", true],
])("a body %s", (_, isChunked) => {
  it.each([
    ["a form", "/api/save", FORM],
    ["a form's data", "/item.data", FORM],
    ["a batch of the phone", "/api/dong-bo", SYNC],
  ])("%s is taken up to its limit and not a byte more", async (_what, path, limit) => {
    expect([200, 422]).toContain((await post(path, limit, isChunked)).status);
    const actionsBefore = house.seen.actions.length;
    expect((await post(path, limit + 1, isChunked)).status).toBe(413);
    expect(house.seen.actions, "no action ran").toHaveLength(actionsBefore);
  });

  it("arrives as it was sent", async () => {
    const answer = await post("/api/dong-bo", 1_000_000, isChunked);
    expect(JSON.parse(answer.text)).toEqual({ bytes: 1_000_000 });
  });

  it("that is empty is a body too", async () => {
    expect((await post("/api/save", 0, isChunked)).status).toBe(422);
  });
});

it("a limit cannot be borrowed from another route by a crooked address", async () => {
  for (const path of ["/api/dong-bo/../save", "/api/dong-bo/%2e%2e/save", "/api/dong-bo.data/../save"]) {
    expect((await post(path, FORM + 1, false)).status, path).toBe(413);
  }
});

it("a body cut short never starts an action", async () => {
  const before = house.seen.actions.length;
  const head = `POST /api/save HTTP/1.1\r\nHost: localhost:${house.port}\r\nOrigin: ${house.origin}\r\n`;
  await talk(house, `${head}Content-Length: 100\r\n\r\nname=An`, 300);
  await talk(house, `${head}Transfer-Encoding: chunked\r\n\r\n7\r\nname=An\r\n`, 300);
  await talk(house, `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nname=An\r\n`, 300);
  expect(house.seen.actions).toHaveLength(before);
});

it("a caller that asks first is told to go on, or refused before a byte is sent", async () => {
  const head = `POST /api/save HTTP/1.1\r\nHost: localhost:${house.port}\r\nOrigin: ${house.origin}\r\nConnection: close\r\nExpect: 100-continue\r\n`;
  expect(await talk(house, `${head}Content-Length: 300000\r\n\r\n`, 1_000)).toMatch(/^HTTP\/1\.1 413 /);
  expect(
    await talk(
      house,
      `${head.replace(house.origin, "https://evil.example")}Content-Length: 7\r\n\r\n`,
      1_000,
    ),
  ).toMatch(/^HTTP\/1\.1 403 /);
  const form = `${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\nname=An`;
  expect(await talk(house, form)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
});

describe("slow callers", () => {
  it("that never finish their headers or their body are cut off with 408", async () => {
    const strict = await openTinyHouse({
      limits: { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 },
    });
    try {
      expect(await talk(strict, `GET / HTTP/1.1\r\nHost: localhost:${strict.port}\r\nX: `, 4_000)).toMatch(
        /^HTTP\/1\.1 408 /,
      );
      const head = `POST /api/save HTTP/1.1\r\nHost: localhost:${strict.port}\r\nOrigin: ${strict.origin}\r\nContent-Length: 100\r\n\r\n`;
      expect(await talk(strict, `${head}na`, 4_000)).toMatch(/^HTTP\/1\.1 408 /);
      expect(strict.seen.actions).toEqual([]);
      expect((await ask(strict, { path: "/item" })).status).toBe(200);
    } finally {
      await strict.close();
    }
  });

  it("push out each other and not the honest form when the budget of bodies is used up", async () => {
    const receive = makeBodyReceiver(64 * KB);
    const port = await findFreePort();
    const readings: { name: string; ok: boolean }[] = [];
    const server = http
      .createServer((request, response) => {
        void receive(request, FORM).then((reading) => {
          readings.push({ name: String(request.headers["x-name"]), ok: reading.ok });
          response.end(String(reading.ok));
        });
      })
      .listen(port, "127.0.0.1");
    const slow = Array.from({ length: 12 }, (_, index) => {
      const socket = net.connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\nX-Name: slow-${index}\r\nContent-Length: 200000\r\n\r\n${"a".repeat(10_000)}`,
      );
      return socket;
    });
    try {
      await expect.poll(() => readings.length).toBeGreaterThanOrEqual(8);
      const honest = await ask(
        { port },
        { method: "POST", headers: { "X-Name": "honest" }, body: "a".repeat(20_000) },
      );
      expect(honest.text).toBe("true");
      expect(readings.filter(({ name }) => name.startsWith("slow")).every(({ ok }) => !ok)).toBe(true);
      expect(readings.map(({ name }) => name)).not.toContain("slow-11");
    } finally {
      for (const socket of slow) socket.destroy();
      server.closeAllConnections();
      server.close();
    }
  });
});

describe("a process of its own", () => {
  let child: ChildProcess;
  let place: { port: number; origin: string; metricsPort: number };
  beforeAll(async () => {
    const file = "tests/integration/edge/tiny-house-process.ts";
    const limits = JSON.stringify({
      headersTimeout: 3_000,
      requestTimeout: 3_000,
      connectionsCheckingInterval: 500,
    });
    child = spawn(process.execPath, ["--import", "tsx", file, limits], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout?.once("data", (chunk) => resolve(String(chunk)));
      child.once("exit", () => reject(new Error("the tiny house ended")));
    });
    place = JSON.parse(line);
  });
  afterAll(() => child.kill("SIGKILL"));

  async function memoryMb(): Promise<number> {
    const { text } = await ask({ port: place.metricsPort }, { path: "/metrics" });
    return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / (KB * KB);
  }

  it.each([
    ["with its length", true],
    ["in chunks", false],
  ])("a form field of 300 MB %s: 413, no action, memory flat", async (_, hasLength) => {
    await ask(place, { path: "/item" });
    const beforeMb = await memoryMb();
    const { answer, peakMb } = await sendField(300, hasLength);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(peakMb - beforeMb).toBeLessThan(60);
    expect((await ask(place, { path: "/item" })).status).toBe(200);
  });

  it("an answer without end to a caller that does not read: memory flat", async () => {
    const beforeMb = await memoryMb();
    const socket = net.connect(place.port, "127.0.0.1");
    socket.write(`GET /api/endless HTTP/1.1\r\nHost: localhost:${place.port}\r\n\r\n`);
    socket.pause();
    try {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect((await memoryMb()) - beforeMb).toBeLessThan(60);
    } finally {
      socket.destroy();
    }
  });

  it("a thousand slow senders: others are answered within a second, and later all are gone", async () => {
    const sockets = Array.from({ length: 1_000 }, (_, index) => {
      const socket = net.connect(place.port, "127.0.0.1");
      socket.on("error", () => {});
      const isBody = index % 2 === 0;
      const line = isBody ? "POST /api/save" : "GET /item";
      socket.write(`${line} HTTP/1.1\r\nHost: localhost:${place.port}\r\nOrigin: ${place.origin}\r\n`);
      if (isBody) socket.write(`Content-Length: 200000\r\n\r\n${"a".repeat(1_000)}`);
      return socket;
    });
    try {
      const durations: number[] = [];
      for (let round = 0; round < 40; round++) {
        const started = performance.now();
        expect((await ask(place, { path: "/item" })).status).toBe(200);
        durations.push(performance.now() - started);
      }
      durations.sort((left, right) => left - right);
      expect(durations[37]).toBeLessThan(1_000);
      const answers = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
      for (const socket of sockets) socket.resume();
      await Promise.all(answers);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });

  /** Sends as fast as the server takes it, and looks at the server's memory all the while. */
  async function sendField(
    megabytes: number,
    hasLength: boolean,
  ): Promise<{ answer: string; peakMb: number }> {
    let peakMb = 0;
    const watch = setInterval(() => void memoryMb().then((mb) => (peakMb = Math.max(peakMb, mb))), 50);
    const length = `Content-Length: ${megabytes * KB * KB}`;
    const head = `POST /api/save HTTP/1.1\r\nHost: localhost:${place.port}\r\nOrigin: ${place.origin}\r\nContent-Type: application/x-www-form-urlencoded\r\n${hasLength ? length : "Transfer-Encoding: chunked"}\r\n\r\n`;
    const piece = Buffer.alloc(KB * KB, "a");
    const chunk = hasLength
      ? piece
      : Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
    const answer = await new Promise<string>((resolve) => {
      let heard = "";
      let sent = 0;
      const socket = net.connect(place.port, "127.0.0.1", () => socket.write(head));
      const send = () => {
        while (sent < megabytes && !socket.destroyed) {
          sent++;
          if (!socket.write(chunk)) return;
        }
      };
      socket.on("connect", send).on("drain", send);
      socket.on("data", (data) => {
        heard += data.toString("utf8");
      });
      socket.on("error", () => {}).on("close", () => resolve(heard));
    });
    clearInterval(watch);
    return { answer, peakMb: Math.max(peakMb, await memoryMb()) };
  }
});
