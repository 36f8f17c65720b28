import { describe, expect, it } from "vitest";
import { makeLiveGate } from "#app/features/accounts/make-live-gate.server.ts";
import { action as prove } from "#app/routes/public/second-factor.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { NOW, testOffice } from "../communes/office.ts";
import { codeAt, makePerson, type Person, type TestBrowser, testBrowser } from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;
const HOUR_MS = 60 * 60_000;

async function enter({ username, password, totpSecret }: Person): Promise<TestBrowser> {
  const browser = testBrowser(platform);
  await browser.post(signIn, "/dang-nhap", { name: username, password });
  if (totpSecret) {
    const code = codeAt(totpSecret, platform().clock.now());
    await browser.post(prove, "/xac-thuc", { intent: "code", code });
  }
  return browser;
}

async function sessionIdOf(browser: TestBrowser): Promise<string> {
  const token = Buffer.from(browser.cookies.get("__Host-tds") ?? "");
  const { rows } = await office.db.superuser.query(
    "select id from session where token_hash = sha256($1::bytea)",
    [token],
  );
  return rows[0].id;
}

describe("the live connection", () => {
  it("learns who sits there, follows roles that are awake only, and sees every way a session ends", async () => {
    const gate = makeLiveGate(platform());
    const member = await makePerson(platform(), {
      username: "song.mot",
      roles: [{ role: "member", communeId: 1, teamId: 4 }],
    });
    const officer = await makePerson(platform(), {
      username: "song.hai",
      hasCodeApp: true,
      roles: [
        { role: "office", communeId: 1 },
        { role: "upper_tier", communeId: 2 },
      ],
    });
    const halfWay = testBrowser(platform);
    await halfWay.post(signIn, "/dang-nhap", { name: officer.username, password: officer.password });
    const [memberBrowser, officerBrowser] = [await enter(member), await enter(officer)];
    const cookie = (browser: TestBrowser) => `__Host-tds=${browser.cookies.get("__Host-tds")}`;
    expect(await gate.authenticate(cookie(halfWay))).toBeNull();
    expect(await gate.authenticate(undefined)).toBeNull();
    const [one, two] = [
      await gate.authenticate(cookie(memberBrowser)),
      await gate.authenticate(cookie(officerBrowser)),
    ];
    expect(one).toMatchObject({ accountId: member.accountId, communes: [1] });
    expect(two?.communes.toSorted()).toEqual([1, 2]);
    if (!one || !two) throw new Error("both are signed in");

    const ids = [
      one.sessionId,
      two.sessionId,
      await sessionIdOf(halfWay),
      "01939a3e-7000-7000-8000-000000000000",
    ];
    expect([...(await gate.recheck(ids)).keys()].toSorted()).toEqual(
      [one.sessionId, two.sessionId].toSorted(),
    );
    await office.db.superuser.query(
      "update role_grant set valid_to = '2026-11-19' where account_id = $1 and commune_id = 2",
      [officer.accountId],
    );
    expect((await gate.recheck(ids)).get(two.sessionId)?.communes).toEqual([1]);
    await office.db.owner.query("update session set revoked_at = now() where id = $1", [one.sessionId]);
    expect((await gate.recheck(ids)).has(one.sessionId)).toBe(false);
    office.setNow(new Date(NOW.getTime() + 3 * HOUR_MS));
    expect((await gate.recheck(ids)).size).toBe(0);
  });
});
