import { beforeEach, describe, expect, it } from "vitest";
import { DEPUTY_AFTER_MS } from "#app/domain/verification/may-verify.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { approval, decide, expectBooksInOrder, ledgerOf } from "./books.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const sumOf = (ledger: Record<string, number>) =>
  Object.values(ledger).reduce((sum, points) => sum + points, 0);

describe("an approval", () => {
  it("A14: books what the work is worth, to the member, the team, the village and the month of the work", async () => {
    const id = await send(team.lan, work([person(0), { outcome: "with_help" }]));
    const outcome = await decide(team.leader, approval(id));
    expect(outcome).toEqual({
      ok: true,
      value: { points: 500, capped: [], monthId: 202612, isAdjustment: false },
    });
    const lines = await rowsOf(
      office,
      team,
      `select kind, rule, points, member_id as member, team_id as team, village_id as village, month_id as month,
              is_adjustment as late, scheme_version as version, claim_id as claim, verifier_id as verifier
         from ledger_line order by points`,
    );
    const same = {
      kind: "award",
      rule: "online-public-service",
      member: team.lan.memberId,
      team: team.teamId,
      village: team.villageId,
      month: 202612,
      late: false,
      version: 1,
      claim: id,
      verifier: team.leader.accountId,
    };
    expect(lines).toEqual([
      { ...same, points: 100 },
      { ...same, points: 400 },
    ]);
    const [claim] = await rowsOf(office, team, "select state, month_id as month from claim");
    expect(claim).toEqual({ state: "verified", month: 202612 });
    const [decision] = await rowsOf(office, team, 'select decided_as as "as", verdict from claim_decision');
    expect(decision).toEqual({ as: "leader", verdict: "approve" });
    await expectBooksInOrder(office, team);
  });

  it("nothing counts before it: a claim that waits has no line and no sum", async () => {
    await send(team.lan, work([person(0)]));
    expect(await ledgerOf(office, team)).toEqual({});
    expect(await rowsOf(office, team, "select * from standing")).toEqual([]);
  });

  it("rule 3: sent twice counts once and answers the same; the same name for another decision is refused", async () => {
    const id = await send(team.lan, work([person(0)]));
    const other = await send(team.lan, work([person(1)]));
    const decision = approval(id);
    const first = await decide(team.leader, decision);
    expect(await decide(team.leader, decision)).toEqual(first);
    const caller = await team.leader.caller();
    const [again, twice] = await decideClaims(caller, [decision, decision]);
    expect([again?.outcome, twice?.outcome]).toEqual([first, first]);
    const reused = { ok: false, code: "decision_id_reused" };
    expect(await decide(team.leader, { ...decision, claimId: other })).toEqual(reused);
    expect(await decide(team.leader, { ...decision, verdict: "reject", reason: "Không đúng" })).toEqual(
      reused,
    );
    expect(await rowsOf(office, team, "select id from claim_decision")).toHaveLength(1);
    await expectBooksInOrder(office, team);
  });

  it("of a revision that is no longer the one seen is refused, and so is a second word on the same claim", async () => {
    const id = await send(team.lan, work([person(0)]));
    expect(await decide(team.leader, approval(id, { revision: 2 }))).toEqual({
      ok: false,
      code: "claim_changed",
      revision: 1,
    });
    await decide(team.leader, approval(id));
    expect(await decide(team.leader, approval(id))).toEqual({
      ok: false,
      code: "claim_not_open",
      state: "verified",
    });
    expect(await decide(team.leader, approval(freshId()))).toEqual({ ok: false, code: "not_permitted" });
  });

  it("a return and a rejection need a reason and book nothing", async () => {
    const [back, no] = [await send(team.lan, work([person(0)])), await send(team.lan, work([person(1)]))];
    expect(await decide(team.leader, approval(back, { verdict: "return", reason: "  " }))).toEqual({
      ok: false,
      code: "decision_needs_reason",
    });
    const effect = { ok: true, value: { points: 0, capped: [], monthId: null, isAdjustment: false } };
    expect(await decide(team.leader, approval(back, { verdict: "return", reasonCode: "photo" }))).toEqual(
      effect,
    );
    expect(await decide(team.leader, approval(no, { verdict: "reject", reason: "Không có" }))).toEqual(
      effect,
    );
    const states = await rowsOf(office, team, "select state from claim order by state");
    expect(states.map(({ state }) => state)).toEqual(["rejected", "returned"]);
    expect(await ledgerOf(office, team)).toEqual({});
  });

  it("C32: beyond the day's cap the answer says what was cut, and so does its repetition", async () => {
    const filed = { bonuses: { "dossier-filed": 1 } };
    const evening = async (from: number) =>
      send(team.lan, work([0, 1, 2, 3].map((index) => ({ ...person(index, from), ...filed }))));
    const [first, second] = [approval(await evening(1)), approval(await evening(2))];
    expect(await decide(team.leader, first)).toMatchObject({ value: { points: 2_400, capped: [] } });
    const cut = { points: 1_600, capped: [{ kind: "day_cap", rule: "day_cap", points: -800 }] };
    expect(await decide(team.leader, second)).toMatchObject({ value: cut });
    expect(await decide(team.leader, second)).toMatchObject({ value: cut });
    expect(sumOf(await ledgerOf(office, team))).toBe(4_000);
    await expectBooksInOrder(office, team);
  });

  it("the same person and service earn once, whoever is approved first", async () => {
    const early = await send(team.lan, work([person(0)], { workDate: day("2026-11-18") }));
    const late = await send(team.minh, work([person(0)], { workDate: day("2026-11-19") }));
    expect(await decide(team.leader, approval(late))).toMatchObject({ value: { points: 400 } });
    expect(await decide(team.leader, approval(early))).toMatchObject({ value: { points: 400 } });
    const ledger = await ledgerOf(office, team);
    expect(ledger[`repeat:${late}:1:1:${team.minh.memberId}`]).toBe(-400);
    expect(sumOf(ledger)).toBe(400);
    await expectBooksInOrder(office, team);
  });

  it("bulk books what single approvals book, in the same lines, with a refusal between them", async () => {
    const send4 = async () => [
      await send(team.lan, work([person(0), person(1)])),
      await send(team.lan, work([person(0, 2)])),
      await send(team.leader, work([person(3)])),
      await send(
        team.lan,
        work([person(0)], { helpers: [{ memberId: team.minh.memberId, part: "helper" }] }),
      ),
    ];
    const bulk = await send4();
    const answers = await decideClaims(
      await team.leader.caller(),
      bulk.map((id) => approval(id)),
    );
    expect(answers.map(({ outcome }) => (outcome.ok ? outcome.value.points : outcome.code))).toEqual([
      800,
      400,
      "verify_own_claim",
      0,
    ]);
    await expectBooksInOrder(office, team);
    const shape = `select replace(line_key, claim_id::text, '') as key, step, kind, points, month_id from ledger_line
                    where claim_id is null or claim_id = any($1::uuid[]) order by seq`;
    const together = await rowsOf(office, team, shape, bulk);
    team = await makeLoggingTeam(office);
    const single = await send4();
    for (const id of single) await decide(team.leader, approval(id));
    const alone = await rowsOf(office, team, shape, single);
    expect(alone.map(({ step, kind, points }) => [step, kind, points])).toEqual(
      together.map(({ step, kind, points }) => [step, kind, points]),
    );
  });
});

describe("T1: nobody verifies what is theirs", () => {
  it("refused by the verb: own work, a helper's, what one typed, the same household, the same phone", async () => {
    const { leader, lan, deputy } = team;
    const helped = { helpers: [{ memberId: leader.memberId, part: "helper" as const }] };
    const own = await send(leader, work([person(0)]));
    const helping = await send(lan, work([person(1)], helped));
    expect(await decide(leader, approval(own))).toMatchObject({ ok: false, code: "verify_own_claim" });
    expect(await decide(leader, approval(helping))).toMatchObject({ ok: false, code: "verify_took_part" });
    const theirs = await send(lan, work([person(2)]));
    await rowsOf(
      office,
      team,
      "update member set household_id = $1::uuid where id = any($2::uuid[]) returning id",
      team.households[0],
      [leader.memberId, lan.memberId],
    );
    expect(await decide(leader, approval(theirs))).toMatchObject({
      ok: false,
      code: "verify_same_household",
    });
    expect(await decide(deputy, approval(own))).toMatchObject({ ok: true });
    const typed = await send(team.minh, work([person(3)]));
    await rowsOf(
      office,
      team,
      "update claim set entered_by = $1::uuid where id = $2::uuid returning id",
      leader.accountId,
      typed,
    );
    expect(await decide(leader, approval(typed))).toMatchObject({ ok: false, code: "verify_typed_by_you" });
    const sent = await send(team.minh, work([person(4)]));
    const caller = await leader.caller();
    await rowsOf(
      office,
      team,
      "update claim set device_id = $1::uuid where id = $2::uuid returning id",
      caller.session.deviceId,
      sent,
    );
    const [phone] = await decideClaims(caller, [approval(sent)]);
    expect(phone?.outcome).toMatchObject({ ok: false, code: "verify_same_device" });
    expect(await decide(team.far, approval(sent))).toMatchObject({ ok: false });
    await expectBooksInOrder(office, team);
  });

  it("refused by the database: the same four ways, and a line without an approval", async () => {
    const { leader, lan, minh } = team;
    const insert = (claim: string, by: string, device: string | null = null) =>
      rowsOf(
        office,
        team,
        `insert into claim_decision (commune_id, id, claim_id, revision, verdict, decided_by, decided_as, device_id, decided_at)
         values ($1, $2::uuid, $3::uuid, 1, 'approve', $4::uuid, 'leader', $5::uuid, now()) returning id`,
        team.commune.communeId,
        freshId(),
        claim,
        by,
        device,
      );
    const helped = { helpers: [{ memberId: leader.memberId, part: "helper" as const }] };
    const claim = await send(lan, work([person(0)]));
    await expect(insert(claim, lan.accountId)).rejects.toThrow(/four eyes/);
    await expect(insert(await send(lan, work([person(1)], helped)), leader.accountId)).rejects.toThrow(
      /four eyes/,
    );
    const [{ device }] = await rowsOf(
      office,
      team,
      "select device_id as device from claim where id = $1::uuid",
      claim,
    );
    await expect(insert(claim, leader.accountId, device)).rejects.toThrow(/four eyes/);
    await rowsOf(
      office,
      team,
      "update member set household_id = $1::uuid where id = any($2::uuid[]) returning id",
      team.households[0],
      [minh.memberId, lan.memberId],
    );
    await expect(insert(claim, minh.accountId)).rejects.toThrow(/four eyes/);
    await insert(claim, leader.accountId);
    const line = `insert into ledger_line (commune_id, line_key, step, kind, rule, points, member_id, team_id, work_date,
        month_id, scheme_version, claim_id, revision, unit, decision_id, verifier_id, made_at)
      select c.commune_id, 'award:x', 0, 'award', 'x', 100, c.member_id, c.team_id, c.work_date, 202612, 1, c.id, 1, 1,
             d.id, d.decided_by, now()
        from claim c, claim_decision d where c.id <> d.claim_id returning seq`;
    await expect(rowsOf(office, team, line)).rejects.toThrow(/without the approval/);
  });

  it("no reversal by the one whose work it is, and none by somebody of another team", async () => {
    const { reverseClaim } = await import("#app/features/ledger/reverse-claim.server.ts");
    const id = await send(team.leader, work([person(0)]));
    await decide(team.deputy, approval(id));
    const reversal = {
      decisionId: freshId(),
      claimId: id,
      revision: 1,
      reasonCode: null,
      reason: "Ghi nhầm",
    };
    expect(await reverseClaim(await team.leader.caller(), reversal)).toMatchObject({
      code: "verify_own_claim",
    });
    expect(await reverseClaim(await team.lan.caller(), reversal)).toEqual({
      ok: false,
      code: "not_permitted",
    });
    expect(await reverseClaim(await team.deputy.caller(), reversal)).toMatchObject({
      ok: true,
      value: { points: -400 },
    });
    await expectBooksInOrder(office, team);
  });
});

describe("whose turn it is", () => {
  it("A15: the deputy decides the leader's own claim at once, a member's after 72 hours", async () => {
    const own = await send(team.leader, work([person(0)]));
    const other = await send(team.lan, work([person(1)]));
    expect(await decide(team.deputy, approval(own))).toMatchObject({ ok: true });
    const decision = approval(other);
    expect(await decide(team.deputy, decision)).toMatchObject({ ok: false, code: "verify_not_yet" });
    office.setNow(new Date(NOW.getTime() + DEPUTY_AFTER_MS));
    expect(await decide(team.deputy, decision)).toMatchObject({ ok: true });
  });
});
