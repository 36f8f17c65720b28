import { beforeAll, describe, expect, it } from "vitest";
import { allow } from "#app/features/accounts/allow.server.ts";
import {
  beginBindByPasskey,
  bindPhoneByPasskey,
} from "#app/features/accounts/enrolment-bind-by-passkey.server.ts";
import { bindPhoneByPin } from "#app/features/accounts/enrolment-bind-by-pin.server.ts";
import { makeSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { readSlip } from "#app/features/accounts/enrolment-read-slip.server.ts";
import { resetPasswordBySlip } from "#app/features/accounts/enrolment-reset-password.server.ts";
import { readPhonePeople } from "#app/features/accounts/phone-read-people.server.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { SoftAuthenticator } from "#tests/support/soft-authenticator.ts";
import { NOW } from "../communes/office.ts";
import { ORIGIN, Phone, PIN, testVillage, tokenOf } from "./phones.ts";

const village = testVillage();
const { office } = village;
let communeId: number;
let officerId: string;

beforeAll(async () => {
  ({ communeId, officerId } = await village.makeCommune());
});

const choice = { pin: PIN, repeated: PIN };
const refusal = (code: string) => expect.objectContaining({ ok: false, code });
const after = (ms: number) => new Date(NOW.getTime() + ms);
const HOUR_MS = 60 * 60 * 1000;

async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  office.setNow(moment);
  try {
    return await work();
  } finally {
    office.setNow(NOW);
  }
}

async function whoIsIn(phone: Phone) {
  return readSession(office.platform, phone.request().headers.get("Cookie"), office.platform.clock.now());
}

async function slipForNewPerson() {
  const accountId = await village.makePerson(communeId);
  return { accountId, slip: await village.slipFor(officerId, accountId) };
}

describe("a slip from the office", () => {
  it("holds 256 bits in its picture and twelve letters for typing, and the database holds neither", async () => {
    const { accountId, slip } = await slipForNewPerson();
    expect(Buffer.from(tokenOf(slip), "base64url")).toHaveLength(32);
    expect(slip.code).toMatch(/^[0-9a-z]{12}$/);
    const { rows } = await office.db.maintain.query(
      "select row_to_json(s)::text as all from enrolment_slip s where account_id = $1",
      [accountId],
    );
    expect(rows[0].all).not.toContain(tokenOf(slip));
    expect(rows[0].all).not.toContain(slip.code);
  });

  it.each(["picture", "typed code"])(
    "binds a phone with a PIN by its %s and signs in, in two taps",
    async (way) => {
      const { accountId, slip } = await slipForNewPerson();
      const reference =
        way === "picture" ? tokenOf(slip) : slip.code.toUpperCase().replace(/(.{4})(?=.)/g, "$1-");
      const phone = new Phone();
      expect(await readSlip(await village.guest(phone), reference)).toMatchObject({
        ok: true,
        value: { accountId, opens: "phone", displayName: "Giàng A Chứ" },
      });
      const bound = await bindPhoneByPin(await village.guest(phone), phone.request(), reference, choice);
      if (!bound.ok) throw new Error(bound.code);
      phone.keep(bound.value.cookies);
      expect(await whoIsIn(phone)).toMatchObject({ person: { accountId }, session: { assurance: "unlock" } });
      expect(await readPhonePeople(office.platform, phone.request(), NOW)).toMatchObject([
        { accountId, lock: "pin" },
      ]);
    },
  );

  it("binds a phone with a fingerprint of that phone", async () => {
    const { accountId, slip } = await slipForNewPerson();
    const phone = new Phone();
    const guest = await village.guest(phone);
    const options = await beginBindByPasskey(guest, phone.request(), tokenOf(slip));
    if (!options.ok) throw new Error(options.code);
    expect(options.value.authenticatorSelection).toMatchObject({
      authenticatorAttachment: "platform",
      userVerification: "required",
    });
    const made = new SoftAuthenticator().register(options.value, { origin: ORIGIN });
    const bound = await bindPhoneByPasskey(guest, phone.request(), tokenOf(slip), made);
    if (!bound.ok) throw new Error(bound.code);
    phone.keep(bound.value.cookies);
    expect(await whoIsIn(phone)).toMatchObject({ person: { accountId } });
    expect(await readPhonePeople(office.platform, phone.request(), NOW)).toMatchObject([{ lock: "passkey" }]);
  });

  it.each([
    ["made for another page", { origin: "https://evil.example" }],
    ["that did not look at the finger", { origin: ORIGIN, isUserVerified: false }],
    ["for another challenge", { origin: ORIGIN, challenge: Buffer.alloc(32).toString("base64url") }],
  ])("is not spent by a key %s", async (_, wish) => {
    const { slip } = await slipForNewPerson();
    const phone = new Phone();
    const guest = await village.guest(phone);
    const options = await beginBindByPasskey(guest, phone.request(), tokenOf(slip));
    if (!options.ok) throw new Error(options.code);
    const forged = new SoftAuthenticator().register(options.value, wish);
    expect(await bindPhoneByPasskey(guest, phone.request(), tokenOf(slip), forged)).toEqual(
      refusal("passkey_refused"),
    );
    expect(await readSlip(guest, tokenOf(slip))).toMatchObject({ ok: true });
  });

  it("is not used up by being looked at a hundred times, as a chat's preview does", async () => {
    const { slip } = await slipForNewPerson();
    const phone = new Phone();
    const guest = await village.guest(phone);
    for (let look = 0; look < 100; look++) expect((await readSlip(guest, tokenOf(slip))).ok).toBe(true);
    expect((await bindPhoneByPin(guest, phone.request(), tokenOf(slip), choice)).ok).toBe(true);
  });

  it("binds one phone of eight that use it at the same moment", async () => {
    const { accountId, slip } = await slipForNewPerson();
    const tries = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const phone = new Phone();
        return bindPhoneByPin(await village.guest(phone), phone.request(), tokenOf(slip), choice);
      }),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tries.filter(({ ok }) => !ok)).toEqual(Array(7).fill(refusal("link_not_valid")));
    const counts = await office.db.maintain.query(
      "select (select count(*)::int from device where account_id = $1) as devices, (select count(*)::int from session where account_id = $1) as sessions",
      [accountId],
    );
    expect(counts.rows).toEqual([{ devices: 1, sessions: 1 }]);
  });

  it("is never good again once used, replaced, or 72 hours old", async () => {
    const { accountId, slip: first } = await slipForNewPerson();
    const second = await village.slipFor(officerId, accountId);
    const phone = new Phone();
    const guest = await village.guest(phone);
    expect(await readSlip(guest, tokenOf(first))).toEqual(refusal("link_not_valid"));
    await at(after(72 * HOUR_MS), async () => {
      const late = await village.guest(phone);
      expect(await readSlip(late, tokenOf(second))).toEqual(refusal("link_not_valid"));
      expect(await bindPhoneByPin(late, phone.request(), tokenOf(second), choice)).toEqual(
        refusal("link_not_valid"),
      );
    });
    expect((await bindPhoneByPin(guest, phone.request(), tokenOf(second), choice)).ok).toBe(true);
    expect(await bindPhoneByPin(guest, phone.request(), second.code, choice)).toEqual(
      refusal("link_not_valid"),
    );
    await village.slipFor(officerId, accountId);
    expect(await readSlip(guest, tokenOf(second))).toEqual(refusal("link_not_valid"));
  });

  it("survives a poor choice of PIN, which is told before anything is spent", async () => {
    const { slip } = await slipForNewPerson();
    const phone = new Phone();
    const guest = await village.guest(phone);
    const bind = (pin: string, repeated: string) =>
      bindPhoneByPin(guest, phone.request(), tokenOf(slip), { pin, repeated });
    expect(await bind("123456", "123456")).toEqual(refusal("pin_too_easy"));
    expect(await bind(PIN, "583918")).toEqual(refusal("pins_differ"));
    expect((await bind(PIN, PIN)).ok).toBe(true);
  });

  it("is dead when its person was disabled, has left, or works in another commune as well", async () => {
    const phone = new Phone();
    const guest = await village.guest(phone);
    const disabled = await slipForNewPerson();
    await office.db.maintain.query(
      "update account set status = 'disabled', disabled_at = now() where id = $1",
      [disabled.accountId],
    );
    const left = await slipForNewPerson();
    await office.db.maintain.query(
      "update role_grant set valid_from = '2026-01-01', valid_to = '2026-11-19' where account_id = $1",
      [left.accountId],
    );
    const elsewhere = await slipForNewPerson();
    const other = await village.makeCommune();
    await office.grant(elsewhere.accountId, other.communeId, "sector_office");
    for (const { slip } of [disabled, left, elsewhere]) {
      expect(await readSlip(guest, tokenOf(slip))).toEqual(refusal("link_not_valid"));
      expect((await bindPhoneByPin(guest, phone.request(), tokenOf(slip), choice)).ok).toBe(false);
    }
    const caller = await village.officer(officerId, "slip.make");
    expect(await makeSlip(caller, elsewhere.accountId)).toEqual(refusal("account_of_other_commune"));
  });

  it("is made by the office for its own people, never for oneself or for another commune's", async () => {
    const other = await village.makeCommune();
    const theirs = await village.makePerson(other.communeId);
    const caller = await village.officer(officerId, "slip.make");
    expect(await makeSlip(caller, theirs)).toEqual(refusal("not_permitted"));
    expect(await makeSlip(caller, officerId)).toEqual(refusal("not_permitted"));
    expect(await makeSlip(caller, "01990000-0000-7000-8000-00000000dead")).toEqual(refusal("not_permitted"));
    const { rows } = await office.db.maintain.query(
      "select 1 from enrolment_slip where account_id = any($1::uuid[])",
      [[theirs, officerId]],
    );
    expect(rows).toEqual([]);
  });

  it("leaves its making and its use in the audit chain of the house", async () => {
    const { accountId, slip } = await slipForNewPerson();
    const phone = new Phone();
    await bindPhoneByPin(await village.guest(phone), phone.request(), tokenOf(slip), choice);
    const { rows } = await office.db.maintain.query(
      "select verb, actor_id from audit_log where table_name = 'enrolment_slip' and body like '%' || $1 || '%' order by seq desc limit 2",
      [accountId],
    );
    expect(rows).toEqual([
      { verb: "accounts.bind-phone", actor_id: accountId },
      { verb: "accounts.make-slip", actor_id: officerId },
    ]);
  });
});

describe("a slip for somebody whose role or choice asks for a second factor", () => {
  const password = { password: "bốn con trâu qua suối", repeated: "bốn con trâu qua suối" };

  it("opens a new password and nothing else; the factor is still asked for", async () => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, communeId, "office");
    const slip = await village.slipFor(officerId, accountId);
    expect(slip.opens).toBe("password");
    const phone = new Phone();
    const guest = await village.guest(phone);
    expect(await bindPhoneByPin(guest, phone.request(), tokenOf(slip), choice)).toEqual(
      refusal("link_not_valid"),
    );
    expect(await beginBindByPasskey(guest, phone.request(), tokenOf(slip))).toEqual(
      refusal("link_not_valid"),
    );
    const reset = await resetPasswordBySlip(guest, phone.request(), tokenOf(slip), password);
    if (!reset.ok) throw new Error(reset.code);
    phone.keep(reset.value.cookies);
    const door = { request: phone.request("/van-phong"), context: guest, params: {} };
    const answer = await allow(
      { ...door, context: { platform: office.platform, visit: guest.visit } },
      "home.read",
    ).catch((response: Response) => response);
    expect(answer).toBeInstanceOf(Response);
    expect((answer as Response).headers.get("Location")).toMatch(/^\/xac-thuc/);
  });

  it("becomes one for a password when the factor was set up after it was printed", async () => {
    const { accountId, slip } = await slipForNewPerson();
    expect(slip.opens).toBe("phone");
    await office.db.maintain.query(
      "update account set totp_secret_sealed = '\\x00', totp_confirmed_at = now() where id = $1",
      [accountId],
    );
    const phone = new Phone();
    const guest = await village.guest(phone);
    expect(await readSlip(guest, tokenOf(slip))).toMatchObject({ ok: true, value: { opens: "password" } });
    expect(await bindPhoneByPin(guest, phone.request(), tokenOf(slip), choice)).toEqual(
      refusal("link_not_valid"),
    );
  });

  it("closes every session and every phone that was open before", async () => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, communeId, "office");
    const before = await office.signIn(accountId);
    const slip = await village.slipFor(officerId, accountId);
    const phone = new Phone();
    const reset = await resetPasswordBySlip(
      await village.guest(phone),
      phone.request(),
      tokenOf(slip),
      password,
    );
    expect(reset.ok).toBe(true);
    expect(await readSession(office.platform, before.cookie, NOW)).toBeNull();
  });

  it("survives a password that is too common", async () => {
    const accountId = await office.makeAccount();
    await office.grant(accountId, communeId, "office");
    const slip = await village.slipFor(officerId, accountId);
    const phone = new Phone();
    const guest = await village.guest(phone);
    const poor = { password: "matkhau123456", repeated: "matkhau123456" };
    expect((await resetPasswordBySlip(guest, phone.request(), tokenOf(slip), poor)).ok).toBe(false);
    expect(await readSlip(guest, tokenOf(slip))).toMatchObject({ ok: true });
  });
});
