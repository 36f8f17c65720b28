import { beforeEach, describe, expect, it } from "vitest";
import { allow, type Caller, type Door, demand } from "#app/features/accounts/allow.server.ts";
import { loader as accountPage } from "#app/routes/member/account.tsx";
import { action as devices, loader as devicesPage } from "#app/routes/member/devices.tsx";
import { action as prove } from "#app/routes/public/second-factor.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { NOW, testOffice } from "../communes/office.ts";
import {
  codeAt,
  giveRole,
  makePerson,
  PASSWORD,
  type Person,
  type TestBrowser,
  testBrowser,
} from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
let moment = NOW.getTime();
let count = 0;

beforeEach(async () => {
  wait(HOUR_MS);
  await office.db.owner.query("truncate throttle");
});

function wait(ms: number): void {
  moment += ms;
  office.setNow(new Date(moment));
}

const nameOne = () => `nguoi.${++count}`;

async function enter({ username, password, totpSecret }: Person): Promise<TestBrowser> {
  const browser = testBrowser(platform);
  await browser.post(signIn, "/dang-nhap", { name: username, password });
  if (totpSecret) {
    const code = codeAt(totpSecret, platform().clock.now());
    await browser.post(prove, "/xac-thuc", { intent: "code", code });
  }
  return browser;
}

const open = (browser: TestBrowser) => browser.get(accountPage, "/tai-khoan");
const isIn = async (browser: TestBrowser) => (await open(browser)).status === 200;

/** A route that asks the guard for one capability at one place, as a route file does. */
function routeFor(...asked: Parameters<typeof allow> extends [Door, ...infer Rest] ? Rest : never) {
  return async (args: Door) => {
    const caller = await allow(args, ...asked);
    return { communeId: caller.communeId, grants: caller.permission.grants };
  };
}

function sessionIdOf(browser: TestBrowser): Promise<string> {
  const token = Buffer.from(browser.cookies.get("__Host-tds") ?? "");
  return office.db.superuser
    .query("select id from session where token_hash = sha256($1::bytea)", [token])
    .then(({ rows }) => rows[0].id);
}

describe("a session", () => {
  it("F07: ended by its owner from elsewhere is refused at the very next request, and its line is closed", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const [phone, desk] = [await enter(person), await enter(person)];
    const closed: string[] = [];
    const live = platform().live;
    const hear = (id: string) => {
      closed.push(id);
      return Promise.resolve();
    };
    const overheard = () => ({ ...platform(), live: { ...live, closeSession: hear } });
    const listening = testBrowser(overheard, { cookies: desk.cookies });
    const id = await sessionIdOf(phone);
    const shown = (await desk.get(devicesPage, "/tai-khoan/thiet-bi")).body.devices;
    expect(
      shown.flatMap((device: { sessions: { id: string }[] }) => device.sessions.map((line) => line.id)),
    ).toContain(id);

    const answer = await listening.post(devices, "/tai-khoan/thiet-bi", { intent: "end-session", id });
    expect(answer.location).toBe("/tai-khoan/thiet-bi?xong");
    expect(closed).toEqual([id]);
    const refused = await open(phone);
    expect(refused.location).toBe("/dang-nhap?tiep=%2Ftai-khoan");
    expect(phone.cookies.has("__Host-tds")).toBe(false);
    expect(await isIn(desk)).toBe(true);
  });

  it("of somebody else cannot be ended: the answer is the same as for one that never was", async () => {
    const [victim, thief] = [
      await makePerson(platform(), { username: nameOne() }),
      await makePerson(platform(), { username: nameOne() }),
    ];
    const theirs = await enter(victim);
    const mine = await enter(thief);
    const id = await sessionIdOf(theirs);
    const { rows } = await office.db.superuser.query("select device_id from session where id = $1", [id]);
    const answers = await Promise.all([
      mine.post(devices, "/tai-khoan/thiet-bi", { intent: "end-session", id }),
      mine.post(devices, "/tai-khoan/thiet-bi", {
        intent: "end-session",
        id: "01939a3e-7000-7000-8000-000000000000",
      }),
      mine.post(devices, "/tai-khoan/thiet-bi", { intent: "forget-device", id: rows[0].device_id }),
      mine.post(devices, "/tai-khoan/thiet-bi", {
        intent: "forget-device",
        id: "01939a3e-7000-7000-8000-000000000000",
      }),
      mine.post(devices, "/tai-khoan/thiet-bi", { intent: "forget-device", id: "' or true --" }),
    ]);
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(["404 Not Found"]),
    );
    expect(await isIn(theirs)).toBe(true);
  });

  it("dies with its forgotten device, which is a stranger again", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const [lost, desk] = [await enter(person), await enter(person)];
    const id = await sessionIdOf(lost);
    const { rows } = await office.db.superuser.query("select device_id from session where id = $1", [id]);
    await desk.post(devices, "/tai-khoan/thiet-bi", { intent: "forget-device", id: rows[0].device_id });
    expect(await isIn(lost)).toBe(false);
    const { rows: device } = await office.db.superuser.query(
      "select revoked_at is not null as revoked, trusted_at, unlock_until, pin_hash from device where id = $1",
      [rows[0].device_id],
    );
    expect(device[0]).toEqual({ revoked: true, trusted_at: null, unlock_until: null, pin_hash: null });
    const { rows: told } = await office.db.maintain.query(
      `select actor_id as actor, verb from audit_log
        where table_name = 'device' and body::jsonb -> 0 -> 'key' ->> 'id' = $1`,
      [rows[0].device_id],
    );
    expect(told).toEqual([{ actor: person.accountId, verb: "accounts.forget-device" }]);
  });

  it("of a disabled account is refused at once, and so is a new sign-in", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const browser = await enter(person);
    await office.db.owner.query("update account set status = 'disabled', disabled_at = now() where id = $1", [
      person.accountId,
    ]);
    expect(await isIn(browser)).toBe(false);
    expect(
      (await testBrowser(platform).post(signIn, "/dang-nhap", { name: person.username, password: PASSWORD }))
        .status,
    ).toBe(422);
  });

  it("of a member sleeps after a week unused and ends after thirty days however busy", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const [idle, busy] = [await enter(person), await enter(person)];
    for (let day = 1; day <= 29; day++) {
      wait(DAY_MS);
      expect(await isIn(busy)).toBe(true);
      if (day === 8) expect(await isIn(idle)).toBe(false);
    }
    wait(DAY_MS + MINUTE_MS);
    expect(await isIn(busy)).toBe(false);
  });

  it("with a second factor lasts two idle hours and a working day of twelve", async () => {
    const person = await makePerson(platform(), {
      username: nameOne(),
      hasCodeApp: true,
      roles: [{ role: "office", communeId: 1 }],
    });
    const idle = await enter(person);
    wait(2 * HOUR_MS + MINUTE_MS);
    expect(await isIn(idle)).toBe(false);
    const busy = await enter(person);
    for (let hour = 1; hour <= 11; hour++) {
      wait(HOUR_MS);
      expect(await isIn(busy)).toBe(true);
    }
    wait(HOUR_MS + MINUTE_MS);
    expect(await isIn(busy)).toBe(false);
  });

  it("writes that it was seen at most once a minute", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const browser = await enter(person);
    const id = await sessionIdOf(browser);
    const seen = async () =>
      (await office.db.superuser.query("select xmin::text as version from session where id = $1", [id]))
        .rows[0].version;
    const before = await seen();
    for (let page = 0; page < 5; page++) await open(browser);
    expect(await seen()).toBe(before);
    wait(MINUTE_MS);
    await open(browser);
    expect(await seen()).not.toBe(before);
  });
});

describe("a role", () => {
  it("given while one is signed in renews the token once, and the old one serves a last minute", async () => {
    const person = await makePerson(platform(), { username: nameOne() });
    const browser = await enter(person);
    const old = testBrowser(platform, { cookies: browser.cookies });
    await giveRole(platform(), person.accountId, { role: "member", communeId: 1, teamId: 4 });
    const first = await browser.get(accountPage, "/tai-khoan?xem=1");
    expect(first).toMatchObject({ status: 302, location: "/tai-khoan?xem=1" });
    expect(browser.cookies.get("__Host-tds")).not.toBe(old.cookies.get("__Host-tds"));
    expect((await open(browser)).body.account.grants).toMatchObject([
      { role: "member", communeId: 1, teamId: 4 },
    ]);
    expect(await isIn(old)).toBe(true);
    wait(MINUTE_MS + 1);
    expect(await isIn(old)).toBe(false);
    expect(await isIn(browser)).toBe(true);
  });

  it("of today counts today: not before its first day, not after its last, and moved yesterday is gone today", async () => {
    const person = await makePerson(platform(), {
      username: nameOne(),
      roles: [
        { role: "leader", communeId: 2, teamId: 5, from: "2026-01-01", to: "2026-11-19" },
        { role: "member", communeId: 2, teamId: 6, from: "2026-11-20", to: "2026-12-31" },
        { role: "deputy", communeId: 2, teamId: 7, from: "2027-01-01" },
      ],
    });
    const browser = await enter(person);
    const grants = (await open(browser)).body.account.grants.map((grant: { role: string }) => grant.role);
    expect(grants).toEqual(["member"]);
    expect((await browser.get(routeFor("roster.read"), "/")).status).toBe(404);
  });

  it("of the office sleeps until the second factor, and covers its own commune only", async () => {
    const person = await makePerson(platform(), {
      username: nameOne(),
      hasCodeApp: true,
      roles: [
        { role: "office", communeId: 1 },
        { role: "leader", communeId: 1, teamId: 4 },
      ],
    });
    const browser = await enter(person);
    expect((await browser.get(routeFor("commune.set-up", { communeId: 1 }), "/")).status).toBe(200);
    expect((await browser.get(routeFor("commune.set-up", { communeId: 2 }), "/")).status).toBe(404);
    const id = await sessionIdOf(browser);
    await office.db.owner.query("update session set assurance = 'unlock' where id = $1", [id]);
    const asleep = await browser.get(routeFor("commune.set-up", { communeId: 1 }), "/thiet-lap");
    expect(asleep).toMatchObject({ status: 302, location: "/xac-thuc?tiep=%2Fthiet-lap" });
    const lead = await browser.get(routeFor("roster.read", { communeId: 1, teamId: 4 }), "/");
    expect(lead.status).toBe(200);
    expect((await browser.get(routeFor("roster.read", { communeId: 1, teamId: 5 }), "/")).status).toBe(302);
  });

  it("is read from the database each time: 'not yours' and 'not there' are one answer", async () => {
    const person = await makePerson(platform(), {
      username: nameOne(),
      roles: [{ role: "leader", communeId: 1, teamId: 4 }],
    });
    const browser = await enter(person);
    const record = (target: Parameters<typeof demand>[3]) => async (args: Door) => {
      const caller: Caller = await allow(args, "roster.read");
      demand(args, caller, "roster.read", target);
      return "shown";
    };
    expect((await browser.get(record({ communeId: 1, teamId: 4 }), "/")).body).toBe("shown");
    const refused = await Promise.all([
      browser.get(record({ communeId: 1, teamId: 5 }), "/"),
      browser.get(record({ communeId: 2, teamId: 4 }), "/"),
      browser.get(record({ communeId: 1 }), "/"),
      browser.get(record({ communeId: 999_999, teamId: 1 }), "/"),
    ]);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(["404 Not Found"]),
    );
    await office.db.superuser.query("update role_grant set valid_to = '2026-11-19' where account_id = $1", [
      person.accountId,
    ]);
    expect((await browser.get(record({ communeId: 1, teamId: 4 }), "/")).status).toBe(404);
  });

  it("of others is invisible to an account, and the settings of one request leave nothing behind", async () => {
    const person = await makePerson(platform(), {
      username: nameOne(),
      roles: [{ role: "member", communeId: 1, teamId: 4 }],
    });
    await open(await enter(person));
    const pool = platform().db.pool;
    for (let connection = 0; connection < 6; connection++) {
      const { rows } = await pool.query(
        "select count(*)::int as seen, current_setting('app.account', true) as account from role_grant",
      );
      expect(rows[0].seen).toBe(0);
      expect(rows[0].account ?? "").toBe("");
    }
  });
});

describe("programs", () => {
  it("get a code instead of a page", async () => {
    const nobody = await testBrowser(platform).get(routeFor("home.read"), "/api/ghi-nhan");
    expect(nobody).toMatchObject({ status: 401, location: null, body: '{"code":"not_signed_in"}' });
    const person = await makePerson(platform(), { username: nameOne(), mustChangePassword: true });
    const browser = await enter(person);
    const refused = await browser.get(routeFor("home.read"), "/api/ghi-nhan");
    expect(refused).toMatchObject({ status: 403, body: '{"code":"password_change_required"}' });
  });

  it.each(["", "x", "A".repeat(43), "A".repeat(4000), "../../etc", "%00", "' or 1=1 --"])(
    "a forged token %.12j is nobody",
    async (token) => {
      const browser = testBrowser(platform, { cookies: new Map([["__Host-tds", token]]) });
      expect((await open(browser)).location).toBe("/dang-nhap?tiep=%2Ftai-khoan");
    },
  );
});
