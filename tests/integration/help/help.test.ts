import { beforeEach, describe, expect, it } from "vitest";
import { eraseHelp } from "#app/features/help/erase-help.server.ts";
import * as list from "#app/routes/member/help-list.tsx";
import * as one from "#app/routes/member/help-one.tsx";
import * as desk from "#app/routes/office/help.tsx";
import * as posters from "#app/routes/office/help-posters.tsx";
import * as ask from "#app/routes/public/help-ask.tsx";
import * as own from "#app/routes/public/help-own.tsx";
import { testBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let poster: string;
let lastAddress = 0;

/** Somebody on the street, each from an address of their own. */
function stranger() {
  lastAddress += 1;
  const address = `198.51.${lastAddress >> 8}.${lastAddress & 255}`;
  return testBrowser(() => office.platform, { address });
}
const text = (answer: { bytes?: Uint8Array; body: unknown }) =>
  answer.bytes ? Buffer.from(answer.bytes).toString("utf8") : String(answer.body);

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  const browser = await team.commune.browser();
  await browser.post(desk.action, "/", { act: "make" });
  const { villages } = (await browser.get(desk.loader, "/")).body;
  poster = villages.find(({ name }: { name: string }) => name === "Thôn Đông").address;
});

const FORM = { needs: "vneid", name: "Bà Mận", phone: "0912 345 678", consent: "yes" };
const send = (wish: Record<string, string> = {}, browser = stranger()) =>
  browser.post(ask.action, `/nho-to/${poster}`, { id: freshId(), ...FORM, ...wish }, { code: poster });
const codeOf = (location: string | null) => location?.split("/").at(-1) ?? "";
const stored = () => rowsOf(office, team, "select id, state from help_request");
const member = () => team.commune.browser(team.lan.accountId);

async function sent(): Promise<{ id: string; code: string }> {
  const id = freshId();
  const answer = await send({ id });
  return { id, code: codeOf(answer.location) };
}
const step = async (helpId: string, act: string, accountId = team.lan.accountId) =>
  (await team.commune.browser(accountId)).post(one.action, "/", { act }, { helpId });

describe("L31: help that residents ask for", () => {
  it("L31: is asked for without an account on a small page, and becomes work of the village's own team", async () => {
    const page = await stranger().get(ask.loader, `/nho-to/${poster}`, { code: poster });
    expect(page.status).toBe(200);
    expect(text(page)).toContain("Thôn Đông");
    expect(text(page)).not.toContain("<script");
    expect(text(page).length).toBeLessThan(12_000);
    const answer = await send();
    expect(answer.status).toBe(303);
    const { lines } = (await (await member()).get(list.loader, "/")).body;
    expect(lines).toMatchObject([{ name: "Bà Mận", needs: ["vneid"], state: "waiting" }]);
    const far = await team.commune.browser(team.far.accountId);
    expect((await far.get(list.loader, "/")).body.lines).toEqual([]);
    expect((await far.get(one.loader, "/", { helpId: lines[0].id })).status).toBe(404);
  });

  it("L31: what is missing or wrong is said beside the field and nothing typed is lost; without consent nothing is kept", async () => {
    const wrong = await send({ phone: "123", name: "" });
    expect(wrong.status).toBe(422);
    expect(text(wrong)).toContain("Ghi số di động 10 chữ số");
    expect(text(wrong)).toContain('value="123"');
    expect((await send({ consent: "" })).status).toBe(422);
    const { needs: _, ...rest } = FORM;
    const none = await stranger().post(ask.action, "/", { id: freshId(), ...rest }, { code: poster });
    expect(text(none)).toContain("Chọn ít nhất một việc");
    expect((await send({ words: "Căn cước 001099012345" })).status).toBe(422);
    expect(await stored()).toEqual([]);
  });

  it("L31: sent twice it is one; its own page shows the state and no name or number, and takes it back", async () => {
    const id = freshId();
    const first = await send({ id });
    expect((await send({ id })).location).toBe(first.location);
    expect(await stored()).toHaveLength(1);
    const code = codeOf(first.location);
    const page = text(await stranger().get(own.loader, "/", { code }));
    expect(page).toContain("Tổ sẽ gọi lại");
    for (const secret of ["Mận", "345", "678"]) expect(page.replaceAll(code, "")).not.toContain(secret);
    const unsure = await stranger().post(own.action, "/", {}, { code });
    expect([unsure.status, text(unsure).includes("Chưa rút gì")]).toEqual([422, true]);
    expect((await stored())[0]?.state).toBe("waiting");
    await stranger().post(own.action, "/", { sure: "yes" }, { code });
    expect(
      await rowsOf(office, team, "select state, phone_cipher, name_cipher from help_request"),
    ).toMatchObject([{ state: "withdrawn", phone_cipher: null, name_cipher: null }]);
    expect(text(await stranger().get(own.loader, "/", { code }))).toContain("đã rút lại");
  });

  it("L31: the number is sealed, shown to the village's team alone, and every look at it is written down", async () => {
    const { id } = await sent();
    const [row] = await rowsOf(
      office,
      team,
      "select encode(phone_cipher, 'escape') as phone from help_request",
    );
    expect(String(row?.phone)).not.toContain("912345678");
    expect((await (await member()).get(one.loader, "/", { helpId: id })).body.request.reveals).toEqual([]);
    const shown = await step(id, "reveal");
    expect(shown.body.phone).toMatchObject({ phone: "+84912345678", spoken: "0912 345 678" });
    expect((await (await member()).get(one.loader, "/", { helpId: id })).body.request.reveals).toHaveLength(
      1,
    );
    expect((await step(id, "reveal", team.far.accountId)).status).toBe(404);
    expect(
      (await (await team.commune.browser()).post(one.action, "/", { act: "reveal" }, { helpId: id })).status,
    ).toBe(404);
    expect(JSON.stringify((await (await team.commune.browser()).get(desk.loader, "/")).body)).not.toContain(
      "Mận",
    );
  });

  it("L31: first call and end are times; the indicator is the village's, never a person's", async () => {
    const { id } = await sent();
    office.setNow(new Date(NOW.getTime() + 3 * 3_600_000));
    expect((await step(id, "done")).status).toBe(422);
    expect((await step(id, "taken")).status).toBe(303);
    expect((await step(id, "contacted")).status).toBe(303);
    expect((await step(id, "done")).status).toBe(303);
    expect((await step(id, "not-reached")).status).toBe(422);
    const { villages } = (await (await team.commune.browser()).get(desk.loader, "/")).body;
    const of = (name: string) => villages.find((village: { name: string }) => village.name === name);
    expect(of("Thôn Đông")).toMatchObject({ requests: 1, done: 1, inTime: 10_000, medianMinutes: 180 });
    expect(of("Thôn Đoài")).toMatchObject({ requests: 0, inTime: null });
    expect(JSON.stringify(villages)).not.toContain(team.lan.accountId);
  });

  it("L31: name, number and words are blanked when their time is over; what nobody answered ends by itself", async () => {
    const { id } = await sent();
    await step(id, "contacted");
    await step(id, "done");
    await sent();
    const daysOn = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    await eraseHelp(office.platform, daysOn(29));
    const kept = "select count(*)::int as n from help_request where phone_cipher is not null";
    expect(await rowsOf(office, team, kept)).toEqual([{ n: 2 }]);
    await eraseHelp(office.platform, daysOn(31));
    expect(await rowsOf(office, team, kept)).toEqual([{ n: 1 }]);
    await eraseHelp(office.platform, daysOn(61));
    await eraseHelp(office.platform, daysOn(61));
    expect(await rowsOf(office, team, kept)).toEqual([{ n: 0 }]);
    expect((await stored()).map(({ state }) => state).sort()).toEqual(["done", "expired"]);
  });

  it("L31, attackers: one address is stopped after ten requests an hour, and told when to come back", async () => {
    const flood = stranger();
    for (let count = 0; count < 10; count += 1) expect((await send({}, flood)).status).toBe(303);
    const stopped = await send({}, flood);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(text(stopped)).toContain("Bà Mận");
    expect((await send()).status).toBe(303);
  });

  it("L31, attackers: what fills in the field nobody sees is thanked and forgotten", async () => {
    expect((await send({ website: "http://mua.ban" })).status).toBe(200);
    expect(await stored()).toEqual([]);
  });

  it("L31, attackers: markup in a name stays a name, on the resident's side and on the team's", async () => {
    const wrong = await send({ name: '"><script>alert(1)</script>', phone: "1" });
    expect(text(wrong)).not.toContain("<script>alert");
    const id = freshId();
    await send({ id, name: "<img src=x onerror=1>" });
    expect((await (await member()).get(one.loader, "/", { helpId: id })).body.request.name).toBe(
      "<img src=x onerror=1>",
    );
  });

  it("L31, attackers: guessed codes are one answer, and guessing is slowed down", async () => {
    const guesser = stranger();
    const [number] = poster.split("-");
    const answers: number[] = [];
    for (let count = 0; count < 61; count += 1) {
      const code = `${number}-0000-0000-${String(1000 + count)}`;
      answers.push((await guesser.get(count % 2 ? own.loader : ask.loader, "/", { code })).status);
    }
    expect(new Set(answers.slice(0, 60))).toEqual(new Set([404]));
    expect(answers.at(-1)).toBe(429);
    expect((await stranger().get(ask.loader, "/", { code: "x" })).status).toBe(404);
  });

  it("L31: a poster for each village's wall; a code that is misused is replaced and opens nothing any more", async () => {
    const browser = await team.commune.browser();
    const sheet = text(await browser.get(posters.loader, "/"));
    expect(sheet.match(/class="poster"/g)).toHaveLength(2);
    expect(sheet).toContain(`/nho-to/${poster}`);
    const renew = { act: "renew", id: freshId(), villageId: String(team.villageId) };
    expect((await browser.post(desk.action, "/", renew)).status).toBe(422);
    expect((await browser.post(desk.action, "/", { ...renew, sure: "yes" })).status).toBe(303);
    expect((await send()).status).toBe(404);
  });

  it("G4: a second tap makes no second poster, and the paper of the first one stays good", async () => {
    const browser = await team.commune.browser();
    const made = () => rowsOf(office, team, "select id from help_poster");
    const before = (await made()).length;
    const renew = { act: "renew", id: freshId(), villageId: String(team.villageId), sure: "yes" };
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.post(desk.action, "/", renew)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await made()).toHaveLength(before + 1);
  });
});
