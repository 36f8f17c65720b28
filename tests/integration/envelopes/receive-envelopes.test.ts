import { beforeEach, describe, expect, it } from "vitest";
import { startOfDay } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { forgetDevice } from "#app/features/accounts/forget-device.server.ts";
import { openSession } from "#app/features/accounts/open-session.server.ts";
import { decideHeld } from "#app/features/envelopes/decide-held.server.ts";
import { readHeld } from "#app/features/envelopes/read-held.server.ts";
import {
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  TODAY,
  work,
  YESTERDAY,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makePhone, type Said } from "./phones.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const HOUR = 3_600_000;
const at = (moment: number | Date) => new Date(moment).toISOString();
const person = (index: number) => ({ householdId: team.households[index] ?? "", slot: 1 });
const claims = () => rowsOf(office, team, "select id, work_date::text as day, marks from claim order by id");
const codes = (answer: Said) => answer.answers.map(({ outcome }) => outcome.code ?? "ok");

describe("sealed work of a phone that was away", () => {
  it("T13, G4, C33: sent again and again, reordered and side by side, it is one record with one answer; another content under its name is told so", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const sealed = [await phone.seal(work([person(0)])), await phone.seal(work([person(1)]))];
    const first = await phone.send(sealed);
    expect(codes(first)).toEqual(["ok", "ok"]);
    const again = await Promise.all(
      Array.from({ length: 8 }, (_, index) => phone.send(index % 2 ? sealed : [...sealed].reverse())),
    );
    for (const [index, answer] of again.entries())
      expect(index % 2 ? answer.answers : [...answer.answers].reverse()).toEqual(first.answers);
    expect(await claims()).toHaveLength(2);
    const claimId = sealed[0]?.claimId ?? "";
    const other = await phone.seal(work([person(2)]), { claimId });
    expect(codes(await phone.send([other]))).toEqual(["claim_id_reused"]);
    expect(await claims()).toHaveLength(2);
  });

  it("T13: caught on its way, from another account, another phone or changed by one letter, it is refused", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const thief = await makePhone(office, team.minh, at(NOW));
    const sealed = await phone.seal(work([person(0)]));
    expect(codes(await thief.send([sealed]))).toEqual(["device_key_not_valid"]);
    const elsewhere = await office.signIn(team.lan.accountId);
    expect(codes(await phone.send([sealed], { cookie: elsewhere.cookie }))).toEqual(["device_key_not_valid"]);
    expect(codes(await phone.send([{ ...sealed, capturedAt: at(NOW.getTime() - HOUR) }]))).toEqual([
      "envelope_not_signed",
    ]);
    expect(codes(await phone.send([{ claimId: sealed.claimId }]))).toEqual(["claim_not_readable"]);
    const twice = await phone.seal(work([person(1)]), { seq: 1 });
    expect(codes(await phone.send([sealed]))).toEqual(["ok"]);
    expect(codes(await phone.send([twice]))).toEqual(["envelope_repeated"]);
    expect(await claims()).toHaveLength(1);
  });

  it.each([
    ["two years behind", -2 * 365 * 24 * HOUR],
    ["a day behind", -24 * HOUR],
    ["thirteen hours behind", -13 * HOUR],
    ["thirteen hours ahead", 13 * HOUR],
    ["a day ahead", 24 * HOUR],
    ["right", 0],
  ])("T14: the day is the day it was, with a clock that is %s", async (_, off) => {
    const contact = startOfDay(TODAY) - 30 * HOUR;
    const captured = startOfDay(YESTERDAY) + 20 * HOUR;
    const phone = await makePhone(office, team.lan, at(contact));
    const sealed = await phone.seal(work([person(0)], { workDate: day("2024-01-01") }), {
      capturedAt: at(captured + off),
      contact: { server: at(contact), phone: at(contact + off) },
      day: "today",
    });
    const phoneTime = at(NOW.getTime() + off);
    expect(codes(await phone.send([sealed], { phoneTime }))).toEqual(["ok"]);
    expect((await claims())[0].day).toBe(YESTERDAY);
    // Sent once more an hour and a day later it keeps its day.
    office.setNow(new Date(NOW.getTime() + 25 * HOUR));
    const cookie = await signInAgain(await deviceOf(phone.keyId));
    expect(codes(await phone.send([sealed], { phoneTime, cookie }))).toEqual(["ok"]);
    expect((await claims())[0].day).toBe(YESTERDAY);
  });

  it("T14: where the clock was moved while away the work waits for a look, and is taken with the day a person names", async () => {
    const contact = startOfDay(TODAY) - 30 * HOUR;
    const phone = await makePhone(office, team.lan, at(contact));
    const sealed = await phone.seal(work([person(0)]), {
      capturedAt: at(startOfDay(YESTERDAY) + 20 * HOUR),
      contact: { server: at(contact), phone: at(contact) },
      day: "today",
    });
    const moved = { phoneTime: at(NOW.getTime() - 50 * HOUR), wentBack: true };
    const held = { ok: true, held: { reason: "clock_unsure", state: "waiting", why: null } };
    expect((await phone.send([sealed], moved)).answers[0]?.outcome).toEqual(held);
    expect((await phone.send([sealed], moved)).answers[0]?.outcome).toEqual(held);
    expect(await claims()).toEqual([]);
    expect(await readHeld(await lookAs("leader"))).toHaveLength(1);
    const wish = { id: sealed.claimId, verdict: "accept", workDate: YESTERDAY } as const;
    expect(await decideHeld(await lookAs("lan"), wish)).toMatchObject({ code: "not_permitted" });
    expect(await decideHeld(await lookAs("leader"), wish)).toEqual({ ok: true, value: null });
    expect(await decideHeld(await lookAs("leader"), wish)).toEqual({ ok: true, value: null });
    expect((await claims()).map(({ day }) => day)).toEqual([YESTERDAY]);
    expect((await phone.ask(sealed.claimId))[0]).toMatchObject({
      state: "submitted",
      held: { state: "accepted" },
    });
  });

  it("rule 6: in the month's grace work counts in its month; later it goes to the office and comes as an adjustment, never to the bin", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const inTime = await phone.seal(work([person(0)]));
    const late = await phone.seal(work([person(1)]));
    const refused = await phone.seal(work([person(2)], { visits: 0 }));
    await phone.send([await phone.seal(work([person(3)]))]);
    const [{ ends }] = await rowsOf(
      office,
      team,
      "select grace_ends_at as ends from month order by first_day",
    );
    const graceEnds = new Date(ends).getTime();
    const device = await deviceOf(phone.keyId);
    office.setNow(new Date(graceEnds - HOUR));
    const inGrace = { cookie: await signInAgain(device) };
    expect(codes(await phone.send([inTime, refused], inGrace))).toEqual(["ok", "claim_has_problems"]);
    expect((await claims())[0]).toMatchObject({ day: YESTERDAY });
    office.setNow(new Date(graceEnds + 60 * 24 * HOUR));
    const outcome = (await phone.send([late], { cookie: await signInAgain(device) })).answers[0]?.outcome;
    expect(outcome).toEqual({ ok: true, held: { reason: "month_closed", state: "waiting", why: null } });
    const wish = { id: late.claimId, verdict: "accept", workDate: YESTERDAY } as const;
    expect(await decideHeld(await lookAs("leader"), wish)).toMatchObject({ code: "held_needs_office" });
    expect(await decideHeld(await lookAs("officer"), wish)).toEqual({ ok: true, value: null });
    const taken = (await claims()).find(({ id }) => id === late.claimId);
    expect(taken).toMatchObject({ day: YESTERDAY, marks: expect.arrayContaining(["adjustment"]) });
  });

  it("T15: what a lost phone signed and sends after it was reported waits for a person; declined it says why to its sender", async () => {
    const phone = await makePhone(office, team.lan, at(NOW));
    const before = await phone.seal(work([person(0)]));
    expect(codes(await phone.send([before]))).toEqual(["ok"]);
    const signedBefore = await phone.seal(work([person(1)]));
    const caller = await team.lan.caller();
    const device = await deviceOf(phone.keyId);
    await forgetDevice(caller, device);
    expect((await phone.send([signedBefore])).status).toBe(401);
    // Found again and signed in anew on the same phone: the old key is still the lost one's.
    const back = await signInAgain(device);
    const answer = await phone.send([before, signedBefore], { cookie: back });
    expect(answer.answers[0]?.outcome).toMatchObject({ ok: true, value: { id: before.claimId } });
    expect(answer.answers[1]?.outcome.held).toEqual({ reason: "phone_revoked", state: "waiting", why: null });
    const decline = { id: signedBefore.claimId, verdict: "decline", workDate: YESTERDAY } as const;
    expect(await decideHeld(await lookAs("leader"), decline)).toMatchObject({ code: "held_needs_reason" });
    expect(await decideHeld(await lookAs("leader"), { ...decline, why: "Không phải Lan ghi" })).toMatchObject(
      {
        ok: true,
      },
    );
    const said = await phone.send([signedBefore], { cookie: back });
    expect(said.answers[0]?.outcome.held).toMatchObject({ state: "declined", why: "Không phải Lan ghi" });
    expect(await claims()).toHaveLength(1);
  });

  it("T15: the store opens for the person who keeps it and for nobody else; nobody reads what became of another's work", async () => {
    const mine = await makePhone(office, team.lan, at(NOW));
    const theirs = await makePhone(office, team.minh, at(NOW));
    expect(mine.storeKey).not.toBe(theirs.storeKey);
    const sealed = await mine.seal(work([person(0)]));
    await mine.send([sealed]);
    expect(await theirs.ask(sealed.claimId)).toEqual([{ id: sealed.claimId, state: null, held: null }]);
    expect(await mine.ask(sealed.claimId, freshId(), "x")).toHaveLength(2);
    expect((await mine.send([])).status).toBe(422);
  });

  async function lookAs(who: "leader" | "officer" | "lan") {
    const { accountId } = team[who];
    const { cookie } = await office.signIn(accountId);
    const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
    const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
    const capability = who === "lan" ? "activity.log" : "activity.look-at-held";
    const door = { request, context: { platform: office.platform, visit } } as never;
    const caller = await allow(door, capability);
    return who === "lan" ? { ...caller, permission: { ...caller.permission, grants: [] } } : caller;
  }

  async function deviceOf(keyId: string): Promise<string> {
    const { rows } = await office.platform.db.pool.query("select device_id from device_key where id = $1", [
      keyId,
    ]);
    return rows[0].device_id;
  }

  async function signInAgain(deviceId: string): Promise<string> {
    const { accountId } = team.lan;
    const stamp = { actorId: accountId, verb: "test.sign-in", requestId: "test" };
    const { cookie } = await office.platform.db.withGlobals(stamp, async (tx) => {
      await tx.device.update({ where: { id: deviceId }, data: { revokedAt: null } });
      return openSession(office.platform, tx, new Request("http://localhost:3000/"), {
        accountId,
        deviceId,
        assurance: "password",
      });
    });
    return cookie.split(";")[0] ?? "";
  }
});
