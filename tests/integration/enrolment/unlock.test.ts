import { beforeAll, describe, expect, it } from "vitest";
import { PIN_TRIES, pinPauseMs } from "#app/domain/accounts/pin.ts";
import { UNLOCK_MS } from "#app/domain/accounts/session-life.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import {
  beginBindByPasskey,
  bindPhoneByPasskey,
} from "#app/features/accounts/enrolment-bind-by-passkey.server.ts";
import { bindPhoneByPin } from "#app/features/accounts/enrolment-bind-by-pin.server.ts";
import { signOutEverywhere } from "#app/features/accounts/people-end-access.server.ts";
import { readPhonePeople } from "#app/features/accounts/phone-read-people.server.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { BROWSER_COOKIE } from "#app/features/accounts/session-cookie.server.ts";
import { beginUnlockByPasskey, unlockByPasskey } from "#app/features/accounts/unlock-by-passkey.server.ts";
import { unlockByPin } from "#app/features/accounts/unlock-by-pin.server.ts";
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

const WRONG = "402917";
const refusal = (code: string) => expect.objectContaining({ ok: false, code });

async function enrol(phone: Phone, name?: string, pin = PIN) {
  const accountId = await village.makePerson(communeId, "sector_office", name);
  const slip = await village.slipFor(officerId, accountId);
  const bound = await bindPhoneByPin(await village.guest(phone), phone.request(), tokenOf(slip), {
    pin,
    repeated: pin,
  });
  if (!bound.ok) throw new Error(bound.code);
  phone.keep(bound.value.cookies);
  const people = await readPhonePeople(office.platform, phone.request(), NOW);
  const deviceId = people.find((person) => person.accountId === accountId)?.deviceId ?? "";
  return { accountId, deviceId };
}

async function unlock(phone: Phone, deviceId: string, pin = PIN) {
  const answer = await unlockByPin(await village.guest(phone), phone.request(), { deviceId, pin });
  if (answer.ok) phone.keep(answer.value.cookies);
  return answer;
}

async function whoIsIn(phone: Phone) {
  const found = await readSession(
    office.platform,
    phone.request().headers.get("Cookie"),
    office.platform.clock.now(),
  );
  return found?.person.accountId ?? null;
}

describe("an enrolled phone", () => {
  it("is opened by its owner's PIN for ninety days, and not on the ninety-first", async () => {
    const phone = new Phone();
    const { accountId, deviceId } = await enrol(phone);
    office.setNow(new Date(NOW.getTime() + UNLOCK_MS - 1));
    expect((await unlock(phone, deviceId)).ok).toBe(true);
    expect(await whoIsIn(phone)).toBe(accountId);
    office.setNow(new Date(NOW.getTime() + UNLOCK_MS));
    expect(await unlock(phone, deviceId)).toEqual(refusal("unlock_ended"));
    expect(
      await readPhonePeople(office.platform, phone.request(), new Date(NOW.getTime() + UNLOCK_MS)),
    ).toEqual([]);
    office.setNow(NOW);
  });

  it("is nothing without the phone: the number of its row and the right PIN open no other browser", async () => {
    const phone = new Phone();
    const { deviceId } = await enrol(phone);
    const stranger = new Phone();
    expect(await unlock(stranger, deviceId)).toEqual(refusal("unlock_ended"));
    await enrol(stranger);
    expect(await unlock(stranger, deviceId)).toEqual(refusal("unlock_ended"));
    phone.drop(BROWSER_COOKIE);
    expect(await unlock(phone, deviceId)).toEqual(refusal("unlock_ended"));
  });

  it("that is enrolled no longer says so, whatever a page left open still sends", async () => {
    const phone = new Phone();
    const { accountId } = await enrol(phone);
    const caller = await village.officer(officerId, "account.end-sessions-of-others");
    expect((await signOutEverywhere(caller, accountId)).ok).toBe(true);
    for (const sent of ["", "abc", "\0", "__proto__"]) {
      expect(await unlock(phone, sent)).toEqual(refusal("unlock_ended"));
      expect(await beginUnlockByPasskey(await village.guest(phone), phone.request(), sent)).toEqual(
        refusal("unlock_ended"),
      );
    }
  });

  it("makes each mistake cost a longer pause and is dead after the tenth, even for the right PIN", async () => {
    const phone = new Phone();
    const { deviceId } = await enrol(phone);
    let now = NOW.getTime();
    for (let failures = 0; failures < PIN_TRIES; failures++) {
      const pause = pinPauseMs(failures) ?? 0;
      if (pause > 0) {
        office.setNow(new Date(now + pause - 1));
        expect(await unlock(phone, deviceId)).toEqual(refusal("try_later"));
      }
      now += pause;
      office.setNow(new Date(now));
      const answer = await unlock(phone, deviceId, WRONG);
      expect(answer).toEqual(
        failures < PIN_TRIES - 1
          ? { ok: false, code: "pin_wrong", triesLeft: PIN_TRIES - 1 - failures }
          : refusal("unlock_ended"),
      );
    }
    office.setNow(new Date(now + 24 * 60 * 60 * 1000));
    expect(await unlock(phone, deviceId)).toEqual(refusal("unlock_ended"));
    expect(await readPhonePeople(office.platform, phone.request(), new Date(now))).toEqual([]);
    office.setNow(NOW);
  });

  it("looks at no more than three of forty PINs that are typed at the same moment", async () => {
    const phone = new Phone();
    const { deviceId } = await enrol(phone);
    const guesses = Array.from({ length: 40 }, (_, index) => String(700_003 + index * 7));
    const answers = await Promise.all(guesses.map((pin) => unlock(phone, deviceId, pin)));
    const looked = answers.filter((answer) => !answer.ok && answer.code === "pin_wrong");
    expect(looked).toHaveLength(3);
    expect(answers.filter((answer) => !answer.ok && answer.code === "try_later")).toHaveLength(37);
  });

  it("takes mistakes back when the right PIN comes", async () => {
    const phone = new Phone();
    const { deviceId } = await enrol(phone);
    await unlock(phone, deviceId, WRONG);
    await unlock(phone, deviceId, WRONG);
    expect((await unlock(phone, deviceId)).ok).toBe(true);
    expect(await unlock(phone, deviceId, WRONG)).toEqual({
      ok: false,
      code: "pin_wrong",
      triesLeft: PIN_TRIES - 1,
    });
  });

  it("keeps PINs so that a copy of the database alone cannot be searched for them", async () => {
    const phone = new Phone();
    const { deviceId } = await enrol(phone);
    const { rows } = await office.db.maintain.query("select pin_hash from device where id = $1", [deviceId]);
    expect(rows[0].pin_hash).toMatch(/^\$argon2id\$/);
    expect(await office.platform.passwords.verify(rows[0].pin_hash, PIN)).toBe("mismatch");
  });

  it("does not wake the roles that sleep without a second factor", async () => {
    const phone = new Phone();
    const { accountId, deviceId } = await enrol(phone);
    await office.grant(accountId, communeId, "office");
    expect((await unlock(phone, deviceId)).ok).toBe(true);
    const guest = await village.guest(phone);
    const door = {
      request: phone.request("/van-phong"),
      context: { platform: office.platform, visit: guest.visit },
      params: {},
    };
    const answer = await allow(door, "slip.make").catch((response: Response) => response);
    expect((answer as Response).headers.get("Location")).toMatch(/^\/(xac-thuc|tai-khoan)/);
  });

  it("that was lost is opened by nobody after the office signed its owner out everywhere", async () => {
    const phone = new Phone();
    const { accountId, deviceId } = await enrol(phone);
    expect(await whoIsIn(phone)).toBe(accountId);
    const caller = await village.officer(officerId, "account.end-sessions-of-others");
    expect(await signOutEverywhere(caller, accountId)).toEqual({ ok: true, value: { ended: 1 } });
    expect(await whoIsIn(phone)).toBeNull();
    expect(await unlock(phone, deviceId)).toEqual(refusal("unlock_ended"));
  });
});

describe("a phone several people share", () => {
  it("shows who may use it, lets each in with their own PIN, and never two at once", async () => {
    const phone = new Phone();
    const lan = await enrol(phone, "Vàng Thị Lan", "583917");
    const an = await enrol(phone, "Đỗ Văn An", "740281");
    const people = await readPhonePeople(office.platform, phone.request(), NOW);
    expect(people.map((person) => person.displayName)).toEqual(["Đỗ Văn An", "Vàng Thị Lan"]);
    expect(await whoIsIn(phone)).toBe(an.accountId);
    const before = phone.request().headers.get("Cookie");

    expect(await unlock(phone, lan.deviceId, "740281")).toEqual(refusal("pin_wrong"));
    expect(await whoIsIn(phone)).toBe(an.accountId);
    expect((await unlock(phone, lan.deviceId, "583917")).ok).toBe(true);
    expect(await whoIsIn(phone)).toBe(lan.accountId);
    // The session that was on the phone before has ended; keeping its cookie does not help.
    expect(await readSession(office.platform, before, NOW)).toBeNull();
  });

  it("counts mistakes for each person apart", async () => {
    const phone = new Phone();
    const first = await enrol(phone, "Hoàng Văn Páo", "583917");
    const second = await enrol(phone, "Lý Thị Mỷ", "740281");
    for (let turn = 0; turn < 3; turn++) await unlock(phone, first.deviceId, WRONG);
    expect(await unlock(phone, first.deviceId)).toEqual(refusal("try_later"));
    expect((await unlock(phone, second.deviceId, "740281")).ok).toBe(true);
  });
});

describe("a phone that knows its owner's finger", () => {
  async function enrolFinger() {
    const phone = new Phone();
    const finger = new SoftAuthenticator();
    const accountId = await village.makePerson(communeId);
    const slip = await village.slipFor(officerId, accountId);
    const guest = await village.guest(phone);
    const options = await beginBindByPasskey(guest, phone.request(), tokenOf(slip));
    if (!options.ok) throw new Error(options.code);
    const made = finger.register(options.value, { origin: ORIGIN });
    const bound = await bindPhoneByPasskey(guest, phone.request(), tokenOf(slip), made);
    if (!bound.ok) throw new Error(bound.code);
    phone.keep(bound.value.cookies);
    const [person] = await readPhonePeople(office.platform, phone.request(), NOW);
    return { phone, finger, accountId, deviceId: person?.deviceId ?? "" };
  }

  async function ask(phone: Phone, deviceId: string) {
    const options = await beginUnlockByPasskey(await village.guest(phone), phone.request(), deviceId);
    if (!options.ok) throw new Error(options.code);
    return options.value;
  }

  it("opens by it, once for each time it was asked", async () => {
    const { phone, finger, accountId, deviceId } = await enrolFinger();
    const answer = finger.sign(await ask(phone, deviceId), { origin: ORIGIN });
    const first = await unlockByPasskey(await village.guest(phone), phone.request(), deviceId, answer);
    if (!first.ok) throw new Error(first.code);
    phone.keep(first.value.cookies);
    expect(await whoIsIn(phone)).toBe(accountId);
    const again = await unlockByPasskey(await village.guest(phone), phone.request(), deviceId, answer);
    expect(again).toEqual(refusal("passkey_refused"));
  });

  it("stays shut for another finger, an unlooked-at one, another page, and another phone", async () => {
    const { phone, finger, deviceId } = await enrolFinger();
    const attempts = [
      async () => new SoftAuthenticator().sign(await ask(phone, deviceId), { origin: ORIGIN }),
      async () => finger.sign(await ask(phone, deviceId), { origin: ORIGIN, isUserVerified: false }),
      async () => finger.sign(await ask(phone, deviceId), { origin: "https://evil.example" }),
    ];
    for (const attempt of attempts) {
      const answer = await unlockByPasskey(
        await village.guest(phone),
        phone.request(),
        deviceId,
        await attempt(),
      );
      expect(answer).toEqual(refusal("passkey_refused"));
    }
    const stranger = new Phone();
    const answer = finger.sign(await ask(phone, deviceId), { origin: ORIGIN });
    expect(
      await unlockByPasskey(await village.guest(stranger), stranger.request(), deviceId, answer),
    ).toEqual(refusal("unlock_ended"));
  });
});
