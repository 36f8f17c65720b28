import { beforeEach, describe, expect, it } from "vitest";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { checkFamily } from "#app/features/digital-family/check-family.server.ts";
import { declareFamily } from "#app/features/digital-family/declare-family.server.ts";
import { readFamily } from "#app/features/digital-family/read-family.server.ts";
import { readRecognitionDesk } from "#app/features/digital-family/read-recognition-desk.server.ts";
import { recogniseFamilies } from "#app/features/digital-family/recognise-families.server.ts";
import { answerRevocation, askRevocation } from "#app/features/titles/revoke-title.server.ts";
import * as village from "#app/routes/leader/families.tsx";
import * as one from "#app/routes/leader/family.tsx";
import * as desk from "#app/routes/office/families.tsx";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { officerOf } from "../titles/titled-team.ts";

const office = testOffice();
type Speaker = { readonly accountId: string; caller(): Promise<Caller> };
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const ENOUGH = [1, 2, 3, 4, 5, 6];
const DECISION = { number: "36/QĐ-UBND", date: day("2026-11-20") };
const householdAt = (at: number) => team.households[at] ?? "";
async function declare(by: Speaker, at: number, items: readonly number[] = ENOUGH, id = freshId()) {
  const caller = await by.caller();
  const verdict = await declareFamily(caller, {
    id,
    householdId: householdAt(at),
    items,
    channel: "phone",
    declaredOn: caller.today,
  });
  return { id, said: verdict.ok ? "ok" : verdict.code };
}
async function check(by: Speaker, at: number, declarationId: string, items: readonly number[] = ENOUGH) {
  const verdict = await checkFamily(await by.caller(), {
    householdId: householdAt(at),
    declarationId,
    items,
    note: null,
  });
  return verdict.ok ? "ok" : verdict.code;
}
async function recognise(by: Speaker, declarationIds: readonly string[], decision = DECISION) {
  const verdict = await recogniseFamilies(await by.caller(), { ...decision, declarationIds });
  return verdict.ok ? verdict.value.count : verdict.code;
}
/** As the guard of the household's page lets them in. */
async function stateOf(at: number) {
  const { cookie } = await office.signIn(team.officer.accountId);
  const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  const caller = await allow(
    { request, context: { platform: office.platform, visit } } as never,
    "family.read",
  );
  return (await readFamily(caller, householdAt(at)))?.state;
}
async function confirmed(at: number): Promise<string> {
  const { id } = await declare(team.lan, at);
  expect(await check(team.leader, at, id)).toBe("ok");
  return id;
}

describe("a digital family", () => {
  it("D02: declared by one, confirmed by another of the team, recognised by the office in bulk with number and date", async () => {
    const first = await declare(team.lan, 0);
    expect(await stateOf(0)).toBe("declared");
    expect(await check(team.lan, 0, first.id)).toBe("not_permitted");
    expect(await check(team.leader, 0, first.id)).toBe("ok");
    expect(await check(team.leader, 0, first.id)).toBe("ok");
    expect(await stateOf(0)).toBe("confirmed");
    const second = await confirmed(1);
    expect(await recognise(team.leader, [first.id])).toBe("family_not_confirmed");
    expect(await recognise(team.officer, [first.id, second])).toBe(2);
    expect(await recognise(team.officer, [first.id, second])).toBe(2);
    expect(await stateOf(0)).toBe("recognised");
    const awards = await rowsOf(
      office,
      team,
      "select subject, number, earned_on::text, valid_until::text from badge_award order by id",
    );
    expect(awards).toEqual(
      Array.from({ length: 2 }, () => ({
        subject: "household",
        number: "36/QĐ-UBND",
        earned_on: "2026-11-20",
        valid_until: "2027-11-19",
      })),
    );
  });

  it("D02: four eyes: not whoever wrote it down, nobody of the household, nothing that was not declared", async () => {
    const own = await declare(team.leader, 0);
    expect(await check(team.leader, 0, own.id)).toBe("family_own_record");
    expect((await declare(team.lan, 0)).said).toBe("family_declaration_waits");
    await rowsOf(
      office,
      team,
      "update member set household_id = $1::uuid where id = $2::uuid returning 1",
      householdAt(0),
      team.deputy.memberId,
    );
    expect(await check(team.deputy, 0, own.id)).toBe("family_own_household");
    const other = await declare(team.lan, 1, [1, 2, 3]);
    expect(await check(team.deputy, 1, other.id, [1, 2, 3, 9])).toBe("family_items_not_declared");
    const byHand = (by: string, items: string) =>
      rowsOf(
        office,
        team,
        `insert into family_check (commune_id, declaration_id, items, is_enough, checked_by, checked_at)
         values ($1::int, $2::uuid, $3::smallint[], true, $4::uuid, now()) returning 1`,
        team.commune.communeId,
        other.id,
        items,
        by,
      );
    await expect(byHand(team.lan.accountId, "{1}")).rejects.toThrow("cannot be confirmed");
    await expect(byHand(team.leader.accountId, "{9}")).rejects.toThrow("cannot be confirmed");
  });

  it("D02: six of nine with the first three, as they were confirmed and not as they were declared", async () => {
    const all = await declare(team.lan, 0);
    expect(await check(team.leader, 0, all.id, [1, 2, 4, 5, 6])).toBe("ok");
    expect(await stateOf(0)).toBe("short");
    expect(await recognise(team.officer, [all.id])).toBe("family_not_confirmed");
    await expect(
      rowsOf(
        office,
        team,
        `insert into badge_award (commune_id, id, badge_key, version, subject, subject_id, earned_on, basis, granted_at, granted_by)
         select commune_id, id, badge_key, version, 'household', household_id::text, current_date, '{}', now(), $1::uuid
           from family_declaration returning 1`,
        team.officer.accountId,
      ),
    ).rejects.toThrow("was not confirmed");
  });

  it("the office never recognises what it typed itself, and one that does not fit stops the whole decision", async () => {
    const typed = await declare(team.officer, 0);
    expect(await check(team.leader, 0, typed.id)).toBe("ok");
    const other = await confirmed(1);
    expect(await recognise(team.officer, [typed.id, other])).toBe("family_not_confirmed");
    expect(await rowsOf(office, team, "select 1 as one from badge_award")).toEqual([]);
    const second = await officerOf(office, team, "office");
    expect(await recognise(second, [typed.id, other])).toBe(2);
    expect(await recognise(second, [])).toBe("family_nobody_chosen");
  });

  it("D02: shows up for its yearly re-check thirty days before the end and is renewed by a new declaration", async () => {
    const { id } = { id: await confirmed(0) };
    await recognise(team.officer, [id]);
    office.setNow(new Date("2027-10-20T02:00:00Z"));
    expect(await stateOf(0)).toBe("due");
    expect((await readRecognitionDesk(await team.officer.caller())).due).toHaveLength(1);
    const again = await confirmed(0);
    expect(await stateOf(0)).toBe("confirmed");
    expect(await recognise(team.officer, [again], { number: "50/QĐ-UBND", date: day("2027-10-20") })).toBe(1);
    expect(await stateOf(0)).toBe("recognised");
    expect((await readRecognitionDesk(await team.officer.caller())).due).toEqual([]);
  });

  it("D02: is taken back by persons with a reason, and stays on record", async () => {
    const id = await confirmed(0);
    await recognise(team.officer, [id]);
    const chair = await officerOf(office, team, "commune_leader");
    const asked = await askRevocation(await team.officer.caller(), {
      id: freshId(),
      awardId: id,
      reason: "Khai không đúng",
    });
    expect(asked.ok).toBe(true);
    expect((await answerRevocation(await chair.caller(), { awardId: id, verdict: "revoked" })).ok).toBe(true);
    expect(await stateOf(0)).toBe("revoked");
    const desk = await readRecognitionDesk(await team.officer.caller());
    expect(desk.villages.find(({ id: at }) => at === team.villageId)?.recognised).toBe(0);
  });
});

describe("the screens of digital families", () => {
  it("D02: are ticked at the door, without a script; what is not the reader's village is not there", async () => {
    const browser = (by: { accountId: string }) => team.commune.browser(by.accountId);
    const params = { householdId: householdAt(0) };
    const lan = await browser(team.lan);
    const saved = await lan.post(one.action, "/", { act: "declare", id: freshId(), items: "1" }, params);
    expect(saved.status).toBe(303);
    const leader = await browser(team.leader);
    const { body } = await leader.get(one.loader, "/", params);
    expect(body.family).toMatchObject({ state: "declared", may: { check: true }, score: { met: 1 } });
    const far = await browser(team.far);
    expect((await far.get(one.loader, "/", params)).status).toBe(404);
    expect((await far.get(village.loader, `/gia-dinh-so?thon=${team.villageId}`)).status).toBe(404);
    expect((await leader.get(village.loader, "/gia-dinh-so?tt=declared")).body.list).toMatchObject({
      found: 1,
      total: 6,
      counts: { declared: 1, none: 5 },
    });
    expect((await leader.get(desk.loader, "/van-phong/gia-dinh-so")).status).toBe(404);
    const office = await browser(team.officer);
    const wrong = await office.post(desk.action, "/", {
      number: "x",
      date: "2026-11-20",
      declarationIds: freshId(),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.values).toMatchObject({ number: "x" });
  });
});
