import { describe, expect, it } from "vitest";
import { formatTvAddress, parseTvAddress } from "./tv-code.ts";

const address = { communeId: 7, code: "0123456789ab" };

describe("the address of a screen", () => {
  it("is read back as it was written, and as a remote control types it", () => {
    expect(formatTvAddress(address)).toBe("7-0123-4567-89AB");
    for (const typed of ["7-0123-4567-89AB", "7-0123456789ab", "7-o123 4567 89ab"])
      expect(parseTvAddress(typed)).toEqual(address);
  });

  it("is nothing else", () => {
    for (const text of [
      "",
      "7",
      "7-",
      "07-0123456789ab",
      "7-0123456789a",
      "7-0123456789u!",
      "1234567890-0123456789ab",
    ])
      expect(parseTvAddress(text)).toBeNull();
  });
});
