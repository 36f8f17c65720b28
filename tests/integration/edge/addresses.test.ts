import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { ask, openTinyHouse, ownForm, type TinyHouse, talk } from "./tiny-house.ts";

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse();
});
afterAll(() => house.close());

describe("an address that is none", () => {
  it.each([
    ["half an escape", "/%"],
    ["no digits", "/%zz"],
    ["cut escape", "/a%2"],
    ["invalid UTF-8", "/%ff"],
    ["cut UTF-8", "/%e1%ba"],
    ["overlong slash", "/%c0%af"],
    ["encoded surrogate", "/%ed%a0%80"],
    ["NUL in the path", "/api/person/%00"],
    ["line end in the path", "/a%0d%0aSet-Cookie:%20x=1"],
    ["NUL in the query", "/item?q=%00"],
    ["half an escape in the query", "/item?q=100%"],
    ["invalid UTF-8 in the query", "/item?q=%ff"],
    ["network path", "//evil.example/"],
    ["network path by backslash", "/\\evil.example"],
    ["backslash", "/a\\..\\b"],
    ["raw Vietnamese bytes", "/b\u1ea3ng"],
    ["raw Latin-1", "/caf\u00e9"],
  ])("%s: 400, a page of ours and no route runs", async (_, path) => {
    const before = house.seen.requests.length;
    const heard = await talk(
      house,
      `GET ${Buffer.from(path, "utf8").toString("latin1")} HTTP/1.1\r\nHost: localhost:${house.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard).not.toMatch(/^Set-Cookie/im);
    expect(house.seen.requests).toHaveLength(before);
  });

  it.each([
    ["absolute", "GET http://evil.example/ HTTP/1.1"],
    ["absolute and broken", "GET http://[::bad/ HTTP/1.1"],
    ["asterisk", "OPTIONS * HTTP/1.1"],
    ["no path", "GET ?a HTTP/1.1"],
    ["not HTTP", "HELLO"],
    ["HTTP/9", "GET / HTTP/9.9"],
    ["space in a header name", "GET / HTTP/1.1\r\nBad Header: x"],
    ["two lengths", "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4"],
    ["length and chunks", "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked"],
    ["negative length", "POST / HTTP/1.1\r\nContent-Length: -1"],
    ["no host", "GET / HTTP/1.1\r\nAccept: */*"],
  ])("request line or head that is none (%s): 400 and the connection ends", async (what, head) => {
    const host = what === "no host" ? "" : `Host: localhost:${house.port}\r\n`;
    expect(await talk(house, `${head}\r\n${host}\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("a huge head: 431", async () => {
    const heard = await talk(
      house,
      `GET / HTTP/1.1\r\nHost: localhost:${house.port}\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`,
    );
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
  });

  it("a long address: 414, and the longest allowed one gets through", async () => {
    expect((await ask(house, { path: `/${"a".repeat(4_096)}` })).status).toBe(414);
    expect((await ask(house, { path: `/${"a".repeat(4_095)}` })).status).toBe(200);
  });

  it("a body where none is taken: 400", async () => {
    expect(
      (await ask(house, { method: "GET", headers: { "Content-Length": "3" }, body: "abc" })).status,
    ).toBe(400);
    expect((await ask(house, { method: "GET", headers: { "Content-Length": "0" } })).status).toBe(200);
  });

  test.prop([fc.string({ unit: "binary", maxLength: 60 })], { numRuns: 200 })(
    "any text in the path or query never breaks the server",
    async (text) => {
      const encoded = Buffer.from(text, "utf8").toString("hex").replace(/(..)/g, "%$1");
      for (const path of [
        `/api/person/${encoded}`,
        `/item?q=${encoded}`,
        `/item.data?q=${encoded}&_routes=${encoded}`,
      ]) {
        expect((await ask(house, { path })).status).toBeLessThan(500);
      }
    },
  );

  test.prop([fc.stringMatching(/^[\x21-\x7e]{1,60}$/)], { numRuns: 200 })(
    "nor do any raw signs",
    async (signs) => {
      const heard = await talk(
        house,
        `GET /${signs} HTTP/1.1\r\nHost: localhost:${house.port}\r\nConnection: close\r\n\r\n`,
      );
      expect(heard).toMatch(/^HTTP\/1\.1 [1-4]\d\d /);
    },
  );
});

describe("the host", () => {
  it.each([
    "evil.example",
    "localhost",
    "localhost:1",
    "a.localhost",
    "localhost:80@evil.example",
    "[::1]",
    "127.0.0.1",
  ])("%s is not served, whatever is forwarded", async (Host) => {
    const before = house.seen.requests.length;
    const answer = await ask(house, { headers: { Host, "X-Forwarded-Host": `localhost:${house.port}` } });
    expect(answer.status).toBe(421);
    expect(house.seen.requests).toHaveLength(before);
  });

  it("is the configured origin for the routes, never a forwarded one", async () => {
    const answer = await ask(house, {
      path: "/api/person/1?a=b",
      headers: {
        "X-Forwarded-Host": "evil.example:99",
        "X-Forwarded-Proto": "https",
        Forwarded: "host=evil.example",
      },
    });
    expect(answer.text).toBe(JSON.stringify({ url: `${house.origin}/api/person/1?a=b` }));
    const headers = [...(house.seen.requests.at(-1)?.headers.keys() ?? [])];
    expect(headers.filter((name) => name.includes("forward"))).toEqual([]);
  });

  it("may be written with the usual port, and with https behind a proxy", async () => {
    const origin = "https://thidua.example.vn";
    const proxied = await openTinyHouse({ config: { publicOrigins: [origin] } });
    try {
      for (const Host of ["thidua.example.vn", "thidua.example.vn:443", "THIDUA.example.vn"]) {
        const answer = await ask(proxied, {
          method: "POST",
          path: "/item.data",
          headers: { ...ownForm(proxied), Host },
          body: "name=An",
        });
        expect(answer.status, Host).toBe(200);
      }
      expect(proxied.seen.actions[0]).toBe(`${origin}/item`);
      expect((await ask(proxied, { headers: { Host: "thidua.example.vn:80" } })).status).toBe(421);
    } finally {
      await proxied.close();
    }
  });
});

describe("the caller's address", () => {
  const forwarded = { "X-Forwarded-For": "6.6.6.6, 203.113.7.9, 10.1.2.3", "X-Real-IP": "6.6.6.6" };

  it("is the connection's own when no proxy is trusted", async () => {
    await ask(house, { headers: forwarded });
    expect(house.seen.addresses.at(-1)).toBe("127.0.0.1");
  });

  it.each([
    ["the last one that no trusted proxy has", "6.6.6.6, 203.113.7.9, 10.1.2.3", "203.113.7.9"],
    ["not what stands left of it", "127.0.0.1, 203.113.7.9", "203.113.7.9"],
    ["without its port", "203.113.7.9:4711", "203.113.7.9"],
    ["an IPv6 address in brackets", "[2001:db8::7]:4711", "2001:db8::7"],
    ["the proxy itself when the list is nonsense", "unknown, ', --", "127.0.0.1"],
    ["the proxy itself when there is no list", "", "127.0.0.1"],
    ["the first proxy when all are trusted", "10.9.9.9, 10.1.2.3", "10.9.9.9"],
  ])("behind trusted proxies: %s", async (_, list, expected) => {
    const proxied = await openTinyHouse({ config: { trustedProxies: ["127.0.0.1", "10.0.0.0/8"] } });
    try {
      await ask(proxied, { headers: list === "" ? {} : { "X-Forwarded-For": list } });
      expect(proxied.seen.addresses.at(-1)).toBe(expected);
    } finally {
      await proxied.close();
    }
  });
});

describe("naughty strings", () => {
  it.each(NAUGHTY_STRINGS)("$what: on a form, in an address and in a header, no 5xx", async ({ text }) => {
    const form = new URLSearchParams({ name: text, note: text }).toString();
    const posted = await ask(house, {
      method: "POST",
      path: "/api/save",
      headers: ownForm(house),
      body: form,
    });
    expect([200, 413, 422]).toContain(posted.status);
    const multipart = new FormData();
    multipart.append("name", text);
    multipart.append(text, "x");
    const request = new Request("http://any.invalid", { method: "POST", body: multipart });
    const raw = await ask(house, {
      method: "POST",
      path: "/api/save",
      headers: { ...ownForm(house), "Content-Type": request.headers.get("Content-Type") ?? "" },
      body: new Uint8Array(await request.arrayBuffer()),
    });
    expect([200, 413, 422]).toContain(raw.status);
    const encoded = encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(text))).slice(
      0,
      4_000,
    );
    for (const path of [`/api/person/${encoded}`, `/?q=${encoded}`]) {
      const answer = await ask(house, {
        path,
        headers: { Cookie: `a=${encodeURIComponent("x")}; appearance=${encoded.slice(0, 900)}` },
      });
      expect(answer.status).toBeLessThan(500);
    }
  });

  it("come through the form as they were typed when they are allowed", async () => {
    const name = "Nguyễn Thị Hồng Ánh 👨‍👩‍👧 <script>'\"&";
    const answer = await ask(house, {
      method: "POST",
      path: "/api/save",
      headers: ownForm(house),
      body: new URLSearchParams({ name: name.normalize("NFD") }).toString(),
    });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { name } });
  });
});
