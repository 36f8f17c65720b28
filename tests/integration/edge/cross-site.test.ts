import http from "node:http";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { ask, openTinyHouse, ownForm, type TinyHouse } from "./tiny-house.ts";
import { makeTinyPages } from "./tiny-pages.ts";

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse();
});
afterAll(() => house.close());
beforeEach(() => {
  house.seen.actions.length = 0;
});

/** The four ways in which a post reaches an action of Remix. */
const CHANNELS = {
  document: "/item",
  _data: "/item?_data=item",
  "single fetch": "/item.data",
  "resource route": "/api/save",
} as const;
type Channel = keyof typeof CHANNELS;
const channels = Object.keys(CHANNELS) as Channel[];

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const senders: [string, (port: number) => Record<string, string>][] = [
  ["an evil page", () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" })],
  ["an evil page in an old browser", () => ({ Origin: "https://evil.example" })],
  ["a sandboxed frame", () => ({ Origin: "null", "Sec-Fetch-Site": "cross-site" })],
  ["a sandboxed frame in an old browser", () => ({ Origin: "null" })],
  ["somebody who says nothing", () => ({})],
  ["a referrer alone", (port) => ({ Referer: `http://localhost:${port}/item` })],
  ["another port", (port) => ({ Origin: `http://localhost:${port + 1}`, "Sec-Fetch-Site": "same-site" })],
  ["another port in an old browser", (port) => ({ Origin: `http://localhost:${port + 1}` })],
  ["https instead of http", (port) => ({ Origin: `https://localhost:${port}` })],
  ["a sibling subdomain", () => ({ Origin: "http://a.localhost", "Sec-Fetch-Site": "same-site" })],
  ["a sibling subdomain in an old browser", (port) => ({ Origin: `http://a.localhost:${port}` })],
  ["a name that only begins alike", (port) => ({ Origin: `http://localhost:${port}.evil.example` })],
  ["the house's other origin", (port) => ({ Origin: `http://127.0.0.1:${port}` })],
  ["a bookmark", () => ({ "Sec-Fetch-Site": "none" })],
  [
    "two sites at once",
    (port) => ({ Origin: `http://localhost:${port}`, "Sec-Fetch-Site": "same-origin, cross-site" }),
  ],
  ["two origins at once", (port) => ({ Origin: `http://localhost:${port}, https://evil.example` })],
  [
    "an evil page that claims to be ours",
    () => ({ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" }),
  ],
  ["our own page without an origin", () => ({ Origin: "null", "Sec-Fetch-Site": "same-origin" })],
  [
    "a spoofed X-Forwarded-Host",
    () => ({
      Origin: "https://evil.example",
      "X-Forwarded-Host": "evil.example",
      "Sec-Fetch-Site": "cross-site",
    }),
  ],
  [
    "a spoofed X-Forwarded-Host in an old browser",
    () => ({
      Origin: "https://evil.example",
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
    }),
  ],
  [
    "a spoofed Forwarded",
    () => ({ Origin: "https://evil.example", Forwarded: "host=evil.example;proto=https" }),
  ],
];

describe.each(channels)("a post by way of %s", (channel) => {
  it.each(senders)("from %s changes nothing", async (_, headersFor) => {
    const answer = await ask(house, {
      method: "POST",
      path: CHANNELS[channel],
      headers: { ...form, ...headersFor(house.port) },
      body: "name=An",
    });
    expect(house.seen.actions).toEqual([]);
    expect(answer.status).toBe(channel === "_data" ? 400 : 403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  it.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "REPORT"])(
    "%s is no method of ours",
    async (method) => {
      const answer = await ask(house, { method, path: CHANNELS[channel], headers: ownForm(house) });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe("GET, HEAD, POST");
      expect(house.seen.actions).toEqual([]);
    },
  );
});

describe("a form of the house's own page", () => {
  const own: [string, () => Record<string, string>][] = [
    ["a browser of today", () => ownForm(house)],
    ["an old browser that names the origin", () => ({ ...form, Origin: house.origin })],
    [
      "a browser behind a proxy that adds its own",
      () => ({ ...ownForm(house), "X-Forwarded-Host": "evil.example" }),
    ],
  ];
  it.each(own)("gets through from %s, on every channel but `_data`", async (_, headers) => {
    for (const channel of channels) {
      const answer = await ask(house, {
        method: "POST",
        path: CHANNELS[channel],
        headers: headers(),
        body: "name=An",
      });
      expect(answer.status, channel).toBe(channel === "_data" ? 400 : 200);
    }
    expect(house.seen.actions).toHaveLength(3);
    for (const url of house.seen.actions) expect(new URL(url).origin).toBe(house.origin);
  });
});

describe("`_data`", () => {
  it.each([
    "/item?_data=item",
    "/item?%5Fdata=item",
    "/?a=1&_data=root",
    "/item.data?_data=item",
    "/item?_data",
  ])("is refused for reading too: %s", async (path) => {
    const loadersBefore = house.seen.loaders.length;
    expect((await ask(house, { path })).status).toBe(400);
    expect(house.seen.loaders).toHaveLength(loadersBefore);
  });

  it("is not mistaken for another parameter", async () => {
    expect((await ask(house, { path: "/item?my_data=1" })).status).toBe(200);
  });
});

describe("without the guard", () => {
  it("the same posts do reach Remix's actions, so this file tests the guard and not Remix", async () => {
    const { build, seen } = makeTinyPages();
    const port = await findFreePort();
    const app = express().use(createRequestHandler({ build, mode: "production" }));
    const bare = http.createServer(app).listen(port, "127.0.0.1");
    try {
      const reached = new Set<Channel>();
      for (const channel of channels) {
        for (const [, headersFor] of senders) {
          seen.actions.length = 0;
          const headers = { ...form, ...headersFor(port) };
          await ask({ port }, { method: "POST", path: CHANNELS[channel], headers, body: "name=An" });
          if (seen.actions.length > 0) reached.add(channel);
        }
      }
      expect([...reached].sort()).toEqual([...channels].sort());
    } finally {
      bare.closeAllConnections();
      bare.close();
    }
  });
});
