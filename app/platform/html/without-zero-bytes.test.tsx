import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { withoutZeroBytes } from "./without-zero-bytes.server.ts";

describe("a page on its way to the browser", () => {
  it("keeps every Vietnamese letter, wherever React's buffer ends", async () => {
    for (let shift = 0; shift < 8; shift++) {
      const words = `${"a".repeat(shift)}${"Chủ tịch ".repeat(600)}`;
      const sent = withoutZeroBytes();
      renderToPipeableStream(<p data-words={words}>{words}</p>).pipe(sent);
      expect(await text(sent)).toBe(`<p data-words="${words}">${words}</p>`);
    }
  });
});
