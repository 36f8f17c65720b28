import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { action as report } from "#app/routes/office/slips-of-team.tsx";
import { action as print } from "#app/routes/office/slips-of-team-sheet.ts";
import { grant, type PlantedCommune, plantCommune } from "../access/planted-communes.ts";
import { testBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";

const office = testOffice();
let commune: PlantedCommune;
let otherTeam: number;
let people: string[] = [];

beforeAll(async () => {
  commune = await plantCommune(office, 1, "Bản Cuôn", "Nậm Mười", "0301000010");
  const { rows } = await office.db.superuser.query<{ id: string }>("select member_id as id from membership");
  people = rows.map(({ id }) => id);
  const other = await office.db.superuser.query<{ id: number }>(
    `insert into team (commune_id, kind, village_id, name, valid_from)
     values (1, 'village', $1, 'Tổ khác', '2026-01-01') returning id`,
    [commune.villageId],
  );
  otherTeam = other.rows[0]?.id ?? 0;
});

beforeEach(async () => {
  await office.db.superuser.query("update enrolment_slip set revoked_at = now() where revoked_at is null");
});

/** Somebody of the commune, all the way in. */
async function somebody(role: "office" | "leader" | "deputy", isInTeam = role !== "office") {
  const accountId = await office.makeAccount();
  const from = "2026-01-01" as LocalDate;
  const place = isInTeam ? commune : role === "office" ? null : { ...commune, teamId: otherTeam };
  await grant(office, { accountId, communeId: 1, role, place, from, to: null });
  const { cookie } = await office.signIn(accountId);
  const [name = "", value = ""] = cookie.split("=");
  return { accountId, browser: testBrowser(() => office.platform, { cookies: new Map([[name, value]]) }) };
}

const params = () => ({ teamId: String(commune.teamId) });
const address = () => `/van-phong/to/${commune.teamId}/phieu`;
const openSlips = async () => {
  const { rows } = await office.db.superuser.query<{ purpose: string; accountId: string }>(
    `select purpose, account_id as "accountId" from enrolment_slip where revoked_at is null and used_at is null`,
  );
  return rows;
};

describe("slips of a team", () => {
  it("are one file in one answer that nothing keeps, and whoever lacks an account gets one", async () => {
    const { browser } = await somebody("office");
    for (const memberId of people) {
      const answer = await browser.post(print, `${address()}/in`, { memberId }, params());
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe("application/pdf");
      expect(answer.headers.get("Cache-Control")).toBe("no-store");
      expect(String(answer.body).slice(0, 5)).toBe("%PDF-");
    }
    expect(await openSlips()).toHaveLength(people.length);
    const { rows } = await office.db.superuser.query("select from member where account_id is null");
    expect(rows).toEqual([]);
  });

  it("printed twice at the same moment leave one slip open", async () => {
    const officers = await Promise.all([somebody("office"), somebody("office")]);
    const form = { memberId: commune.memberId };
    const answers = await Promise.all(
      officers.map(({ browser }) => browser.post(print, `${address()}/in`, form, params())),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await openSlips()).toHaveLength(1);
  });

  it("are the leader's to make for the own team", async () => {
    const { browser } = await somebody("leader");
    const answer = await browser.post(print, `${address()}/in`, { memberId: commune.memberId }, params());
    expect(answer.status).toBe(200);
  });

  it.each([
    ["a deputy", "deputy", true],
    ["another team's leader", "leader", false],
  ] as const)("are not there for %s", async (_who, role, isInTeam) => {
    const { browser } = await somebody(role, isInTeam);
    const answer = await browser.post(print, `${address()}/in`, { memberId: commune.memberId }, params());
    expect(answer.status).toBe(404);
    expect(await openSlips()).toEqual([]);
  });

  it("are never made by a leader for somebody who sees beyond the team, and by the office for a password only", async () => {
    const from = "2026-01-01" as LocalDate;
    const { accountId } = commune;
    await grant(office, { accountId, communeId: 1, role: "council", place: null, from, to: null });
    const form = { memberId: commune.memberId };
    const leader = await somebody("leader");
    const refused = await leader.browser.post(print, `${address()}/in`, form, params());
    expect(refused.status).toBe(303);
    expect(await openSlips()).toEqual([]);
    const officer = await somebody("office");
    expect((await officer.browser.post(print, `${address()}/in`, form, params())).status).toBe(200);
    expect(await openSlips()).toEqual([{ purpose: "reset", accountId }]);
    await office.db.superuser.query("delete from role_grant where role = 'council'");
  });

  it("a lost phone ends every session and leaves the second factor as it was", async () => {
    const { accountId } = commune;
    await office.signIn(accountId);
    const factor = async () => {
      const { rows } = await office.db.superuser.query(
        "select totp_secret_sealed, totp_confirmed_at, password_hash from account where id = $1",
        [accountId],
      );
      return rows;
    };
    const before = await factor();
    const { browser } = await somebody("leader");
    const answer = await browser.post(report, address(), { lost: commune.memberId }, params());
    expect(answer.location).toBe(`${address()}?mat=1`);
    const { rows } = await office.db.superuser.query(
      "select from session where account_id = $1 and revoked_at is null",
      [accountId],
    );
    expect(rows).toEqual([]);
    expect(await factor()).toEqual(before);
  });
});
