import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { judgePassword } from "./password.ts";

// The list the house runs with.
const weakWords = new Set(
  readFileSync("app/features/accounts/common-passwords.txt", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);
const context = { weakWords, ownWords: ["Vàng Thị Mỷ", "my.vang", "0912 345 678"] };
const judge = (password: string) => {
  const verdict = judgePassword(password, context);
  return verdict.ok ? "good" : verdict.code;
};

describe("the list of weak words", () => {
  it("holds more than 3,000 folded words, sorted, each once", () => {
    expect(weakWords.size).toBeGreaterThan(3000);
    const listed = [...weakWords];
    expect(listed).toEqual(listed.toSorted());
    for (const word of listed) expect(word).toMatch(/^[a-z0-9]{2,24}$/);
  });
});

describe("a password", () => {
  it.each([
    ["mười một ký", "password_too_short"],
    ["a".repeat(129), "password_too_long"],
    ["🌾".repeat(11), "password_too_short"],
  ])("%.20s has the wrong length", (password, code) => {
    expect(judge(password)).toBe(code);
  });

  it("is measured in characters, not in bytes or code units", () => {
    expect(judgePassword("🌾🐃🌧🛖🧺🐓🌽🥬🍚🎋🪵🌶", context).ok).toBe(false);
    expect(judge("cà phê, mưa, dây phơi, ốc 🌾")).toBe("good");
    expect(judge(`${"x".repeat(60)}${"ầ".normalize("NFD").repeat(20)} bè tre gỗ lim`)).not.toBe(
      "password_too_long",
    );
  });

  it.each([
    "password1234",
    "P@ssw0rd2026",
    "matkhau123456",
    "MậtKhẩu@2026",
    "thidua@2026thon",
    "ThiĐuaSố2026!",
    "xã Ngọc Hồi 2026",
    "congnghesocongdong",
    "Tổ công nghệ số cộng đồng",
    "qwertyuiop12",
    "aaaaaaaaaaaa",
    "123456789012",
    "abcabcabcabc",
    "iloveyou1990",
    "nguyenvanhai",
    "vietnam30041975",
    "anhyeuem123456",
    "vang thi my 1990",
    "my.vang0912345678",
    "0912345678 0912345678",
  ])("%s is what guessers try", (password) => {
    expect(judge(password)).toBe("password_too_common");
  });

  it.each([
    "mèo leo cây bưởi tìm trăng",
    "ốc sên cưỡi xe đạp ra ga",
    "correct horse battery staple",
    "gT7#kq2Lw9zX",
    "suối-lạnh-ngựa-chậm-bếp",
  ])("%s is not", (password) => {
    expect(judge(password)).toBe("good");
  });

  it("is the same in both spellings of Unicode", () => {
    const text = "mèo leo cây bưởi tìm trăng";
    expect(judgePassword(text.normalize("NFD"), context)).toEqual({ ok: true, value: text.normalize("NFC") });
  });

  test.prop([fc.string({ unit: "grapheme", maxLength: 200 })])(
    "of any text is judged, never a fault",
    (text) => {
      expect(["good", "password_too_short", "password_too_long", "password_too_common"]).toContain(
        judge(text),
      );
    },
  );

  test.prop([
    fc.array(fc.constantFrom(...weakWords), { minLength: 1, maxLength: 3 }),
    fc.constantFrom("", " ", "-", ".", "_"),
  ])("of up to three words of the list is refused, whatever stands between them", (words, between) => {
    expect(judge(words.join(between))).not.toBe("good");
  });
});
