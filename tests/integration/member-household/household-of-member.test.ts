import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { allow } from "#app/features/accounts/allow.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import { readQueue } from "#app/features/verification/read-queue.server.ts";
import { sayRejection } from "#app/messages/rejections.ts";
import { defaultTerms } from "#app/messages/terms.ts";
import { vi } from "#app/messages/vi.ts";
import * as byLeader from "#app/routes/leader/member-household.tsx";
import * as myTeam from "#app/routes/leader/my-team.tsx";
import * as decide from "#app/routes/leader/queue-decide.ts";
import * as me from "#app/routes/member/me.tsx";
import * as myData from "#app/routes/member/my-data.tsx";
import * as member from "#app/routes/office/member.tsx";
import * as byOffice from "#app/routes/office/member-household.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import {
  makePerson,
  makeTeam,
  type Person,
  plantClaim,
  type VerifyingTeam,
} from "../verification/planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;
let desk: TestBrowser;
let home: string;
let elsewhere: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
  desk = await team.commune.browser();
  home = await household("007", "Ông Cầm Văn Páo", team.villageId);
  elsewhere = await household("001", "Bà Lường Thị Mai", team.commune.villages.get("Thôn 2") ?? 0);
});

async function household(code: string, head: string, villageId: number): Promise<string> {
  const id = freshId();
  await team.commune.act((tx, act) =>
    insertHouseholds(tx, office.platform.keys, act, [
      { id, villageId, code, head, lane: "Ngõ 2", adults: 3, priorities: [], validFrom: day("2026-01-01") },
    ]),
  );
  return id;
}

const browserOf = ({ accountId }: Person) => team.commune.browser(accountId);
const place = (browser: TestBrowser, of: Person, form: Record<string, string>, as = byOffice) =>
  browser.post(as.action, "/", form, { memberId: of.memberId });
const setHome = (of: Person, householdId = home) => place(desk, of, { act: "set", householdId });

async function homeOf({ memberId }: Person): Promise<string | null> {
  const { rows } = await office.db.maintain.query<{ id: string | null }>(
    "select household_id as id from member where id = $1",
    [memberId],
  );
  return rows[0]?.id ?? null;
}

async function tries(as: Person, claimId: string) {
  const decisions = [
    { decisionId: freshId(), claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null },
  ];
  const browser = await browserOf(as);
  const { body } = await browser.post(decide.action, "/api/duyet", { decisions: JSON.stringify(decisions) });
  return JSON.parse(body).results[0];
}

async function waitingFor(as: Person): Promise<string[]> {
  const browser = await browserOf(as);
  const loader = async (args: LoaderFunctionArgs) => readQueue(await allow(args, "activity.verify"), {});
  const { body } = await browser.get(loader, "/duyet");
  return body.groups.flatMap(({ cards }: { cards: { id: string }[] }) => cards.map(({ id }) => id));
}

describe("people of one household", () => {
  it("A15: do not verify each other; the claim goes to the deputy and the sentence says why", async () => {
    await setHome(team.leader);
    await setHome(team.lan);
    const claimId = await plantClaim(office, team, { by: team.lan });
    expect(await waitingFor(team.leader)).toEqual([]);
    expect(await waitingFor(team.deputy)).toEqual([claimId]);
    const refused = await tries(team.leader, claimId);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: "verify_same_household", instead: { as: "deputy" } },
    });
    const sentence = sayRejection(vi.rejections, refused.refusal, defaultTerms.vi);
    expect(sentence).toContain("cùng hộ với bạn");
    expect(sentence).toContain("tổ phó");
    expect(await tries(team.deputy, claimId)).toMatchObject({ ok: true });
  });

  it("A15: the rule holds from the moment the household is recorded, for work that waits already", async () => {
    const claimId = await plantClaim(office, team, { by: team.lan });
    expect(await waitingFor(team.leader)).toEqual([claimId]);
    await setHome(team.leader);
    expect(await waitingFor(team.leader)).toEqual([claimId]);
    await setHome(team.lan);
    expect(await waitingFor(team.leader)).toEqual([]);
    await place(desk, team.lan, { act: "clear" });
    expect(await waitingFor(team.leader)).toEqual([claimId]);
  });
});

describe("who says where a member lives", () => {
  it("the office, on the member's page; the member sees it on their own", async () => {
    const answer = await setHome(team.lan);
    expect(answer.status).toBe(303);
    expect(answer.location).toContain(`/van-phong/thanh-vien/${team.lan.memberId}`);
    const { body } = await desk.get(member.loader, "/", { memberId: team.lan.memberId });
    expect(body.home).toMatchObject({ code: "007", head: "Ông Cầm Văn Páo", villageName: "Thôn 1" });
    const own = await (await browserOf(team.lan)).get(me.loader, "/ho-so-cua-toi");
    expect(own.body.home).toMatchObject({ code: "007", lane: "Ngõ 2" });
    const kept = await (await browserOf(team.lan)).get(myData.loader, "/du-lieu-cua-toi");
    expect(kept.body.data.household).toEqual({ village: "Thôn 1", code: "007" });
    await place(desk, team.lan, { act: "clear" });
    expect((await (await browserOf(team.lan)).get(me.loader, "/")).body.home).toBeNull();
  });

  it("the leader for their own team and their own village's list, and nobody else's", async () => {
    const leader = await browserOf(team.leader);
    const { body } = await leader.get(byLeader.loader, "/", { memberId: team.lan.memberId });
    expect(body.view.households).toEqual([{ id: home, code: "007", lane: "Ngõ 2", head: "Ông Cầm Văn Páo" }]);
    expect(body.view.villages.map(({ name }: { name: string }) => name)).toEqual(["Thôn 1"]);
    expect((await place(leader, team.lan, { act: "set", householdId: home }, byLeader)).status).toBe(303);
    expect(await homeOf(team.lan)).toBe(home);
    const seen = await leader.get(myTeam.loader, "/to-cua-toi");
    expect(seen.body.views[0].homes).toEqual({ [team.lan.memberId]: "007" });

    const far = await place(leader, team.lan, { act: "set", householdId: elsewhere }, byLeader);
    expect(far.status).toBe(422);
    expect(far.body.problems).toEqual({ householdId: { code: "own_household_not_listed" } });
    const otherTeam = await team.commune.team("Thôn 2");
    const stranger = await makePerson(team.commune, otherTeam, "Hà Văn Thắng", "member");
    expect((await place(leader, stranger, { act: "set", householdId: home }, byLeader)).status).toBe(404);
    expect(await homeOf(stranger)).toBeNull();
  });

  it("neither the person themselves nor who shares the household with them", async () => {
    const leader = await browserOf(team.leader);
    const own = await place(leader, team.leader, { act: "set", householdId: home }, byLeader);
    expect(own.body.problems).toEqual({ form: { code: "own_household_by_others" } });
    await setHome(team.leader);
    await setHome(team.lan);
    const split = await place(leader, team.lan, { act: "clear" }, byLeader);
    expect(split.body.problems).toEqual({ form: { code: "own_household_shared_with_you" } });
    expect(await homeOf(team.lan)).toBe(home);
    const { body } = await leader.get(byLeader.loader, "/", { memberId: team.lan.memberId });
    expect(body.view.refusal).toMatchObject({ code: "own_household_shared_with_you" });
  });

  it("no member and no deputy; nothing that is not a household of a list; a leader's page alone shows the numbers", async () => {
    for (const as of [team.deputy, team.minh]) {
      const browser = await browserOf(as);
      expect((await place(browser, team.lan, { act: "set", householdId: home }, byLeader)).status).toBe(404);
      expect((await place(browser, team.lan, { act: "set", householdId: home })).status).toBe(404);
      expect((await browser.get(myTeam.loader, "/to-cua-toi")).body.views[0].homes).toBeNull();
    }
    for (const householdId of [freshId(), "khong-phai-ho", ""]) {
      expect((await place(desk, team.lan, { act: "set", householdId })).status).toBe(422);
    }
    await office.db.maintain.query("update household set valid_to = '2026-06-30' where id = $1", [home]);
    expect((await setHome(team.lan)).body.problems).toEqual({
      householdId: { code: "own_household_not_listed" },
    });
    expect(await homeOf(team.lan)).toBeNull();
  });

  it("and every change of it stands in the audit log with who did it", async () => {
    await setHome(team.lan);
    const { rows } = await office.db.maintain.query<{ verb: string; actor: string; body: string }>(
      `select verb, actor_id::text as actor, body from audit_log
        where commune_id = $1 and table_name = 'member' and verb = 'member-household.place'`,
      [team.commune.communeId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.actor).toBe(team.commune.officerId);
    expect(JSON.parse(rows[0]?.body ?? "[]")[0]).toMatchObject({
      was: { household_id: null },
      now: { household_id: home },
    });
  });
});
