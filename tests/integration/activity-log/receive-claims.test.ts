import { beforeEach, describe, expect, it } from "vitest";
import { action } from "#app/routes/api/claims.ts";
import { NAUGHTY_STRINGS } from "#tests/support/naughty-strings.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, rowsOf, work } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

async function post(by: Logger | null, body: unknown, contentType = "application/json") {
  const cookie = by === null ? "" : (await office.signIn(by.accountId)).cookie;
  const request = new Request("http://localhost:3000/api/viec", {
    method: "POST",
    headers: { Cookie: cookie, "Content-Type": contentType },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  const answer = await action({
    request,
    params: {},
    context: { platform: office.platform, visit },
  } as never).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  return { status: answer.status, body: answer.status === 404 ? null : await answer.json() };
}
const person = (index: number) => ({ householdId: team.households[index] ?? "", slot: 1 });

describe("what a phone gathered while it was away", () => {
  it("C33: comes in one sending, each record answered by itself, the same when sent again", async () => {
    const claims = [
      { id: freshId(), content: work([person(0)]) },
      { id: freshId(), content: { ...work([person(1)]), mode: "by magic" } },
      { id: freshId(), content: work([person(1)], { visits: 0 }) },
    ];
    const first = await post(team.lan, { phoneTime: "2026-11-20T09:00:00+07:00", claims });
    expect(first.status).toBe(200);
    expect(
      first.body.answers.map(
        (each: { outcome: { ok: boolean; code?: string } }) => each.outcome.code ?? "ok",
      ),
    ).toEqual(["ok", "claim_not_readable", "claim_has_problems"]);
    expect(await post(team.lan, { phoneTime: "2026-11-20T09:00:00+07:00", claims })).toEqual(first);
    expect(await rowsOf(office, team, "select id from claim")).toHaveLength(1);
  });

  it("is refused whole when it cannot be read, and never breaks the house", async () => {
    const one = { id: freshId(), content: work([person(0)]) };
    for (const body of [
      "",
      "{",
      "null",
      "[]",
      { claims: [] },
      { claims: Array.from({ length: 51 }, () => one) },
      { claims: [{ ...one, id: "1" }] },
      { claims: [one], phoneTime: "yesterday" },
    ])
      expect((await post(team.lan, body)).status).toBe(422);
    expect((await post(team.lan, { claims: [one] }, "text/plain")).status).toBe(422);
    expect(await rowsOf(office, team, "select id from claim")).toEqual([]);
  });

  it("no text and no number a program can send is a fault of the house", async () => {
    const odd = [Number.POSITIVE_INFINITY, -0, 2 ** 53, Number.NaN, -1, 0.5, "1", null, {}, []];
    const contents = [
      ...NAUGHTY_STRINGS.map(({ text }) => work([person(0)], { note: text, place: text, movements: [text] })),
      ...odd.map((value) => ({ ...work([person(0)]), visits: value })),
      { ...work([person(0)]), counters: { __proto__: 1, constructor: 2 } },
      JSON.parse('{"__proto__": {"units": []}}'),
    ];
    for (let start = 0; start < contents.length; start += 50) {
      const claims = contents.slice(start, start + 50).map((content) => ({ id: freshId(), content }));
      expect((await post(team.lan, { claims })).status).toBe(200);
    }
  });

  it("is for members of teams: not for strangers, nor for officers", async () => {
    const claims = [{ id: freshId(), content: work([person(0)]) }];
    expect((await post(null, { claims })).status).toBe(401);
    expect((await post(team.officer, { claims })).status).toBe(404);
  });
});
