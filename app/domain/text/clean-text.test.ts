import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { cleanText, type TextRule } from "./clean-text.ts";
import { holdsIdentityNumber } from "./identity-number.ts";

const line: TextRule = { minimum: 1, maximum: 40, lines: "one", identityNumbers: "kept" };
const note: TextRule = { minimum: 0, maximum: 200, lines: "many", identityNumbers: "refused" };

function kept(raw: string, rule: TextRule = line): string {
  const verdict = cleanText(raw, rule);
  if (!verdict.ok) throw new Error(`refused: ${JSON.stringify(verdict)}`);
  return verdict.value;
}

function refusal(raw: string, rule: TextRule = line): unknown {
  const verdict = cleanText(raw, rule);
  return verdict.ok ? "accepted" : verdict;
}

describe("what people write is kept as they wrote it", () => {
  it.each([
    "Nguyễn Thị Hồng Ánh",
    "H'Hen Niê",
    "Y Thị Êban",
    "K’Brơi",
    "Siu Y-Blam",
    "Ƀơm Ŏi",
    "Tổ 3 (khu phố 2B)",
    "Giúp bà con nộp hồ sơ 😀",
    "👨‍👩‍👧 gia đình số",
    "👍🏽",
    "❤️",
    "1️⃣",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "=HYPERLINK(1)",
    "null",
    "undefined",
    "__proto__",
    "100%",
    "a+b=c & d",
    "ภาษาไทย",
    "中文",
    "עברית",
    "-1",
    "1e309",
  ])("%s", (text) => {
    expect(kept(text)).toBe(text);
    expect(kept(text.normalize("NFD"))).toBe(text.normalize("NFC"));
  });

  it("tidies spaces only: ends, runs, and spaces that only look like one", () => {
    expect(kept("  Thôn\u00a0 Đông\t Lĩnh\u3000 ")).toBe("Thôn Đông Lĩnh");
    expect(kept("một\r\nhai  ba  \r\rbốn\n", note)).toBe("một\nhai  ba\n\nbốn");
  });
});

describe("what no person means to write is refused", () => {
  it.each([
    ["NUL", "a\u0000b"],
    ["escape", "\u001b[31m"],
    ["backspace", "a\b"],
    ["delete", "a\u007f"],
    ["C1", "a\u0085b"],
    ["lone high surrogate", "a\ud800"],
    ["lone low surrogate", "\udc00a"],
    ["reversed pair", "\udc00\ud800"],
    ["replacement sign", "Nguy\ufffdn"],
    ["non-character", "a\uffff"],
    ["private use", "a\ue000"],
    ["line separator", "a\u2028b"],
    ["Zalgo", "a\u0335\u0336\u0337\u0338"],
  ])("%s is not readable", (_, text) => {
    expect(refusal(text)).toEqual({ ok: false, code: "not_readable" });
    expect(refusal(text, note)).toEqual({ ok: false, code: "not_readable" });
  });

  it.each([
    ["zero-width space", "ab\u200bc", 3],
    ["joiner between letters", "ab\u200dc", 3],
    ["byte order mark", "\ufeff", 1],
    ["right-to-left override", "ảnh\u202egpj.exe", 4],
    ["isolate", "\u2066a", 1],
    ["soft hyphen", "a\u00adb", 2],
    ["word joiner", "a\u2060", 2],
    ["Hangul filler", "\u3164", 1],
    ["blank Braille", "a\u2800", 2],
    ["variation selector on a letter", "a\ufe0f", 2],
    ["tag", "a\u{e0041}", 2],
    ["after an emoji", "😀\u200b", 2],
    ["joiner at the end of an emoji", "👨\u200d", 2],
  ])("%s is hidden, and its place is told", (_, text, position) => {
    expect(refusal(text)).toEqual({ ok: false, code: "hidden_character", position });
  });

  it("a second line where one is asked for", () => {
    expect(refusal("a\nb")).toEqual({ ok: false, code: "line_break" });
    expect(refusal("a\r\nb")).toEqual({ ok: false, code: "line_break" });
  });

  it("nothing, too little and too much, counted in characters and not in bytes", () => {
    expect(refusal("")).toEqual({ ok: false, code: "required" });
    expect(refusal(" \u00a0\t")).toEqual({ ok: false, code: "required" });
    expect(kept("", note)).toBe("");
    expect(refusal("ab", { ...line, minimum: 3 })).toEqual({ ok: false, code: "too_short", minimum: 3 });
    expect(kept("😀".repeat(40))).toBe("😀".repeat(40));
    expect(kept("ế".normalize("NFD").repeat(40))).toBe("ế".repeat(40));
    expect(refusal("ế".repeat(41))).toEqual({ ok: false, code: "too_long", maximum: 40 });
    expect(refusal("a".repeat(1_000_000))).toEqual({ ok: false, code: "too_long", maximum: 40 });
  });

  it("a flood of spaces or marks, in no time", () => {
    const started = performance.now();
    const long = { ...note, maximum: 4000 };
    expect(refusal(`a${" ".repeat(40_000)}b`, long)).toEqual({ ok: false, code: "too_long", maximum: 4000 });
    expect(kept(`a${" ".repeat(40_000)}`, long)).toBe("a");
    expect(refusal("\u0301".repeat(40_000), long)).toEqual({ ok: false, code: "not_readable" });
    expect(refusal("👨\u200d".repeat(10_000), long)).toMatchObject({ ok: false });
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("a citizen's number in free text", () => {
    expect(refusal("CCCD 001099012345 của bà A", note)).toEqual({ ok: false, code: "identity_number" });
  });
});

describe("an identity number", () => {
  it.each([
    "001099012345",
    "0010 9901 2345",
    "001.099.012.345",
    "số:001099012345.",
    "００１０９９０１２３４５",
    "20-11 001099012345",
  ])("is seen in %s", (text) => expect(holdsIdentityNumber(text)).toBe(true));
  it.each([
    "0912345678",
    "0912345678 0987654321",
    "+84 912 345 678",
    "20/11/2026",
    "1234567890123",
    "12 người, 34 lượt",
  ])("is not seen in %s", (text) => expect(holdsIdentityNumber(text)).toBe(false));
});

describe("for any text at all", () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.constantFrom("\ud800", "\u0000", "\u200d", "ế", " ", "\n"),
    ),
  });
  const rules = fc.constantFrom(line, note);

  test.prop([anyText, rules])(
    "an accepted text obeys every rule and is accepted again unchanged",
    (raw, rule) => {
      const verdict = cleanText(raw, rule);
      if (!verdict.ok) return;
      const text = verdict.value;
      expect(cleanText(text, rule)).toEqual({ ok: true, value: text });
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text.replaceAll("\n", "")).not.toMatch(/\p{Control}/u);
      expect([...text].length).toBeLessThanOrEqual(rule.maximum);
      expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
    },
  );

  test.prop([anyText, rules])("how the letters were composed makes no difference", (raw, rule) => {
    if (/\p{Surrogate}/u.test(raw)) return;
    expect(cleanText(raw.normalize("NFD"), rule).ok).toBe(cleanText(raw.normalize("NFC"), rule).ok);
  });
});
