import { beforeEach, describe, expect, it } from "vitest";
import { isHalfWay } from "#app/domain/access/actor.ts";
import { BREAK_GLASS_SLIP_MS } from "#app/domain/accounts/enrolment-slip.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import { prepareBreakGlass } from "#app/features/accounts/break-glass-prepare.server.ts";
import type { PrintedSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { readSlip } from "#app/features/accounts/enrolment-read-slip.server.ts";
import { resetPasswordBySlip } from "#app/features/accounts/enrolment-reset-password.server.ts";
import { type PreparedAct, prepareHandOver } from "#app/features/accounts/hand-over-prepare.server.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { askAct } from "#app/features/two-person-acts/ask-act.server.ts";
import { decideAct } from "#app/features/two-person-acts/decide-act.server.ts";
import { NOW } from "../communes/office.ts";
import { Phone, testVillage, tokenOf } from "./phones.ts";

const village = testVillage();
const { office } = village;
const TODAY = localDateAt(NOW.getTime());
const REASON = "Máy cũ rơi xuống suối, mã khôi phục cũng mất";
const password = { password: "bốn con trâu qua suối", repeated: "bốn con trâu qua suối" };

let communeId: number;
let officerId: string;
let leaderId: string;

beforeEach(async () => {
  office.setNow(NOW);
  ({ communeId, officerId } = await village.makeCommune());
  leaderId = await office.makeAccount({ name: "Nguyễn Thị Hòa" });
  await office.grant(leaderId, communeId, "commune_leader");
});

async function ask(askedBy: string, prepared: Verdict<PreparedAct, { code: string }>) {
  if (!prepared.ok) throw new Error(prepared.code);
  const id = makeId(office.platform.clock.now().getTime(), office.platform.random.bytes(10));
  const caller = await village.officer(askedBy, "two-person-act.ask");
  const asked = await askAct(caller, { id, act: prepared.value, reason: REASON });
  if (!asked.ok) throw new Error(asked.code);
  return id;
}

async function decide(decidedBy: string, id: string, isApproved = true) {
  const caller = await village.officer(decidedBy, "two-person-act.decide");
  return decideAct(caller, { id, isApproved, note: null });
}

describe("breaking the glass", () => {
  let lostId: string;

  beforeEach(async () => {
    lostId = await office.makeAccount({ name: "Lương Văn Kim" });
    await office.grant(lostId, communeId, "office");
  });

  const prepare = async (askedBy: string) =>
    prepareBreakGlass(await village.officer(askedBy, "two-person-act.ask"), lostId);

  async function breakGlass(): Promise<PrintedSlip> {
    const id = await ask(officerId, await prepare(officerId));
    const done = await decide(leaderId, id);
    if (!done?.ok || done.value?.kind !== "break_glass") throw new Error("the glass did not break");
    return done.value.slip;
  }

  it("takes two persons: who asked cannot confirm, nor can the person concerned, and nothing has happened", async () => {
    const id = await ask(officerId, await prepare(officerId));
    expect(await decide(officerId, id)).toMatchObject({ ok: false });
    expect(await decide(lostId, id)).toMatchObject({ ok: false });
    const { rows } = await office.db.maintain.query("select 1 from enrolment_slip where account_id = $1", [
      lostId,
    ]);
    expect(rows).toEqual([]);
    expect(await decide(leaderId, id, false)).toEqual({ ok: true, value: null });
    expect(await decide(leaderId, id)).toMatchObject({ ok: false });
  });

  it("nobody opens a slip for their own second factor", async () => {
    const caller = await village.officer(lostId, "two-person-act.ask");
    expect(await prepareBreakGlass(caller, lostId)).toMatchObject({ ok: false, code: "not_permitted" });
  });

  it("is not needed where there is no second factor, and not possible across communes", async () => {
    const caller = await village.officer(officerId, "two-person-act.ask");
    const plain = await village.makePerson(communeId);
    expect(await prepareBreakGlass(caller, plain)).toMatchObject({ code: "nothing_to_break" });
    const other = await village.makeCommune();
    expect(await prepareBreakGlass(caller, other.officerId)).toMatchObject({ code: "not_permitted" });
    await office.grant(lostId, other.communeId, "office");
    expect(await prepareBreakGlass(caller, lostId)).toMatchObject({ code: "account_of_other_commune" });
  });

  it("ends password, factors, codes, phones and sessions at once, and lets in no further than to a new factor", async () => {
    const before = await office.signIn(lostId);
    await office.db.maintain.query(
      "insert into recovery_code (id, account_id, code_hash, created_at) values ($1, $2, 'x', now())",
      [makeId(NOW.getTime(), office.platform.random.bytes(10)), lostId],
    );
    const slip = await breakGlass();
    expect(slip.expiresAt.getTime() - NOW.getTime()).toBe(BREAK_GLASS_SLIP_MS);
    const phone = new Phone();
    const reset = await resetPasswordBySlip(
      await village.guest(phone),
      phone.request(),
      tokenOf(slip),
      password,
    );
    if (!reset.ok) throw new Error(reset.code);
    phone.keep(reset.value.cookies);

    expect(await readSession(office.platform, before.cookie, NOW)).toBeNull();
    const now = await readSession(office.platform, phone.request().headers.get("Cookie"), NOW);
    expect(now?.actor).toMatchObject({ assurance: "password", hasSecondFactor: false });
    expect(now && isHalfWay(now.actor, TODAY)).toBe(true);
    const { rows } = await office.db.maintain.query(
      `select (select count(*)::int from recovery_code where account_id = $1) as codes,
              (select count(*)::int from passkey where account_id = $1) as passkeys,
              (select totp_secret_sealed is null from account where id = $1) as "totpGone"`,
      [lostId],
    );
    expect(rows).toEqual([{ codes: 0, passkeys: 0, totpGone: true }]);
  });

  it("is over after twelve hours, and after one use", async () => {
    const slip = await breakGlass();
    const phone = new Phone();
    const use = async () =>
      resetPasswordBySlip(await village.guest(phone), phone.request(), tokenOf(slip), password);
    office.setNow(new Date(NOW.getTime() + BREAK_GLASS_SLIP_MS));
    expect(await use()).toMatchObject({ ok: false, code: "link_not_valid" });
    office.setNow(NOW);
    const tries = await Promise.all([use(), use(), use()]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("makes one slip however often the second person says yes, and the database allows no second", async () => {
    const id = await ask(officerId, await prepare(officerId));
    const answers = await Promise.all([decide(leaderId, id), decide(leaderId, id)]);
    expect(answers.filter((answer) => answer?.ok && answer.value !== null)).toHaveLength(1);
    const { rows } = await office.db.maintain.query(
      "select act_id from enrolment_slip where account_id = $1",
      [lostId],
    );
    expect(rows).toEqual([{ act_id: id }]);
    await expect(
      office.db.superuser.query(
        `insert into enrolment_slip (id, token_hash, code_fingerprint, account_id, commune_id, purpose, made_by, made_at, expires_at, act_id, used_at)
         select gen_random_uuid(), sha256('another'), 'another', account_id, commune_id, purpose, made_by, made_at, expires_at, act_id, now()
           from enrolment_slip where act_id = $1`,
        [id],
      ),
    ).rejects.toThrow(/unique/);
  });

  it("leaves the act, both persons and the slip where the commune can see them", async () => {
    await breakGlass();
    const { rows } = await office.db.maintain.query(
      "select verb, actor_id from audit_log where commune_id = $1 and table_name = 'two_person_act' order by seq",
      [communeId],
    );
    expect(rows.map((row) => row.actor_id)).toEqual([officerId, leaderId]);
  });

  it("gives a slip made by one person no power over the second factor, even if the page is forged", async () => {
    const slip = await village.slipFor(officerId, lostId);
    const phone = new Phone();
    expect(await readSlip(await village.guest(phone), tokenOf(slip))).toMatchObject({
      value: { endsSecondFactor: false },
    });
    const reset = await resetPasswordBySlip(
      await village.guest(phone),
      phone.request(),
      tokenOf(slip),
      password,
    );
    if (!reset.ok) throw new Error(reset.code);
    phone.keep(reset.value.cookies);
    const found = await readSession(office.platform, phone.request().headers.get("Cookie"), NOW);
    expect(found?.actor.hasSecondFactor).toBe(true);
    expect(found && isHalfWay(found.actor, TODAY)).toBe(true);
  });
});

describe("handing over an office", () => {
  let heirId: string;

  beforeEach(async () => {
    heirId = await office.makeAccount({ name: "Quàng Văn Dũng" });
    await office.grant(heirId, communeId, "council");
  });

  const prepare = async (firstDay: LocalDate, toAccountId = heirId) =>
    prepareHandOver(await village.officer(officerId, "two-person-act.ask"), {
      role: "office",
      toAccountId,
      firstDay,
    });

  async function officeHolders() {
    const { rows } = await office.db.maintain.query(
      "select account_id, valid_from::text as from, valid_to::text as to from role_grant where commune_id = $1 and role = 'office' order by valid_from, valid_to nulls last",
      [communeId],
    );
    return rows;
  }

  it("begins on its day, ends the old role the day before, and keeps both in the history", async () => {
    const firstDay = addDays(TODAY, 10);
    const id = await ask(officerId, await prepare(firstDay));
    expect(await officeHolders()).toEqual([{ account_id: officerId, from: TODAY, to: null }]);
    expect(await decide(leaderId, id)).toMatchObject({ ok: true, value: { kind: "hand_over", firstDay } });
    expect(await officeHolders()).toEqual([
      { account_id: officerId, from: TODAY, to: addDays(firstDay, -1) },
      { account_id: heirId, from: firstDay, to: null },
    ]);
  });

  it("never leaves the office empty for a day when it is confirmed late", async () => {
    const id = await ask(officerId, await prepare(addDays(TODAY, 1)));
    office.setNow(new Date(NOW.getTime() + 3 * 24 * 60 * 60 * 1000));
    expect(await decide(leaderId, id)).toMatchObject({ ok: true, value: { firstDay: addDays(TODAY, 3) } });
    expect(await officeHolders()).toEqual([
      { account_id: officerId, from: TODAY, to: addDays(TODAY, 2) },
      { account_id: heirId, from: addDays(TODAY, 3), to: null },
    ]);
  });

  it("is confirmed neither by the one who hands over nor by the one who receives", async () => {
    const id = await ask(officerId, await prepare(addDays(TODAY, 1)));
    expect(await decide(officerId, id)).toMatchObject({ ok: false });
    await office.grant(heirId, communeId, "commune_leader");
    expect(await decide(heirId, id)).toMatchObject({ ok: false });
    expect(await officeHolders()).toEqual([{ account_id: officerId, from: TODAY, to: null }]);
  });

  it("goes to somebody of the commune who can sign in, from a day that has not passed, by whoever holds it", async () => {
    const day = addDays(TODAY, 1);
    expect(await prepare(day, officerId)).toMatchObject({ code: "hand_over_to_self" });
    expect(await prepare(addDays(TODAY, -1))).toMatchObject({ code: "hand_over_in_the_past" });
    const other = await village.makeCommune();
    expect(await prepare(day, other.officerId)).toMatchObject({ code: "not_permitted" });
    const leader = await village.officer(leaderId, "two-person-act.ask");
    expect(
      await prepareHandOver(leader, { role: "office", toAccountId: heirId, firstDay: day }),
    ).toMatchObject({
      code: "hand_over_not_held",
    });
    await office.db.maintain.query(
      "update account set status = 'disabled', disabled_at = now() where id = $1",
      [heirId],
    );
    expect(await prepare(day)).toMatchObject({ code: "account_disabled" });
  });

  it("undoes the second person's yes when the office is no longer held", async () => {
    const id = await ask(officerId, await prepare(addDays(TODAY, 1)));
    await office.db.maintain.query("update role_grant set valid_to = valid_from - 1 where account_id = $1", [
      officerId,
    ]);
    expect(await decide(leaderId, id)).toMatchObject({ ok: false, code: "hand_over_not_held" });
    const { rows } = await office.db.maintain.query("select state from two_person_act where id = $1", [id]);
    expect(rows).toEqual([{ state: "waiting" }]);
  });
});
