import http from "node:http";
import net from "node:net";
import { describe, expect, it } from "vitest";
import { ask, openTinyHouse, type TinyHouse } from "./tiny-house.ts";

async function withHouse(
  wish: Parameters<typeof openTinyHouse>[0],
  work: (house: TinyHouse) => Promise<void>,
): Promise<void> {
  const house = await openTinyHouse(wish);
  try {
    await work(house);
  } finally {
    await house.close();
  }
}

describe("the probes", () => {
  it("answer balancers that know no host name of ours, and say which part is missing", async () => {
    let isDatabaseThere = false;
    await withHouse({ readiness: { database: async () => isDatabaseThere } }, async (house) => {
      const headers = { Host: "10.0.0.7:3000" };
      expect(JSON.parse((await ask(house, { path: "/healthz", headers })).text)).toEqual({ alive: true });
      const missing = await ask(house, { path: "/readyz", headers });
      expect(missing.status).toBe(503);
      expect(JSON.parse(missing.text)).toEqual({
        ready: false,
        draining: false,
        database: false,
        jobs: true,
        migrations: true,
      });
      isDatabaseThere = true;
      await expect
        .poll(async () => (await ask(house, { path: "/readyz", headers })).status, { timeout: 5_000 })
        .toBe(200);
    });
  });

  it("count a part that throws or hangs as missing", async () => {
    const readiness = {
      database: () => Promise.reject(new Error("connection refused")),
      jobs: () => new Promise<boolean>(() => {}),
    };
    await withHouse({ readiness }, async (house) => {
      const answer = await ask(house, { path: "/readyz" });
      expect(answer.status).toBe(503);
      expect(JSON.parse(answer.text)).toMatchObject({ database: false, jobs: false, migrations: true });
    });
  });

  it("SECURITY G18: send no web process away from its balancer for what all of them see alike: late jobs, a migration under way", async () => {
    const readiness = { jobs: async () => false, migrations: async () => false };
    await withHouse({ readiness, config: { role: "web" } }, async (house) => {
      const answer = await ask(house, { path: "/readyz" });
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toMatchObject({ ready: true, jobs: false, migrations: false });
    });
    await withHouse({ readiness, config: { role: "all" } }, async (house) => {
      expect((await ask(house, { path: "/readyz" })).status).toBe(503);
    });
    const withoutDatabase = { database: async () => false };
    await withHouse({ readiness: withoutDatabase, config: { role: "web" } }, async (house) => {
      expect((await ask(house, { path: "/readyz" })).status).toBe(503);
    });
  });

  it("ask the database at most once a second, however often they are asked", async () => {
    let asked = 0;
    const database = async () => {
      asked++;
      return true;
    };
    await withHouse({ readiness: { database } }, async (house) => {
      const startedAt = performance.now();
      await Promise.all(Array.from({ length: 50 }, () => ask(house, { path: "/readyz" })));
      expect(asked).toBeLessThanOrEqual(2 + Math.floor((performance.now() - startedAt) / 1_000));
    });
  });
});

describe("a house that shuts down", () => {
  it("says so first, answers what is in flight, accepts nothing new and keeps no idle connection", async () => {
    await withHouse({}, async (house) => {
      const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
      const viaAgent = (path: string) =>
        new Promise<{ status: number; connection: string | undefined; text: string }>((resolve, reject) => {
          const headers = { Host: `localhost:${house.port}` };
          http
            .get({ host: "127.0.0.1", port: house.port, path, agent, headers }, (response) => {
              let text = "";
              response.on("data", (chunk) => (text += chunk));
              response.on("end", () =>
                resolve({ status: response.statusCode ?? 0, connection: response.headers.connection, text }),
              );
            })
            .on("error", reject);
        });
      await viaAgent("/item");
      const inFlight = viaAgent("/api/slow?ms=1200");
      await expect.poll(() => house.seen.requests.length).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const started = performance.now();
      const drained = house.drain({ noticeMs: 500, finishWithinMs: 5_000 });
      const ready = await viaAgent("/readyz");
      expect(ready.status).toBe(503);
      expect(JSON.parse(ready.text)).toMatchObject({ ready: false, draining: true });
      expect(ready.connection).toBe("close");
      expect(await inFlight).toMatchObject({ status: 200, text: "done" });
      expect(await drained).toBe(0);
      expect(performance.now() - started).toBeLessThan(4_000);
      await expect(ask(house, { path: "/item" })).rejects.toThrow("ECONNREFUSED");
      agent.destroy();
    });
  });

  it("cuts off what does not finish in time, sockets of the live connection too", async () => {
    await withHouse({}, async (house) => {
      house.server.on("upgrade", (_request, socket) =>
        socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
      );
      const live = net.connect(house.port, "127.0.0.1");
      live.write(
        `GET /socket.io/ HTTP/1.1\r\nHost: localhost:${house.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      );
      await new Promise((resolve) => live.once("data", resolve));
      const endless = ask(house, { path: "/api/slow?ms=20000" }).catch((error: Error) => error.message);
      await expect.poll(() => house.seen.addresses.length + 1).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const started = performance.now();
      expect(await house.drain({ finishWithinMs: 400 })).toBe(2);
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(await endless).toMatch(/ECONNRESET|socket hang up/);
      live.destroy();
    });
  });

  it("waits for what is in flight even when somebody else has stopped the listening", async () => {
    await withHouse({}, async (house) => {
      const inFlight = ask(house, { path: "/api/slow?ms=600" });
      await new Promise((resolve) => setTimeout(resolve, 200));
      house.server.close();
      expect(await house.drain()).toBe(0);
      expect(await inFlight).toMatchObject({ status: 200, text: "done" });
    });
  });

  it("does not wait for connections that were opened in advance and never used", async () => {
    await withHouse({}, async (house) => {
      const early = net.connect(house.port, "127.0.0.1");
      await new Promise((resolve) => early.once("connect", resolve));
      const started = performance.now();
      expect(await house.drain()).toBe(0);
      expect(performance.now() - started).toBeLessThan(1_000);
      early.destroy();
    });
  });

  it("drains once, however often it is told", async () => {
    await withHouse({}, async (house) => {
      const first = house.drain();
      expect(house.drain()).toBe(first);
      expect(await first).toBe(0);
    });
  });
});
