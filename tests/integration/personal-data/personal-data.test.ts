import { beforeEach, describe, expect, it } from "vitest";
import { makeId } from "#app/domain/ids.ts";
import {
  CONSENT_TEXT_VERSION,
  ERASED_NAME,
  MOST_REVEALS_A_DAY,
  publicNameOf,
} from "#app/domain/people/consent.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { answerDataRequest, askOfData } from "#app/features/personal-data/ask-of-data.server.ts";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import { readDataRequests } from "#app/features/personal-data/read-data-requests.server.ts";
import { readMemberData } from "#app/features/personal-data/read-own-data.server.ts";
import { readReveals } from "#app/features/personal-data/read-reveals.server.ts";
import { revealPhone } from "#app/features/personal-data/reveal-phone.server.ts";
import { withdrawConsent } from "#app/features/personal-data/withdraw-consent.server.ts";
import { addMember } from "#app/features/roster/add-member.server.ts";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { makeAccountForMember } from "#app/features/roster/make-account-for-member.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const NAME = "Nguyễn Thị Hồng Ánh";
const NUMBER = "0912 345 678";
let communeId: number;
let officer: CommuneScope;
let own: CommuneScope;
let memberId: string;
let accountId: string;

const newId = () => makeId(office.platform.clock.now().getTime(), office.platform.random.bytes(10));

beforeEach(async () => {
  office.setNow(NOW);
  const { platform } = office;
  const officerId = await office.makeAccount({ isFounder: true });
  communeId = await foundCommune(
    platform,
    { actorId: officerId, verb: "test", requestId: "r" },
    "dai-son-2026",
  );
  officer = office.scope(communeId, officerId);
  memberId = newId();
  accountId = await platform.db.withCommunes(officer, async (tx) => {
    const act = rosterAct(platform, officer);
    const phone = parsePhone(NUMBER);
    const facts = {
      birthYear: 1990,
      sex: "female" as const,
      ethnicity: "Kinh",
      position: "Giáo viên",
      hasItSkill: true,
    };
    await addMember(tx, platform.keys, act, { id: memberId, fullName: NAME, ...facts, phone });
    const team = await addTeam(tx, act, {
      clientId: newId(),
      kind: "commune",
      villageId: null,
      organisationId: null,
      name: "Tổ xã",
      decisionNumber: null,
      decisionDate: null,
      zaloGroup: null,
      validFrom: act.today,
    });
    if (!team.ok) throw new Error(team.code);
    await addMembership(tx, act, {
      id: newId(),
      memberId,
      teamId: team.value.teamId,
      role: "leader",
      from: act.today,
      until: null,
      source: "decision",
      title: "Bí thư Chi đoàn",
    });
    await tx.affiliation.create({
      data: { communeId, memberId, kind: "teacher", validFrom: new Date(`${act.today}T00:00:00Z`) },
    });
    const account = await makeAccountForMember(tx, platform.keys, act, memberId);
    if (!account.ok) throw new Error(account.code);
    return account.value.accountId;
  });
  own = office.scope(communeId, accountId);
});

async function data() {
  const found = await readMemberData(office.platform, officer, memberId);
  if (!found) throw new Error("the member is not there");
  return found;
}

const consent = (wish: object = {}) => ({
  id: newId(),
  memberId,
  purpose: "public_full_name" as const,
  channel: "screen" as const,
  textVersion: CONSENT_TEXT_VERSION,
  ...wish,
});

describe("consent", () => {
  it("DOMAIN 6: the full name is public only while the person's consent stands, and every line stays", async () => {
    const shown = async () => publicNameOf({ fullName: NAME, isErased: false }, (await data()).consents);
    expect(await shown()).toBe("Nguyễn T. H. Á.");
    const given = consent();
    await giveConsent(office.platform, own, given);
    await giveConsent(office.platform, own, given);
    expect(await shown()).toBe(NAME);
    await withdrawConsent(office.platform, own, { memberId, purpose: "public_full_name" });
    expect(await shown()).toBe("Nguyễn T. H. Á.");
    await giveConsent(office.platform, officer, consent({ channel: "paper" }));
    expect(await shown()).toBe(NAME);
    const { consents } = await data();
    expect(consents).toHaveLength(2);
    expect(consents).toContainEqual({
      purpose: "public_full_name",
      channel: "paper",
      textVersion: CONSENT_TEXT_VERSION,
      givenAt: NOW.toISOString(),
      recordedBy: "Lò Thị Mai Sương",
      withdrawnAt: null,
    });
    expect(consents).toContainEqual(
      expect.objectContaining({ channel: "screen", recordedBy: NAME, withdrawnAt: NOW.toISOString() }),
    );
  });

  it("DOMAIN 6: nobody presses the button for another, and old words are not agreed to", async () => {
    expect(await giveConsent(office.platform, officer, consent())).toMatchObject({
      code: "consent_screen_is_own",
    });
    expect(await giveConsent(office.platform, own, consent({ textVersion: 0 }))).toMatchObject({
      code: "consent_text_changed",
    });
    expect((await data()).consents).toEqual([]);
  });
});

describe("a phone number", () => {
  const reveal = (wish: object = {}) =>
    revealPhone(office.platform, officer, {
      id: newId(),
      memberId,
      reason: "Gọi báo lịch tập huấn",
      ...wish,
    });

  it("F06: is shown for a reason, and the office and the person can read who looked", async () => {
    expect(await reveal()).toEqual({ ok: true, value: { phone: NUMBER } });
    expect(await readReveals(office.platform, officer)).toMatchObject([
      { memberName: NAME, revealedTo: "Lò Thị Mai Sương", reason: "Gọi báo lịch tập huấn" },
    ]);
    expect((await data()).phoneReveals).toHaveLength(1);
    await expect(office.db.owner.query("delete from phone_reveal")).rejects.toThrow(/append-only/);
  });

  it("DOMAIN 6: thirty times a day and no more, even from many windows; tomorrow again", async () => {
    const tries = Array.from({ length: MOST_REVEALS_A_DAY + 4 }, () => reveal());
    const verdicts = await Promise.all(tries);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(MOST_REVEALS_A_DAY);
    expect(await reveal()).toEqual({ ok: false, code: "reveals_spent", maximum: MOST_REVEALS_A_DAY });
    // 17:00 UTC is midnight in Việt Nam.
    office.setNow(new Date("2026-11-20T17:00:00Z"));
    expect((await reveal()).ok).toBe(true);
  });

  it("T8: of another commune is not there", async () => {
    const founder = await office.makeAccount({ isFounder: true });
    const stamp = { actorId: founder, verb: "test", requestId: "r" };
    const elsewhere = office.scope(await foundCommune(office.platform, stamp, "dai-son-2026"), founder);
    const order = { id: newId(), memberId, reason: "tò mò" };
    expect(await revealPhone(office.platform, elsewhere, order)).toEqual({
      ok: false,
      code: "not_on_roster",
    });
    expect(await readMemberData(office.platform, elsewhere, memberId)).toBeNull();
  });
});

describe("requests of a person", () => {
  const request = (wish: object = {}) => ({
    id: newId(),
    memberId,
    kind: "erase" as const,
    channel: "screen" as const,
    note: null,
    ...wish,
  });

  it("DOMAIN 6: carry the day they are owed, count down, and go overdue", async () => {
    await askOfData(office.platform, own, request());
    await askOfData(office.platform, own, request({ kind: "access" }));
    expect(await readDataRequests(office.platform, officer)).toMatchObject([
      { kind: "access", dueOn: "2026-11-30", daysLeft: 10 },
      { kind: "erase", dueOn: "2026-12-10", daysLeft: 20 },
    ]);
    office.setNow(new Date("2026-12-12T02:00:00Z"));
    const [access, erase] = await readDataRequests(office.platform, officer);
    expect([access?.daysLeft, erase?.daysLeft]).toEqual([-12, -2]);
    await answerDataRequest(office.platform, officer, { id: access?.id ?? "", answer: "Đã đưa bản in" });
    expect(
      (await readDataRequests(office.platform, officer)).map(({ kind, answer }) => [kind, answer]),
    ).toEqual([
      ["erase", null],
      ["access", "Đã đưa bản in"],
    ]);
  });

  it("DOMAIN 6: one of a kind is open at a time, and asking again says until when it is owed", async () => {
    await askOfData(office.platform, own, request());
    expect(await askOfData(office.platform, own, request())).toEqual({
      ok: false,
      code: "data_request_open",
      dueOn: "2026-12-10",
    });
  });
});

describe("erasing a person", () => {
  it("DOMAIN 6: takes out all that tells who it was and keeps the id, the times and every line of the log", async () => {
    await giveConsent(office.platform, own, consent());
    await revealPhone(office.platform, officer, { id: newId(), memberId, reason: "Gọi báo lịch" });
    // A name that no other test planted.
    const { superuser } = office.db;
    await superuser.query("update member set full_name = 'Trịnh Kim Oanh' where id = $1", [memberId]);
    await superuser.query(
      "update account set display_name = 'Trịnh Kim Oanh', username = 'oanh.trinhkim' where id = $1",
      [accountId],
    );
    await superuser.query("update membership set title = 'Tổng phụ trách Đội' where member_id = $1", [
      memberId,
    ]);
    const { cookie } = await office.signIn(accountId);
    const before = await data();
    expect(await eraseMember(office.platform, officer, memberId)).toEqual({ ok: true, value: null });
    expect(await eraseMember(office.platform, officer, memberId)).toEqual({ ok: true, value: null });
    const after = await data();
    expect(after).toMatchObject({
      memberId,
      fullName: ERASED_NAME,
      birthYear: null,
      sex: null,
      ethnicity: null,
      position: null,
      hasItSkill: null,
      phone: null,
      affiliations: [],
      account: { displayName: ERASED_NAME, status: "disabled" },
    });
    expect(after.memberships).toEqual(before.memberships.map((time) => ({ ...time, until: "2026-11-20" })));
    expect(after.phoneReveals).toHaveLength(1);
    expect(after.consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
    expect(await readSession(office.platform, cookie, office.platform.clock.now())).toBeNull();
    await expectNoTrace();
  });

  /** Every text column of every table, as the superuser sees them. */
  async function expectNoTrace() {
    const { rows: tables } = await office.db.superuser.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    for (const { name } of tables) {
      const { rows } = await office.db.superuser.query(
        `select 1 from "${name}" t where t::text ilike any($1)`,
        [["%Trịnh Kim Oanh%", "%oanh.trinh%", "%912345678%", "%Tổng phụ trách%"]],
      );
      expect(rows, `${name} still tells who it was`).toEqual([]);
    }
  }

  it("DOMAIN 6: nobody erases himself", async () => {
    expect(await eraseMember(office.platform, own, memberId)).toMatchObject({ code: "erase_yourself_not" });
    expect((await data()).fullName).toBe(NAME);
  });

  it("DOMAIN 6: somebody who works in another commune too keeps the account, which is that commune's as well", async () => {
    const founder = await office.makeAccount({ isFounder: true });
    const stamp = { actorId: founder, verb: "test", requestId: "r" };
    const elsewhere = await foundCommune(office.platform, stamp, "dai-son-2026");
    await office.grant(accountId, elsewhere, "sector_office");
    await eraseMember(office.platform, officer, memberId);
    expect(await data()).toMatchObject({ fullName: ERASED_NAME, account: { status: "active" } });
  });
});
