import { beforeEach, describe, expect, it } from "vitest";
import { amendClaim, type ClaimAmendment } from "#app/features/ledger/amend-claim.server.ts";
import { type ClaimReversal, reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { approval, decide, expectBooksInOrder, ledgerOf } from "./books.ts";

const office = testOffice();
let team: LoggingTeam;

/** In the month that ends on 14 November, and after its grace. */
const EARLIER = new Date("2026-11-12T02:00:00Z");
const THAT_DAY = day("2026-11-11");

beforeEach(async () => {
  office.setNow(EARLIER);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const earlier = (index: number, wish = {}) => work([person(index)], { workDate: THAT_DAY, ...wish });
const sumOf = (ledger: Record<string, number>) =>
  Object.values(ledger).reduce((sum, points) => sum + points, 0);

async function reverse(by: Logger, claimId: string, wish: Partial<ClaimReversal> = {}) {
  const reversal = {
    decisionId: freshId(),
    claimId,
    revision: 1,
    reasonCode: null,
    reason: "Không có người này",
  };
  return reverseClaim(await by.caller(), { ...reversal, ...wish });
}

async function amend(by: Logger, claimId: string, wish: Partial<ClaimAmendment>) {
  const amendment = {
    decisionId: freshId(),
    claimId,
    revision: 1,
    change: {},
    reasonCode: null,
    reason: "Sai hộ",
  };
  return amendClaim(await by.caller(), { ...amendment, ...wish });
}

async function closeThatMonth() {
  office.setNow(NOW);
  await advanceMonths(office.platform, team.commune.communeId, NOW);
}

const standings = (month: number) =>
  rowsOf(
    office,
    team,
    `select subject, points::float8 as points, claims, visits from standing
      where month_id = $1 and subject in ('member', 'commune') order by 1, 2`,
    month,
  );

describe("taken back", () => {
  it("leaves nothing of the claim: each line is undone by one that points to it and names the reason", async () => {
    const id = await send(team.lan, earlier(0));
    await decide(team.leader, approval(id));
    const reversal = { decisionId: freshId() };
    const outcome = await reverse(team.leader, id, reversal);
    expect(outcome).toEqual({
      ok: true,
      value: { points: -400, capped: [], monthId: 202611, isAdjustment: false },
    });
    expect(await reverse(team.leader, id, reversal)).toEqual(outcome);
    expect(await ledgerOf(office, team)).toEqual({});
    const lines = await rowsOf(
      office,
      team,
      "select points, step, reason, corrects_seq is not null as undoes from ledger_line order by seq",
    );
    expect(lines).toEqual([
      { points: 400, step: 0, reason: null, undoes: false },
      { points: -400, step: 1, reason: "Không có người này", undoes: true },
    ]);
    expect(await reverse(team.leader, id)).toEqual({ ok: false, code: "claim_not_open", state: "reversed" });
    expect(await standings(202611)).toEqual([
      { subject: "commune", points: 0, claims: 0, visits: 0 },
      { subject: "member", points: 0, claims: 0, visits: 0 },
    ]);
    await expectBooksInOrder(office, team);
  });

  it("lets the next one earn that it stood before, and gives back what a cap had cut", async () => {
    const first = await send(team.lan, earlier(0));
    const again = await send(team.minh, earlier(0, { workDate: day("2026-11-12") }));
    await decide(team.leader, approval(again));
    await decide(team.leader, approval(first));
    expect(sumOf(await ledgerOf(office, team))).toBe(400);
    await reverse(team.leader, first);
    expect(await ledgerOf(office, team)).toEqual({ [`award:${again}:1:1:${team.minh.memberId}`]: 400 });
    await expectBooksInOrder(office, team);
  });

  it("rule 6: after its month was frozen it is an adjustment of the open one, and the frozen figures stand", async () => {
    const id = await send(team.lan, earlier(0, { visits: 3 }));
    await decide(team.leader, approval(id));
    const frozen = await standings(202611);
    await closeThatMonth();
    expect(await reverse(team.officer, id)).toEqual({
      ok: true,
      value: { points: -400, capped: [], monthId: 202612, isAdjustment: true },
    });
    expect(await standings(202611)).toEqual(frozen);
    expect(await standings(202612)).toEqual([
      { subject: "commune", points: -400, claims: 0, visits: 0 },
      { subject: "member", points: -400, claims: 0, visits: 0 },
    ]);
    await expectBooksInOrder(office, team);
  });
});

describe("late", () => {
  it("T5: work of a month that takes no more lines is booked in the open one, under its own month's rules", async () => {
    const id = await send(team.lan, earlier(0));
    await closeThatMonth();
    const decision = approval(id);
    const outcome = await decide(team.leader, decision);
    expect(outcome).toEqual({
      ok: true,
      value: { points: 400, capped: [], monthId: 202612, isAdjustment: true },
    });
    expect(await decide(team.leader, decision)).toEqual(outcome);
    const [line] = await rowsOf(
      office,
      team,
      "select month_id as month, is_adjustment as late, work_date::text as day from ledger_line",
    );
    expect(line).toEqual({ month: 202612, late: true, day: THAT_DAY });
    await expectBooksInOrder(office, team);
  });

  it("the minute counts, not how late the clock of months is: after grace nothing enters the month", async () => {
    const id = await send(team.lan, earlier(0));
    office.setNow(NOW);
    expect(await decide(team.leader, approval(id))).toMatchObject({
      value: { monthId: 202612, isAdjustment: true },
    });
  });

  it("the day's cap of a closed month still holds for what comes late", async () => {
    const filed = { bonuses: { "dossier-filed": 1 } };
    const evening = (slot: number) =>
      work(
        [0, 1, 2, 3].map((index) => ({ ...person(index, slot), ...filed })),
        { workDate: THAT_DAY },
      );
    const [first, late] = [await send(team.lan, evening(1)), await send(team.lan, evening(2))];
    await decide(team.leader, approval(first));
    await closeThatMonth();
    expect(await decide(team.leader, approval(late))).toMatchObject({
      value: { points: 1_600, isAdjustment: true, capped: [{ kind: "day_cap", points: -800 }] },
    });
    await expectBooksInOrder(office, team);
  });
});

describe("put right", () => {
  it("another person, date, kind and number of visits: a new revision, the old points taken back in the same act", async () => {
    const id = await send(team.lan, earlier(0));
    await decide(team.leader, approval(id));
    const decision = {
      decisionId: freshId(),
      change: { units: earlier(1, {}).units, visits: 7, workDate: day("2026-11-10") },
    };
    const outcome = await amend(team.leader, id, decision);
    expect(outcome).toMatchObject({ ok: true, value: { points: 0, monthId: 202611 } });
    expect(await amend(team.leader, id, decision)).toEqual(outcome);
    expect(await ledgerOf(office, team)).toEqual({ [`award:${id}:2:1:${team.lan.memberId}`]: 400 });
    const [claim] = await rowsOf(
      office,
      team,
      "select state, revision, visits, work_date::text as day from claim",
    );
    expect(claim).toEqual({ state: "verified", revision: 2, visits: 7, day: "2026-11-10" });
    const [unit] = await rowsOf(office, team, "select household_id as home from claim_unit");
    expect(unit).toEqual({ home: team.households[1] });
    const revisions = await rowsOf(
      office,
      team,
      "select revision, made_by as by from claim_revision order by 1",
    );
    expect(revisions.map(({ by }) => by)).toEqual([team.lan.accountId, team.leader.accountId]);
    expect(await standings(202611)).toEqual([
      { subject: "commune", points: 400, claims: 1, visits: 7 },
      { subject: "member", points: 400, claims: 1, visits: 7 },
    ]);
    await expectBooksInOrder(office, team);
    const kind = {
      units: [{ ...earlier(1).units[0], serviceKey: null, outcome: null }],
      activityKey: "eid-level-2",
    };
    expect(await amend(team.leader, id, { revision: 2, change: kind as never })).toMatchObject({
      ok: true,
      value: { points: -100 },
    });
    await expectBooksInOrder(office, team);
  });

  it("another village: both move together, and only to a team the member was in", async () => {
    const [{ id: farTeam, village }] = await rowsOf(
      office,
      team,
      "select id, village_id as village from team where id <> $1",
      team.teamId,
    );
    const id = await send(team.lan, earlier(0));
    await decide(team.leader, approval(id));
    const elsewhere = await amend(team.leader, id, { teamId: farTeam });
    expect(elsewhere).toMatchObject({ ok: false, code: "claim_has_problems" });
    await team.commune.join(team.lan.memberId, farTeam);
    await amend(team.leader, id, { teamId: farTeam });
    const rows = await rowsOf(
      office,
      team,
      "select subject_id as id, points::float8 as points, claims from standing where subject = 'village' order by points",
    );
    expect(rows).toEqual([
      { id: String(team.villageId), points: 0, claims: 0 },
      { id: String(village), points: 400, claims: 1 },
    ]);
  });

  it("not by the member, nor by whoever would become part of it, and not without a reason or what nobody may write", async () => {
    const id = await send(team.lan, earlier(0));
    await decide(team.leader, approval(id));
    expect(await amend(team.lan, id, { change: { visits: 9 } })).toEqual({
      ok: false,
      code: "not_permitted",
    });
    const helpers = [{ memberId: team.leader.memberId, part: "helper" as const }];
    expect(await amend(team.leader, id, { change: { helpers } })).toMatchObject({ code: "verify_took_part" });
    expect(await amend(team.leader, id, { reason: null })).toMatchObject({ code: "decision_needs_reason" });
    expect(await amend(team.leader, id, { change: { workDate: day("2027-01-01") } })).toMatchObject({
      code: "claim_has_problems",
    });
    expect(await amend(team.leader, id, { revision: 2 })).toMatchObject({ ok: false, code: "claim_changed" });
    await expectBooksInOrder(office, team);
  });

  it("after its month was frozen: the old points go and the new come, both as adjustments", async () => {
    const id = await send(team.lan, earlier(0));
    await decide(team.leader, approval(id));
    await closeThatMonth();
    const change = { units: earlier(1).units.map((unit) => ({ ...unit, outcome: "knows" as const })) };
    expect(await amend(team.officer, id, { change })).toMatchObject({
      ok: true,
      value: { points: -300, monthId: 202612, isAdjustment: true },
    });
    const lines = await rowsOf(
      office,
      team,
      "select points, month_id as month, is_adjustment as late from ledger_line order by seq",
    );
    expect(lines).toEqual([
      { points: 400, month: 202611, late: false },
      { points: -400, month: 202612, late: true },
      { points: 100, month: 202612, late: true },
    ]);
    await expectBooksInOrder(office, team);
  });
});
