import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { shortRoot } from "./seal.ts";

describe("canonical JSON", () => {
  it("is one text for one value, whatever the order of keys and the way letters are composed", () => {
    const composed = canonicalJson({ ["thôn"]: "Hoà Bình", b: [1, null, true], a: -0 });
    const decomposed = canonicalJson({
      a: 0,
      b: [1, null, true],
      ["thôn".normalize("NFD")]: "Hoà Bình".normalize("NFD"),
    });
    expect(decomposed).toBe(composed);
    expect(composed).toBe('{"a":0,"b":[1,null,true],"thôn":"Hoà Bình"}');
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %s, which machines write in several ways",
    (number) => {
      expect(() => canonicalJson({ number })).toThrow(/whole number/);
    },
  );

  it("sorts keys by code unit and escapes as JSON does", () => {
    expect(canonicalJson({ ["đ"]: 1, d: 2, "d\n": '"' })).toBe('{"d":2,"d\\n":"\\"","đ":1}');
  });
});

it("the short root of a seal is sixteen digits in groups of four", () => {
  expect(shortRoot("3f2a90c177de0b54ffff")).toBe("3f2a 90c1 77de 0b54");
});
