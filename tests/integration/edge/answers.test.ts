import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edgeRefusals } from "#app/messages/edge-refusals.ts";
import { openMetricsServer } from "#app/server/edge/metrics-server.server.ts";
import { ask, openTinyHouse, ownForm, type TinyHouse } from "./tiny-house.ts";

let appRoot: string;
let house: TinyHouse;
beforeAll(async () => {
  appRoot = await mkdtemp(path.join(tmpdir(), "edge-"));
  const files = path.join(appRoot, "build/remix/client");
  await mkdir(path.join(files, "assets"), { recursive: true });
  await mkdir(path.join(files, ".vite"));
  await writeFile(path.join(files, "assets/entry-abc123.js"), `export const text = "${"a".repeat(5_000)}";`);
  await writeFile(path.join(files, "assets/packed-def456.js"), "export {};");
  await writeFile(path.join(files, "assets/packed-def456.js.gz"), gzipSync("export const packed = 1;"));
  await writeFile(path.join(files, "icon.svg"), "<svg/>");
  await writeFile(path.join(files, ".vite/manifest.json"), "{}");
  await writeFile(path.join(appRoot, "secret.txt"), "secret");
  house = await openTinyHouse({ appRoot });
});
afterAll(async () => {
  await house.close();
  await rm(appRoot, { recursive: true });
});

const POLICY = /^default-src 'none'; script-src 'self' 'nonce-([\w-]{22})'; style-src 'self' 'nonce-\1'; /;

describe("every answer", () => {
  const asks: [string, () => Parameters<typeof ask>[1]][] = [
    ["a page", () => ({ path: "/item" })],
    ["data", () => ({ path: "/item.data" })],
    ["a resource", () => ({ path: "/api/person/1" })],
    ["a refused address", () => ({ path: "/%" })],
    ["a refused method", () => ({ method: "PUT" })],
    ["a refused host", () => ({ headers: { Host: "evil.example" } })],
    ["a refused post", () => ({ method: "POST" })],
    ["a body too large", () => ({ method: "POST", headers: ownForm(house), body: "a".repeat(300_000) })],
    ["a missing file", () => ({ path: "/assets/gone.js" })],
    ["a probe", () => ({ path: "/healthz" })],
  ];
  it.each(asks)("%s carries the headers that protect it and is kept by nobody", async (_, wish) => {
    const { headers } = await ask(house, wish());
    expect(headers["content-security-policy"]).toMatch(POLICY);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("has a nonce and a name of its own, and no name from outside is taken", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(house, { headers: { "X-Request-Id": "mine" } })),
    );
    const nonces = answers.map(({ headers }) => POLICY.exec(String(headers["content-security-policy"]))?.[1]);
    expect(new Set(nonces).size).toBe(20);
    expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(20);
    expect(answers.map(({ headers }) => headers["x-request-id"])).not.toContain("mine");
  });

  it("over https asks browsers to stay there and to upgrade; the live connection is allowed by name", async () => {
    const secure = await openTinyHouse({ config: { publicOrigins: ["https://thidua.example.vn"] } });
    try {
      const { headers } = await ask(secure, { headers: { Host: "thidua.example.vn" } });
      expect(headers["strict-transport-security"]).toBe("max-age=31536000");
      expect(headers["content-security-policy"]).toContain("connect-src 'self' wss://thidua.example.vn;");
      expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    } finally {
      await secure.close();
    }
  });

  it("in development lets Vite in, and only there", async () => {
    const dev = await openTinyHouse({ config: { mode: "development" } });
    try {
      const { headers } = await ask(dev, {});
      expect(headers["content-security-policy"]).toContain("connect-src 'self' ws: wss:;");
      expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w-]{22}';/);
    } finally {
      await dev.close();
    }
  });
});

describe("a refusal", () => {
  it("is a short Vietnamese page for people, with the request's name to read out", async () => {
    const { headers, text } = await ask(house, { path: "/%", headers: { Accept: "text/html,*/*" } });
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain(edgeRefusals.vi.bad_address.title);
    expect(text).toContain(String(headers["x-request-id"]));
    const nonce = POLICY.exec(String(headers["content-security-policy"]))?.[1];
    expect(text).toContain(`<style nonce="${nonce}">`);
  });

  it("is in the language the device chose", async () => {
    const { text } = await ask(house, { path: "/%", headers: { Cookie: "appearance=system.normal.en" } });
    expect(text).toContain(edgeRefusals.en.bad_address.title);
  });

  it.each([
    ["a fetch", { "Sec-Fetch-Dest": "empty" }, "/x%"],
    ["Remix's own data request", {}, "/item.data?_data=item"],
    ["a program", { Accept: "application/json" }, "/x%"],
  ])("is JSON for %s", async (_, headers, path) => {
    const answer = await ask(house, { path, headers });
    expect(answer.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(answer.text)).toMatchObject({
      error: {
        code: "bad_address",
        requestId: answer.headers["x-request-id"],
        title: edgeRefusals.vi.bad_address.title,
      },
    });
  });
});

describe("caching", () => {
  it("is opted into by a route's own header, and then nothing inline runs in the page", async () => {
    const { headers } = await ask(house, { path: "/api/cached" });
    expect(headers["cache-control"]).toBe("public, max-age=60");
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers["content-security-policy"]).not.toContain("nonce");
  });

  it("is refused for an answer that sets a cookie", async () => {
    const { headers } = await ask(house, { path: "/api/cached-cookie" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(
      house.logLines().some(({ level, msg }) => level === "error" && String(msg).includes("cookie")),
    ).toBe(true);
  });

  it("keeps several cookies apart", async () => {
    expect((await ask(house, { path: "/api/cookies" })).headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  });
});

describe("files of the browser", () => {
  it("packed by the build are sent as they are to whoever takes them so, with their own type", async () => {
    const { bytes, encoding } = await readRaw("/assets/packed-def456.js", "br;q=0, gzip");
    expect(encoding).toBe("gzip");
    expect(gunzipSync(bytes).toString()).toBe("export const packed = 1;");
    const plain = await ask(house, { path: "/assets/packed-def456.js" });
    expect(plain.text).toBe("export {};");
    expect(plain.headers["content-type"]).toContain("javascript");
  });

  it("with a hash in their name are kept for good, others for a day; both are packed", async () => {
    const asset = await ask(house, { path: "/assets/entry-abc123.js" });
    expect(asset.status).toBe(200);
    expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(asset.headers["content-type"]).toContain("javascript");
    expect((await ask(house, { path: "/icon.svg" })).headers["cache-control"]).toContain("max-age=86400");
    const packed = await readRaw("/assets/entry-abc123.js", "gzip");
    expect(packed.encoding).toBe("gzip");
    expect(gunzipSync(packed.bytes).toString()).toBe(asset.text);
    expect((await readRaw("/assets/entry-abc123.js", "br")).encoding).toBe("br");
    expect((await readRaw("/api/large", "gzip")).bytes.length).toBeLessThan(2_000);
  });

  it("that are parts of pages carry what protects a file, and nothing that only a page needs", async () => {
    const { headers } = await ask(house, { path: "/assets/entry-abc123.js" });
    expect(headers).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("permissions-policy");
    const { headers: icon } = await ask(house, { path: "/icon.svg" });
    expect(icon["permissions-policy"]).toContain("camera=()");
  });

  it.each([
    "/assets/gone.js",
    "/assets/../../../secret.txt",
    "/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt",
    "/assets/..%2f..%2f..%2fsecret.txt",
  ])("%s is not there, and no page is rendered to say so", async (path) => {
    const before = house.seen.loaders.length;
    const answer = await ask(house, { path });
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.text).not.toBe("secret");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(house.seen.loaders).toHaveLength(before);
  });

  it("do not include the build's own notes", async () => {
    expect((await ask(house, { path: "/.vite/manifest.json" })).text).not.toBe("{}");
  });
});

describe("the record of a request", () => {
  it("names the route's pattern, and nothing of the person", async () => {
    await ask(house, {
      path: "/api/person/0912345678?name=CANARY-query",
      headers: { Cookie: "session=CANARY-cookie", "User-Agent": "CANARY-agent", Referer: "http://x/CANARY" },
    });
    await ask(house, {
      method: "POST",
      path: "/api/save",
      headers: ownForm(house),
      body: "name=CANARY-body",
    });
    await ask(house, { path: "/CANARY-unknown/address" });
    const lines = house.logLines().filter(({ msg }) => msg === "request");
    expect(lines.at(-3)).toMatchObject({
      method: "GET",
      route: "/api/person/:phone",
      status: 200,
      channel: "document",
    });
    expect(lines.at(-2)).toMatchObject({ method: "POST", route: "/api/save", status: 200 });
    expect(lines.at(-1)).toMatchObject({ route: "unknown" });
    expect(lines.at(-1)?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    const all = JSON.stringify(house.logLines());
    expect(all).not.toMatch(/CANARY|0912345678|127\.0\.0\.1/);
  });

  it("counts answers by pattern and refusals by reason, on a port of its own", async () => {
    await ask(house, { method: "POST", path: "/item" });
    await ask(house, { path: "/item" });
    const server = openMetricsServer(house.platform).listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as { port: number };
      const { text } = await ask({ port }, { path: "/metrics" });
      expect(text).toMatch(/http_refused_total\{reason="cross_site"\} \d/);
      expect(text).toMatch(/http_request_seconds_count\{method="GET",route="\/item",status="200"\} \d/);
      expect(text).not.toContain("0912345678");
      expect((await ask({ port }, { path: "/" })).status).toBe(404);
    } finally {
      server.close();
    }
    expect((await ask(house, { path: "/metrics" })).text).not.toContain("http_request_seconds");
  });

  it("SECURITY G19: a loader without room on the disk answers 503, says so and when to come again", async () => {
    for (const path of ["/no-ground", "/no-ground.data", "/api/no-ground"]) {
      const { status, headers } = await ask(house, { path });
      expect({ path, status, retry: headers["retry-after"] }).toEqual({ path, status: 503, retry: "15" });
    }
    const { text } = await ask(house, { path: "/api/no-ground" });
    expect(text).toContain(edgeRefusals.vi.unavailable.title);
  });

  it("a page that breaks in the middle ends the connection, and the server goes on", async () => {
    await expect(ask(house, { path: "/api/broken-off" })).rejects.toThrow();
    expect((await ask(house, { path: "/item" })).status).toBe(200);
    expect(house.logLines().some(({ isBrokenOff }) => isBrokenOff === true)).toBe(true);
  });
});

function readRaw(
  address: string,
  encoding: string,
): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { Host: `localhost:${house.port}`, "Accept-Encoding": encoding };
    http
      .get({ host: "127.0.0.1", port: house.port, path: address, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ encoding: response.headers["content-encoding"], bytes: Buffer.concat(chunks) }),
        );
      })
      .on("error", reject);
  });
}
