import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loader as accountLoader } from "#app/routes/member/account.tsx";
import { action as signIn, loader as signInPage } from "#app/routes/public/sign-in.tsx";
import { action as signOut } from "#app/routes/public/sign-out.tsx";
import { testOffice } from "../communes/office.ts";
import { makePerson, PASSWORD, type Person, testBrowser } from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;
let member: Person;

beforeAll(async () => {
  member = await makePerson(platform(), {
    username: "mai.lo",
    phone: "0912 000 001",
    roles: [{ role: "member", communeId: 1, teamId: 4 }],
  });
});

beforeEach(async () => {
  await office.db.owner.query("truncate throttle");
});

describe("signing in", () => {
  it.each([
    "mai.lo",
    " Mái.Lò ",
    "0912000001",
    "0912 000 001",
    "+84 912 000 001",
    "84912000001",
    "912000001",
  ])("opens by %s, as people write it", async (name) => {
    const browser = testBrowser(platform);
    const answer = await browser.post(signIn, "/dang-nhap", { name, password: PASSWORD });
    expect(answer).toMatchObject({ status: 303, location: "/" });
    expect((await browser.get(accountLoader, "/tai-khoan")).body.account).toMatchObject({
      username: "mai.lo",
      maskedPhone: "•••• ••• 001",
    });
  });

  it("gives two cookies of this host alone, unreadable to scripts, and keeps only their hashes", async () => {
    const browser = testBrowser(platform);
    const { headers } = await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    const lines = headers.getSetCookie();
    expect(lines.map((line) => line.split("=")[0])).toEqual(["__Host-tds", "__Host-tds-may"]);
    for (const line of lines) {
      expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax/);
      expect(line).not.toMatch(/Domain/i);
    }
    const token = browser.cookies.get("__Host-tds") ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { rows } = await office.db.superuser.query(
      "select count(*)::int as found from session where token_hash = sha256($1::bytea)",
      [Buffer.from(token)],
    );
    expect(rows[0].found).toBe(1);
    const { rows: dump } = await office.db.superuser.query(
      "select s::text || d::text as line from session s, device d",
    );
    for (const { line } of dump) expect(line).not.toContain(token);
  });

  it("refuses a wrong password, an unknown name, a disabled and a passwordless account with one answer", async () => {
    const disabled = await makePerson(platform(), { username: "da.khoa" });
    await office.db.owner.query("update account set status = 'disabled', disabled_at = now() where id = $1", [
      disabled.accountId,
    ]);
    const invited = await makePerson(platform(), { username: "chua.vao" });
    await office.db.owner.query("update account set password_hash = null where id = $1", [invited.accountId]);
    const tries = [
      { name: "mai.lo", password: "mèo leo cây bưởi tìm trăng sớm" },
      { name: "khong.ai", password: PASSWORD },
      { name: "da.khoa", password: PASSWORD },
      { name: "chua.vao", password: PASSWORD },
      { name: "☂", password: PASSWORD },
    ];
    for (const form of tries) {
      const browser = testBrowser(platform);
      const answer = await browser.post(signIn, "/dang-nhap", form);
      expect(answer.status).toBe(422);
      expect(answer.body).toEqual({
        problems: { password: { ok: false, code: "sign_in_refused" } },
        values: { name: form.name },
      });
      expect(browser.cookies.size).toBe(0);
    }
  });

  it("keeps the name and never the password when a field is missing", async () => {
    const answer = await testBrowser(platform).post(signIn, "/dang-nhap", { name: "mai.lo", password: "" });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({ problems: { password: { code: "required" } }, values: { name: "mai.lo" } });
  });

  it.each([
    ["/tai-khoan/thiet-bi?trang=2", "/tai-khoan/thiet-bi?trang=2"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example/", "/"],
    ["/\u0009/evil.example", "/"],
    ["javascript:alert(1)", "/"],
  ])("asked to go on to %j goes to %s", async (wish, place) => {
    const path = `/dang-nhap?${new URLSearchParams({ tiep: wish })}`;
    const answer = await testBrowser(platform).post(signIn, path, { name: "mai.lo", password: PASSWORD });
    expect(answer.location).toBe(place);
  });

  it("again in the same browser ends the session that was there", async () => {
    const browser = testBrowser(platform);
    await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    const before = testBrowser(platform, { cookies: browser.cookies });
    await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    expect(browser.cookies.get("__Host-tds")).not.toBe(before.cookies.get("__Host-tds"));
    expect((await before.get(accountLoader, "/tai-khoan")).status).toBe(302);
    expect((await browser.get(accountLoader, "/tai-khoan")).status).toBe(200);
  });

  it("with a token chosen by somebody else issues another one", async () => {
    const planted = "A".repeat(43);
    const browser = testBrowser(platform, { cookies: new Map([["__Host-tds", planted]]) });
    await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    expect(browser.cookies.get("__Host-tds")).not.toBe(planted);
  });

  it("leads whoever is in already past the form", async () => {
    const browser = testBrowser(platform);
    await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    const page = await browser.get(signInPage, "/dang-nhap?tiep=%2Ftai-khoan");
    expect(page).toMatchObject({ status: 303, location: "/tai-khoan" });
  });

  it("of somebody else on a shared phone makes a device of its own", async () => {
    const other = await makePerson(platform(), { username: "hai.nguoi" });
    const phone = testBrowser(platform);
    await phone.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    const name = phone.cookies.get("__Host-tds-may");
    await phone.post(signIn, "/dang-nhap", { name: other.username, password: PASSWORD });
    expect(phone.cookies.get("__Host-tds-may")).toBe(name);
    const { rows } = await office.db.superuser.query(
      "select count(distinct account_id)::int as people, count(distinct browser_hash)::int as browsers from device where account_id = any($1) and browser_hash = sha256($2::bytea)",
      [[member.accountId, other.accountId], Buffer.from(name ?? "")],
    );
    expect(rows[0]).toEqual({ people: 2, browsers: 1 });
  });
});

describe("signing out", () => {
  it("kills the token at once and forgets the cookie", async () => {
    const browser = testBrowser(platform);
    await browser.post(signIn, "/dang-nhap", { name: "mai.lo", password: PASSWORD });
    const copy = testBrowser(platform, { cookies: browser.cookies });
    const answer = await browser.post(signOut, "/dang-xuat", {});
    expect(answer).toMatchObject({ status: 303, location: "/dang-nhap?da-ra" });
    expect(browser.cookies.has("__Host-tds")).toBe(false);
    expect((await copy.get(accountLoader, "/tai-khoan")).location).toBe("/dang-nhap?tiep=%2Ftai-khoan");
  });
});
