import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { formatCheckCode, makeCheckSecret, parseCheckCode } from "./check-code.ts";

const anyCode = fc.record({
  communeId: fc.integer({ min: 1, max: 999_999_999 }),
  secret: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(makeCheckSecret),
});

describe("the code on a certificate", () => {
  test.prop([anyCode])("is read back as it was printed", (code) => {
    expect(parseCheckCode(formatCheckCode(code))).toEqual(code);
  });

  test.prop([anyCode])(
    "is read as people type it: small letters, blanks for dashes, O and l mistaken",
    (code) => {
      const typed = ` ${formatCheckCode(code).toLowerCase().replaceAll("-", "  ").replaceAll("0", "O").replaceAll("1", "l")} `;
      expect(parseCheckCode(typed)).toEqual(code);
    },
  );

  test.prop([fc.string({ unit: "binary" })])(
    "is never found in any other text by accident of an error",
    (text) => {
      const found = parseCheckCode(text);
      if (found !== null) expect(parseCheckCode(formatCheckCode(found))).toEqual(found);
    },
  );

  it.each([
    "",
    "-",
    "12",
    "12-K7M2",
    "0-K7M2-9QXA-04TZ-HH3D",
    "12-K7M2-9QXA-04TZ-HH3U",
    "1234567890-K7M2-9QXA-04TZ-HH3D",
  ])("does not take %j for one", (text) => {
    expect(parseCheckCode(text)).toBeNull();
  });
});
