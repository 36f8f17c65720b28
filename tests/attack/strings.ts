import { readFileSync } from "node:fs";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";

/** What every field meets at least once. */
export const STRING_CLASSES = [
  "controls",
  "unicode",
  "script",
  "sql",
  "formula",
  "path",
  "number",
  "long",
  "words",
] as const;
type StringClass = (typeof STRING_CLASSES)[number];

interface AttackString {
  readonly text: string;
  readonly isPublic: boolean;
}

/** Sets window.__ran wherever it is taken for more than text. */
const CANARIES = [
  "<script>window.__ran=1</script>",
  "</script><script>window.__ran=1</script>",
  "</textarea><img src=x onerror=window.__ran=1>",
  '"><svg onload=window.__ran=1>',
  "' autofocus onfocus=window.__ran=1 x='",
  "javascript:window.__ran=1",
  "]]><script>window.__ran=1</script>",
  "<!--><script>window.__ran=1</script-->",
  "\u2028;window.__ran=1//",
  '\\");window.__ran=1//',
  "\u0024{window.__ran=1}",
  "<iframe srcdoc='<script>parent.__ran=1</script>'>",
  "<style>@import'javascript:window.__ran=1'</style><base href=//x.invalid>",
  "<a href='java\tscript:window.__ran=1'>Bấm vào đây</a>",
  "<math><mtext><table><mglyph><style><img src=x onerror=window.__ran=1>",
];

const OURS: readonly string[] = [
  ...CANARIES,
  "-1",
  "0",
  "2147483648",
  "-9223372036854775809",
  "99999999999999999999",
  "1e-400",
  "Infinity",
  "NaN",
  "1_000",
  "1,5",
  "٣",
  "2026-02-30",
  "9999-12-31",
  "24:00",
  "12/2026/31",
  "=1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1:A9)",
  "\t=1+1",
  "079099012345",
  "0301 777 001",
  "a'||pg_sleep(12)||'",
  "1;select pg_sleep(12)--",
  "') or 1=1 --",
  "\\' or 1=1 --",
  "$$; drop table claim; $$",
  "{{constructor.constructor('window.__ran=1')()}}",
  "__proto__[polluted]=1",
  "toString",
  "hasOwnProperty",
  "..%00/",
  "/dev/full",
  "file:///dev/zero",
  "http://169.254.169.254/",
  "con.txt",
  "x".repeat(200_000),
  "ấ".repeat(60_000),
  "\n".repeat(100_000),
  "😀".repeat(2_001),
  "(".repeat(20_000),
  `${"[".repeat(9_000)}${"]".repeat(9_000)}`,
  "\u00ad\u200e\u200f",
  "e\u0301\u0323".normalize("NFD"),
  "ﾠﾠﾠ",
  "\u{10ffff}",
  "Ｎｇｕｙễｎ",
  "İıŞ",
  "𝕿𝖍ô𝖓",
  "A\u030a\u0327",
  "\u0000\u0000",
  "a\u0001b\u001fc",
  "\u009fx",
  "x\r\nX-Injected: a=b",
  "%0d%0aX-Injected:%20a=b",
];

/** Of the public list and of our own, each under one class. */
export function listStrings(): AttackString[] {
  const { strings } = JSON.parse(readFileSync(new URL("./public-strings.json", import.meta.url), "utf8")) as {
    readonly strings: readonly string[];
  };
  const published = strings.map((coded) => Buffer.from(coded, "base64").toString("utf8"));
  const own = [...new Set([...NAUGHTY_STRINGS.map(({ text }) => text), ...OURS])];
  return [
    ...published.map((text) => ({ text, isPublic: true })),
    ...own.map((text) => ({ text, isPublic: false })),
  ];
}

function classOf(text: string): StringClass {
  if (text.length > 3_000) return "long";
  if (/[\p{Control}\p{Surrogate}\uFFFD\p{Noncharacter_Code_Point}]/u.test(text)) return "controls";
  if (/<|javascript:|__ran|hacked|alert\(|onerror|\{\{/i.test(text)) return "script";
  if (/^[\s]*[=+@]|^-\d+\+/.test(text)) return "formula";
  if (/^[-+$]?[\d.,/:_eExX٠-٩-]+$|^-?(?:Infinity|NaN|inf)/i.test(text.trim())) return "number";
  if (/'|--|;|\bdrop\b|\bselect\b/i.test(text)) return "sql";
  if (/\.\.|[\\/%$`|]/.test(text)) return "path";
  return /[^\x20-\x7e]/.test(text) ? "unicode" : "words";
}

/** Hands out strings so that each class comes in its turn and, within it, every string as often as every other. */
export class Rotation {
  readonly #byClass: ReadonlyMap<StringClass, AttackString[]>;
  readonly #next = new Map<StringClass, number>();
  readonly uses = new Map<string, number>();

  constructor(strings: readonly AttackString[]) {
    this.#byClass = new Map(
      STRING_CLASSES.map((name) => [name, strings.filter(({ text }) => classOf(text) === name)]),
    );
  }

  take(name: StringClass): string {
    const all = this.#byClass.get(name) ?? [];
    const turn = this.#next.get(name) ?? 0;
    this.#next.set(name, turn + 1);
    const text = all[turn % all.length]?.text ?? "";
    this.uses.set(text, (this.uses.get(text) ?? 0) + 1);
    return text;
  }
}
