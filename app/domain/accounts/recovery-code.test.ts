import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { formatRecoveryCode, makeRecoveryCode, parseRecoveryCode } from "./recovery-code.ts";

describe("a recovery code", () => {
  test.prop([fc.uint8Array({ minLength: 12, maxLength: 12 })])("is read back as it was printed", (random) => {
    const code = makeRecoveryCode(random);
    expect(parseRecoveryCode(formatRecoveryCode(code))).toBe(code);
    expect(parseRecoveryCode(` ${formatRecoveryCode(code).toLowerCase().replaceAll("-", " ")} `)).toBe(code);
  });

  test.prop([fc.uint8Array({ minLength: 12, maxLength: 12 })])(
    "is read with the letters people mistake",
    (random) => {
      const code = makeRecoveryCode(random);
      expect(parseRecoveryCode(code.replaceAll("0", "O").replaceAll("1", "l"))).toBe(code);
      expect(parseRecoveryCode(code.replaceAll("0", "o").replaceAll("1", "I"))).toBe(code);
    },
  );

  it("needs randomness enough and uses all of it evenly", () => {
    expect(() => makeRecoveryCode(new Uint8Array(11))).toThrow(/12 random bytes/);
    const letters = Array.from(
      { length: 256 },
      (_, byte) => makeRecoveryCode(new Uint8Array(12).fill(byte))[0],
    );
    const counts = new Map(
      letters.map((letter) => [letter, letters.filter((other) => other === letter).length]),
    );
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it.each([
    "",
    "123456",
    "ABCD-EFGH-JKM",
    "ABCD-EFGH-JKMNP",
    "ABCD-EFGH-JKMU",
    "ABCD–EFGH–JKM★",
    "x".repeat(5000),
  ])("%.20j is none", (typed) => {
    expect(parseRecoveryCode(typed)).toBeNull();
  });
});
