import { describe, expect, it } from "vitest";
import { z } from "zod";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { readForm } from "./read-form.server.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  pastedText,
  secretText,
  wholeNumber,
} from "./text.schema.ts";

const schema = z.object({
  name: lineText({ maximum: 40 }),
  note: noteText({ maximum: 2_000 }).optional(),
  password: secretText({ minimum: 12, maximum: 128 }),
  people: wholeNumber({ minimum: 1, maximum: 500 }),
  day: dayText().optional(),
  pillar: z.enum(["government", "economy"]),
  helpers: z.array(idText()).max(3),
  agreed: checkBox(),
});

const HELPER = "019a3c1e-7b2d-7c3f-9a10-1234567890ab";
const right: [string, string][] = [
  ["name", " Nguyễn  Văn An "],
  ["password", " mật khẩu dài "],
  ["people", "12"],
  ["pillar", "economy"],
  ["agreed", "on"],
];

function post(fields: Iterable<[string, string]>): Request {
  return new Request("http://house.example/", { method: "POST", body: new URLSearchParams([...fields]) });
}

function withField(name: string, ...values: string[]): [string, string][] {
  return [
    ...right.filter(([known]) => known !== name),
    ...values.map((value): [string, string] => [name, value]),
  ];
}

async function problemsWith(name: string, ...values: string[]) {
  const reading = await readForm(post(withField(name, ...values)), schema);
  return reading.ok ? "accepted" : reading.problems;
}

describe("a form that is right", () => {
  it("becomes values of the house, and what was typed stays at hand without the password", async () => {
    expect(await readForm(post(right), schema)).toEqual({
      ok: true,
      value: {
        name: "Nguyễn Văn An",
        password: " mật khẩu dài ",
        people: 12,
        pillar: "economy",
        helpers: [],
        agreed: true,
      },
      values: { name: " Nguyễn  Văn An ", people: "12", pillar: "economy", agreed: "on" },
    });
  });

  it("reads multipart forms, received forms and queries alike", async () => {
    const form = new FormData();
    for (const [name, value] of right) form.append(name, value);
    form.append("note", "");
    form.append("photo", new File([], ""));
    const expected = await readForm(post(right), schema);
    expect(
      await readForm(new Request("http://house.example/", { method: "POST", body: form }), schema),
    ).toMatchObject({
      ok: true,
      value: expected.ok ? expected.value : {},
    });
    expect(await readForm(form, schema)).toMatchObject({ ok: true });
    expect(await readForm(new URLSearchParams(right), schema)).toEqual(expected);
  });

  it("takes several values where a list is asked for", async () => {
    const reading = await readForm(
      post([...withField("helpers", HELPER, HELPER), ["day", "20/11/2026"]]),
      schema,
    );
    expect(reading).toMatchObject({ ok: true, value: { helpers: [HELPER, HELPER], day: "2026-11-20" } });
  });
});

describe("a form that is wrong", () => {
  it("says what is wrong with every field at once and keeps what was typed, but never a password", async () => {
    const reading = await readForm(
      post([
        ["name", ""],
        ["password", "hunter2"],
        ["people", "many"],
        ["day", "31/02/2026"],
        ["helpers", "x"],
      ]),
      schema,
    );
    expect(reading).toEqual({
      ok: false,
      problems: {
        name: { code: "required" },
        password: { code: "too_short", minimum: 12 },
        people: { code: "not_a_number" },
        day: { code: "not_a_date" },
        pillar: { code: "not_chosen" },
        helpers: { code: "not_valid" },
      },
      values: { name: "", people: "many", day: "31/02/2026", helpers: ["x"] },
    });
    expect(JSON.stringify(reading)).not.toContain("hunter2");
  });

  it("shows a share of votes again, though its name begins as a password's", async () => {
    const rules = z.object({ pass: lineText({ maximum: 3 }) });
    const reading = await readForm(post([["pass", "hai phần ba"]]), rules);
    expect(reading).toMatchObject({ ok: false, values: { pass: "hai phần ba" } });
  });

  it("knows a secret by its name where nobody declared one", async () => {
    const careless = z.object({
      newPassword: lineText({ maximum: 3 }),
      deviceToken: lineText({ maximum: 3 }),
    });
    const reading = await readForm(
      post([
        ["newPassword", "hunter2"],
        ["deviceToken", "hunter2"],
      ]),
      careless,
    );
    expect(reading.ok).toBe(false);
    expect(JSON.stringify(reading)).not.toContain("hunter2");
  });

  it.each([
    ["0", { code: "too_small", minimum: 1 }],
    ["501", { code: "too_large", maximum: 500 }],
    ["1e2", { code: "not_a_number" }],
    ["1.5", { code: "not_a_number" }],
    ["0x10", { code: "not_a_number" }],
    ["9".repeat(400), { code: "not_a_number" }],
    ["", { code: "required" }],
  ])("a count of %s people", async (text, rejection) => {
    expect(await problemsWith("people", text)).toEqual({ people: rejection });
  });

  it("refuses a second value of a single field, so that nobody can say two things at once", async () => {
    expect(await problemsWith("name", "An", "Bình")).toEqual({ name: { code: "not_valid" } });
    expect(await problemsWith("pillar", "economy", "government")).toEqual({ pillar: { code: "not_valid" } });
  });

  it("refuses more list items than asked for, and a file where text is asked for", async () => {
    expect(await problemsWith("helpers", HELPER, HELPER, HELPER, HELPER)).toHaveProperty("helpers");
    const form = new FormData();
    for (const [name, value] of withField("name")) form.append(name, value);
    form.append("name", new File(["MZ"], "x.exe"));
    expect(await readForm(form, schema)).toMatchObject({
      ok: false,
      problems: { name: { code: "not_valid" } },
    });
  });

  it("sees only the fields it asked for: neither __proto__ nor constructor gets anywhere", async () => {
    const reading = await readForm(
      post([
        ...right,
        ["__proto__", "x"],
        ["constructor", "x"],
        ["__proto__[isAdmin]", "1"],
        ["role", "administrator"],
      ]),
      schema,
    );
    expect(reading.ok).toBe(true);
    expect(JSON.stringify(reading)).not.toContain("administrator");
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it.each([
    ["JSON", "application/json", '{"name":"x"}'],
    [
      "a multipart form cut short",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nA',
    ],
    ["a multipart form without boundary", "multipart/form-data", "--x--"],
    ["plain text", "text/plain", "name=An"],
  ])("answers %s with a refusal, never with an exception", async (_, contentType, body) => {
    const request = new Request("http://house.example/", {
      method: "POST",
      body,
      headers: { "content-type": contentType },
    });
    expect(await readForm(request, schema)).toEqual({
      ok: false,
      problems: { form: { code: "not_readable" } },
      values: {},
    });
  });
});

describe("a pasted table", () => {
  const pasted = z.object({ table: pastedText({ maximum: 1_000 }) });
  it("keeps its tabs and lines and refuses what hides in a cell", async () => {
    expect(await readForm(post([["table", "Thôn 1\tLê A\r\nThôn 2\tLê B\r\n"]]), pasted)).toMatchObject({
      ok: true,
      value: { table: "Thôn 1\tLê A\nThôn 2\tLê B\n" },
    });
    expect(await readForm(post([["table", "Thôn 1\tLê\u200b A"]]), pasted)).toMatchObject({
      problems: { table: { code: "hidden_character" } },
    });
    expect(await readForm(post([["table", "a\u0000b"]]), pasted)).toMatchObject({ ok: false });
    expect(await readForm(post([["table", "a".repeat(1_001)]]), pasted)).toMatchObject({
      problems: { table: { code: "too_long", maximum: 1_000 } },
    });
  });
});

describe("naughty strings in every field", () => {
  it("come as at least sixty different ones", () => {
    expect(new Set(NAUGHTY_STRINGS.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(NAUGHTY_STRINGS)("$what: refused with a code, or kept to the letter", async ({ text }) => {
    for (const field of Object.keys(schema.shape)) {
      // A URLSearchParams body, like a browser's form, carries a lone surrogate as U+FFFD.
      const reading = await readForm(post(withField(field, text)), schema);
      if (!reading.ok) {
        for (const problem of Object.values(reading.problems)) expect(problem?.code).toMatch(/^[a-z_]+$/);
        continue;
      }
      const value = reading.value[field as keyof typeof reading.value];
      if (typeof value !== "string") continue;
      const sent = new TextDecoder().decode(new TextEncoder().encode(text)).normalize("NFC");
      const tidy = (words: string) => words.replace(/\s+/g, " ").trim();
      expect(tidy(value)).toBe(tidy(sent));
      expect(value).not.toContain("\u0000");
    }
  });
});
