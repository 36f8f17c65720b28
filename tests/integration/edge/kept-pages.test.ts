import { createHash } from "node:crypto";
import http from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicBoardKey, publicBoardPath } from "#app/features/board-live/public-board-address.ts";
import { openTinyHouse, type TinyHouse } from "./tiny-house.ts";

const STYLE = "p{color:green}";
const PAGE = `<!doctype html><style>${STYLE}</style><p>Bảng</p>`;
const PATH = publicBoardPath(7);

let house: TinyHouse;
beforeAll(async () => {
  house = await openTinyHouse();
});
afterAll(() => house.close());

/** The page is proved anew each time: it would be asked for again a second later. */
async function ask(headers: Record<string, string> = {}, method = "GET", path = PATH) {
  await house.platform.pages.read(publicBoardKey(PATH, "vi"), "1", async () => PAGE);
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }>(
    (resolve, reject) => {
      const wish = { port: house.port, host: "127.0.0.1", path, method };
      const request = http.request(
        { ...wish, headers: { Host: new URL(house.origin).host, ...headers } },
        async (answer) => {
          const chunks: Buffer[] = [];
          for await (const chunk of answer) chunks.push(chunk as Buffer);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
        },
      );
      request.on("error", reject).end();
    },
  );
}

describe("a public page from memory", () => {
  it("T12: has every header of the guard, and a policy that allows its own style and no script inside it", async () => {
    const { status, headers, body } = await ask({ "Accept-Encoding": "gzip" });
    expect(status).toBe(200);
    expect(gunzipSync(body).toString()).toBe(PAGE);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cache-control": "public, no-cache",
      vary: "Accept-Encoding, Cookie",
    });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(
      `style-src 'self' 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    );
    expect(policy).not.toMatch(/nonce|unsafe/);
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await ask();
    const again = await ask({ "If-None-Match": headers.etag ?? "" });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
  });

  it("is for nobody at a host that is not ours, by no other method and under no other address", async () => {
    const answers = await Promise.all([
      ask({ Host: "evil.example" }),
      ask({}, "POST"),
      ask({}, "DELETE"),
      ask({}, "GET", `${PATH}?x=1`),
      ask({}, "GET", `${PATH}/`),
      ask({ Cookie: "appearance=system.normal.en" }),
      ask({ "Content-Length": "0" }),
    ]);
    for (const { body } of answers) expect(body.toString()).not.toContain("Bảng</p>");
  });

  it("is given out no longer once it is dropped", async () => {
    await ask();
    house.platform.pages.drop(publicBoardKey(PATH, "vi"));
    const answer = await fetch(`${house.origin}${PATH}`);
    expect(await answer.text()).not.toContain("Bảng</p>");
  });
});
