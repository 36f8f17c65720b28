import { beforeEach, describe, expect, it } from "vitest";
import { loader as accountPage } from "#app/routes/member/account.tsx";
import { loader as codesPage, action as makeCodes } from "#app/routes/member/recovery-codes.tsx";
import { action as setUp, loader as setUpPage } from "#app/routes/member/second-factor-setup.tsx";
import { action as prove, loader as provePage } from "#app/routes/public/second-factor.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { SoftAuthenticator } from "#tests/support/soft-authenticator.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { codeAt, makePerson, type Person, type TestBrowser, testBrowser } from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;
const MINUTE_MS = 60_000;
let moment = NOW.getTime();

beforeEach(async () => {
  moment += 60 * MINUTE_MS;
  office.setNow(new Date(moment));
  await office.db.owner.query("truncate throttle");
});

function pass(minutes: number): Date {
  moment += minutes * MINUTE_MS;
  office.setNow(new Date(moment));
  return new Date(moment);
}

async function makeOfficer(username: string, hasCodeApp = true): Promise<Person> {
  return makePerson(platform(), { username, hasCodeApp, roles: [{ role: "office", communeId: 1 }] });
}

async function enterPassword({ username, password }: Person): Promise<TestBrowser> {
  const browser = testBrowser(platform);
  await browser.post(signIn, "/dang-nhap", { name: username, password });
  return browser;
}

async function enter(person: Person): Promise<TestBrowser> {
  const browser = await enterPassword(person);
  const code = codeAt(person.totpSecret, platform().clock.now());
  const answer = await browser.post(prove, "/xac-thuc", { intent: "code", code });
  expect(answer.status).toBe(303);
  return browser;
}

describe("an officer's password alone", () => {
  it("leads to the second factor and opens nothing else", async () => {
    const officer = await makeOfficer("hoa.mot");
    const browser = testBrowser(platform);
    const answer = await browser.post(signIn, "/dang-nhap?tiep=%2Ftai-khoan", {
      name: officer.username,
      password: officer.password,
    });
    expect(answer.location).toBe("/xac-thuc?tiep=%2Ftai-khoan");
    expect((await browser.get(accountPage, "/tai-khoan")).location).toBe("/xac-thuc?tiep=%2Ftai-khoan");
    expect((await browser.get(codesPage, "/tai-khoan/ma-khoi-phuc")).location).toMatch(/^\/xac-thuc/);
    expect((await browser.get(setUpPage, "/tai-khoan/xac-thuc-hai-lop")).location).toMatch(/^\/xac-thuc/);
  });

  it("cannot bring a factor of its own where there is one already", async () => {
    const officer = await makeOfficer("hoa.hai");
    const browser = await enterPassword(officer);
    const forms: Record<string, string>[] = [
      { intent: "code-app", code: "123456" },
      { intent: "passkey-options" },
      { intent: "remove-code-app" },
    ];
    for (const form of forms) {
      const answer = await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop", form);
      expect(answer.location).toMatch(/^\/xac-thuc/);
    }
    const { rows } = await office.db.superuser.query(
      "select totp_confirmed_at is not null as on_guard, (select count(*)::int from passkey where account_id = a.id) as passkeys from account a where id = $1",
      [officer.accountId],
    );
    expect(rows[0]).toEqual({ on_guard: true, passkeys: 0 });
  });

  it("is no proof of the second factor, typed as often as one likes", async () => {
    const officer = await makeOfficer("hoa.ba");
    const browser = await enterPassword(officer);
    const answer = await browser.post(prove, "/xac-thuc", { intent: "password", password: officer.password });
    expect(answer).toMatchObject({
      status: 422,
      body: { problems: { password: { code: "password_wrong" } } },
    });
    expect((await browser.get(accountPage, "/tai-khoan")).status).toBe(302);
  });

  it("is sent to set the factor up when there is none, and may do that alone", async () => {
    const officer = await makeOfficer("hoa.bon", false);
    const browser = testBrowser(platform);
    const { location } = await browser.post(signIn, "/dang-nhap", {
      name: officer.username,
      password: officer.password,
    });
    expect(location).toBe("/tai-khoan/xac-thuc-hai-lop");
    expect((await browser.get(accountPage, "/tai-khoan")).location).toMatch(/^\/tai-khoan\/xac-thuc-hai-lop/);
    const page = await browser.get(setUpPage, "/tai-khoan/xac-thuc-hai-lop");
    const secret = page.body.offer.secret.replaceAll(" ", "");
    expect(page.body.offer.uri).toContain(secret);

    const wrong = await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop", {
      intent: "code-app",
      code: "000000",
    });
    expect(wrong).toMatchObject({ status: 422, body: { problems: { code: { code: "code_wrong" } } } });
    const before = browser.cookies.get("__Host-tds");
    const done = await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop?tiep=%2Fthiet-lap", {
      intent: "code-app",
      code: codeAt(secret, platform().clock.now()),
    });
    expect(done.location).toBe("/tai-khoan/ma-khoi-phuc?tiep=%2Fthiet-lap");
    expect(browser.cookies.get("__Host-tds")).not.toBe(before);
    expect((await browser.get(accountPage, "/tai-khoan")).body.account.hasCodeApp).toBe(true);
    const { rows } = await office.db.superuser.query(
      "select encode(totp_secret_sealed, 'escape') as kept from account where id = $1",
      [officer.accountId],
    );
    expect(rows[0].kept).not.toContain(secret);
  });
});

describe("a code", () => {
  it("opens under a new token, and the old one is dead at once", async () => {
    const officer = await makeOfficer("ma.mot");
    const browser = await enterPassword(officer);
    const thief = testBrowser(platform, { cookies: browser.cookies });
    const code = codeAt(officer.totpSecret, platform().clock.now());
    const answer = await browser.post(prove, "/xac-thuc?tiep=%2Ftai-khoan", { intent: "code", code });
    expect(answer).toMatchObject({ status: 303, location: "/tai-khoan" });
    expect((await browser.get(accountPage, "/tai-khoan")).status).toBe(200);
    expect((await thief.get(accountPage, "/tai-khoan")).location).toMatch(/^\/dang-nhap/);
  });

  it("is good once: replayed in another session, or twice at the same moment, it opens nothing", async () => {
    const officer = await makeOfficer("ma.hai");
    const browsers = await Promise.all([
      enterPassword(officer),
      enterPassword(officer),
      enterPassword(officer),
    ]);
    const code = codeAt(officer.totpSecret, platform().clock.now());
    const answers = await Promise.all(
      browsers.map((each) => each.post(prove, "/xac-thuc", { intent: "code", code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const late = await enterPassword(officer);
    expect((await late.post(prove, "/xac-thuc", { intent: "code", code })).status).toBe(422);
    const next = codeAt(officer.totpSecret, pass(1));
    expect((await late.post(prove, "/xac-thuc", { intent: "code", code: next })).status).toBe(303);
  });

  it("of half a minute ago is accepted, of two minutes ago is not, and never an older one than the last", async () => {
    const officer = await makeOfficer("ma.ba");
    const browser = await enterPassword(officer);
    const at = (seconds: number) => codeAt(officer.totpSecret, new Date(moment + seconds * 1000));
    const post = (code: string) => browser.post(prove, "/xac-thuc", { intent: "code", code });
    expect((await post(at(-120))).status).toBe(422);
    expect((await post(at(120))).status).toBe(422);
    expect((await post(` ${at(0).slice(0, 3)} ${at(0).slice(3)} `)).status).toBe(303);
    expect((await post(at(-30))).status).toBe(422);
  });

  it("is guessed at most 15 times an hour from browsers that never were all the way in", async () => {
    const officer = await makeOfficer("ma.bon");
    let looked = 0;
    for (let round = 0; round < 12; round++) {
      const browser = await enterPassword(officer);
      for (let attempt = 0; attempt < 4; attempt++) {
        const { status } = await browser.post(prove, "/xac-thuc", { intent: "code", code: "000000" });
        if (status === 422) looked++;
        else expect(status).toBe(429);
      }
      // Time passes for the minute's budget; the hour's stays.
      await office.db.owner.query("delete from throttle where key like '%-short%' or key like 'sign-in%'");
    }
    expect(looked).toBe(15);
  });
});

describe("recovery codes", () => {
  it("ten on a sheet, each opens once, none is kept in the clear, and none replaces the password", async () => {
    const officer = await makeOfficer("khoi.mot");
    const browser = await enter(officer);
    const { body } = await browser.post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    const codes: string[] = body.codes;
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const { rows } = await office.db.superuser.query(
      "select r::text as line from recovery_code r where account_id = $1",
      [officer.accountId],
    );
    expect(rows).toHaveLength(10);
    expect(JSON.stringify(rows).toUpperCase()).not.toContain(codes[0]?.slice(0, 4));

    const asPassword = await testBrowser(platform).post(signIn, "/dang-nhap", {
      name: officer.username,
      password: codes[0] ?? "",
    });
    expect(asPassword.status).toBe(422);
    const lost = await enterPassword(officer);
    const typed = (codes[3] ?? "").toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    const opened = await lost.post(prove, "/xac-thuc", { intent: "recovery", recoveryCode: typed });
    expect(opened.status).toBe(303);
    expect((await lost.get(codesPage, "/tai-khoan/ma-khoi-phuc")).body.left).toBe(9);
    // Whoever reads the log sees that a paper opened this account, and when.
    const { rows: told } = await office.db.maintain.query(
      `select actor_id as actor, body from audit_log
        where table_name = 'recovery_code' and op = 'update' and verb = 'accounts.prove-by-recovery-code'
          and body::jsonb -> 0 -> 'now' ->> 'account_id' = $1`,
      [officer.accountId],
    );
    expect(told).toHaveLength(1);
    expect(told[0].actor).toBe(officer.accountId);
    expect(told[0].body).not.toContain(codes[3]);
    const again = await enterPassword(officer);
    const refused = await again.post(prove, "/xac-thuc", {
      intent: "recovery",
      recoveryCode: codes[3] ?? "",
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { problems: { recoveryCode: { code: "recovery_code_wrong" } } },
    });
  });

  it("of a new sheet make the old sheet void, and need a proof of the last ten minutes", async () => {
    const officer = await makeOfficer("khoi.hai");
    const browser = await enter(officer);
    const first = await browser.post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    pass(11);
    const stale = await browser.post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    expect(stale.location).toBe("/xac-thuc?tiep=%2Ftai-khoan%2Fma-khoi-phuc");
    await browser.post(prove, "/xac-thuc", {
      intent: "code",
      code: codeAt(officer.totpSecret, platform().clock.now()),
    });
    const second = await browser.post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    expect(second.body.codes).toHaveLength(10);
    const lost = await enterPassword(officer);
    const old = await lost.post(prove, "/xac-thuc", {
      intent: "recovery",
      recoveryCode: first.body.codes[0],
    });
    expect(old.status).toBe(422);
  });

  it("of somebody else open nothing", async () => {
    const [one, two] = [await makeOfficer("khoi.ba"), await makeOfficer("khoi.bon")];
    const { body } = await (await enter(one)).post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    const browser = await enterPassword(two);
    const answer = await browser.post(prove, "/xac-thuc", {
      intent: "recovery",
      recoveryCode: body.codes[0],
    });
    expect(answer.status).toBe(422);
  });
});

describe("a passkey", () => {
  const origin = "http://localhost:3000";

  it("is set up, opens, and is asked for a new challenge each time", async () => {
    const officer = await makeOfficer("khoa.mot", false);
    const phone = new SoftAuthenticator();
    const browser = await enterPassword(officer);
    const path = "/tai-khoan/xac-thuc-hai-lop";
    const { options } = (await browser.post(setUp, path, { intent: "passkey-options" })).body;
    const registration = JSON.stringify(phone.register(options, { origin }));
    expect((await browser.post(setUp, path, { intent: "passkey", answer: registration })).status).toBe(303);
    expect((await browser.post(setUp, path, { intent: "passkey", answer: registration })).status).toBe(422);

    const next = await enterPassword(officer);
    expect((await next.get(provePage, "/xac-thuc")).body).toMatchObject({
      hasPasskey: true,
      hasCodeApp: false,
    });
    const asked = (await next.post(prove, "/xac-thuc", { intent: "passkey-options" })).body.options;
    const answer = JSON.stringify(phone.sign(asked, { origin }));
    expect((await next.post(prove, "/xac-thuc", { intent: "passkey", answer })).status).toBe(303);
    expect((await next.get(accountPage, "/tai-khoan")).status).toBe(200);
    const replay = await enterPassword(officer);
    expect((await replay.post(prove, "/xac-thuc", { intent: "passkey", answer })).status).toBe(422);
  });

  it("made for another site, or asked by it, is refused", async () => {
    const officer = await makeOfficer("khoa.hai", false);
    const browser = await enterPassword(officer);
    const path = "/tai-khoan/xac-thuc-hai-lop";
    const { options } = (await browser.post(setUp, path, { intent: "passkey-options" })).body;
    const evil = JSON.stringify(
      new SoftAuthenticator().register(options, { origin: "https://evil.example" }),
    );
    const answer = await browser.post(setUp, path, { intent: "passkey", answer: evil });
    expect(answer).toMatchObject({ status: 422, body: { problems: { form: { code: "passkey_refused" } } } });
  });

  it.each(["", "null", "[]", "{", '{"id":1}', `{"id":"${"x".repeat(30_000)}"}`])(
    "that reads %.20s is refused, not a fault",
    async (answer) => {
      const officer = await makeOfficer(`khoa.x${Math.floor(Math.random() * 1e9)}`, false);
      const browser = await enterPassword(officer);
      const { status } = await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop", {
        intent: "passkey",
        answer,
      });
      expect(status).toBe(422);
    },
  );
});

describe("taking a factor out", () => {
  it("is refused for the last one of an officer, and ends the printed codes with the last one of a member", async () => {
    const officer = await makeOfficer("bo.mot");
    const path = "/tai-khoan/xac-thuc-hai-lop";
    const refused = await (await enter(officer)).post(setUp, path, { intent: "remove-code-app" });
    expect(refused).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "last_second_factor" } } },
    });

    const member = await makePerson(platform(), { username: "bo.hai", hasCodeApp: true });
    const browser = await enter(member);
    await browser.post(makeCodes, "/tai-khoan/ma-khoi-phuc", {});
    expect((await browser.post(setUp, path, { intent: "remove-code-app" })).location).toBe(`${path}?da-bo`);
    const { rows } = await office.db.superuser.query(
      "select count(*)::int as left from recovery_code where account_id = $1",
      [member.accountId],
    );
    expect(rows[0].left).toBe(0);
  });

  it("of somebody else is 'there is no such thing'", async () => {
    const member = await makePerson(platform(), { username: "bo.ba", hasCodeApp: true });
    const browser = await enter(member);
    const form = { intent: "remove-passkey", id: "01939a3e-7000-7000-8000-000000000000" };
    expect((await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop", form)).status).toBe(404);
  });
});
