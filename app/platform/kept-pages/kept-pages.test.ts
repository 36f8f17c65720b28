import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { answerKeptPage } from "./answer-kept-page.ts";
import { keepPages } from "./keep-pages.server.ts";

const HTML = `<p>${"Tổ công nghệ số. ".repeat(50)}</p>`;

describe("kept pages", () => {
  it("are written once per version, however many ask at once", async () => {
    const pages = keepPages();
    let written = 0;
    const ask = (version: string) =>
      pages.read("a", version, async () => {
        written += 1;
        return HTML;
      });
    await Promise.all([ask("1"), ask("1"), ask("1")]);
    await ask("1");
    expect(written).toBe(1);
    await ask("2");
    expect(written).toBe(2);
  });

  it("a page that could not be written is written again by the next", async () => {
    const pages = keepPages();
    await expect(pages.read("a", "1", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await pages.read("a", "1", async () => HTML)).version).toBe("1");
  });

  it("are given out unasked for a moment only, and not at all once dropped", async () => {
    let now = 0;
    const pages = keepPages({ bytes: 1e6, provedForMs: 1_000 }, () => now);
    const page = await pages.read("a", "1", async () => HTML);
    now = 999;
    expect(pages.fresh("a")).toBe(page);
    now = 1_000;
    expect(pages.fresh("a")).toBeNull();
    await pages.read("a", "1", async () => HTML);
    expect(pages.fresh("a")).toBe(page);
    pages.drop("a");
    expect(pages.fresh("a")).toBeNull();
  });

  it("take no more memory than they may: the one unused longest goes", async () => {
    const pages = keepPages({ bytes: 3_000, provedForMs: 1_000 }, () => 0);
    for (const key of ["a", "b", "c", "d"]) await pages.read(key, "1", async () => HTML);
    expect(["a", "b", "c", "d"].filter((key) => pages.fresh(key))).toEqual(["c", "d"]);
  });
});

describe("the answer with a kept page", () => {
  it("is packed as the visitor can read it, each way under a strong tag of its own", async () => {
    const page = await keepPages().read("a", "1", async () => HTML);
    const ask = (acceptEncoding: string | null, ifNoneMatch: string | null = null) =>
      answerKeptPage(page, { acceptEncoding, ifNoneMatch });
    const plain = ask(null);
    const zipped = ask("gzip, br;q=0");
    const brotli = ask("gzip, deflate, br");
    expect(Buffer.from(plain.bytes ?? []).toString()).toBe(HTML);
    expect(gunzipSync(zipped.bytes ?? Buffer.of()).toString()).toBe(HTML);
    expect(brotliDecompressSync(brotli.bytes ?? Buffer.of()).toString()).toBe(HTML);
    const tags = [plain, zipped, brotli].map(({ headers }) => headers.ETag);
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
    expect(ask("br", tags[2])).toMatchObject({ status: 304, bytes: null, headers: { ETag: tags[2] } });
    expect(ask("br", `"x", W/${tags[2]}`).status).toBe(304);
    expect(ask("br", tags[1] ?? null).status).toBe(200);
  });
});
