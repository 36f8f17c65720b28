import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { DEPUTY_AFTER_MS, OFFICE_AFTER_MS } from "#app/domain/verification/may-verify.ts";
import type { Queue } from "#app/domain/verification/queue.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import { labelPersonSlot } from "#app/features/households/label-person-slot.server.ts";
import { delegateLeadership } from "#app/features/roster/delegate-leadership.server.ts";
import { putInCharge } from "#app/features/roster/put-in-charge.server.ts";
import { type QueueFilter, readQueue } from "#app/features/verification/read-queue.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makePerson, makeTeam, plantClaim, type VerifyingTeam } from "./planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
});

async function queueOf(accountId: string, filter: QueueFilter = {}): Promise<Queue> {
  const browser = await team.commune.browser(accountId);
  const loader = async (args: LoaderFunctionArgs) => readQueue(await allow(args, "activity.verify"), filter);
  return (await browser.get(loader, "/duyet")).body;
}

const idsOf = ({ groups }: Queue) => groups.flatMap(({ cards }) => cards.map(({ id }) => id));
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60 * 1000);

describe("what a leader sees", () => {
  it("A14: whatever waits in the team, by member and day, the longest waiting first", async () => {
    const late = await plantClaim(office, team, { by: team.minh, submittedAt: hoursAgo(1) });
    const first = await plantClaim(office, team, { by: team.lan, submittedAt: hoursAgo(30) });
    const sameDay = await plantClaim(office, team, { by: team.lan, submittedAt: hoursAgo(0.5) });
    const otherDay = await plantClaim(office, team, {
      by: team.lan,
      workDate: "2026-11-18",
      submittedAt: hoursAgo(2),
    });
    const queue = await queueOf(team.leader.accountId);
    expect(queue.groups.map(({ memberName, workDate }) => `${memberName} ${workDate}`)).toEqual([
      "Vì Thị Lan 2026-11-19",
      "Vì Thị Lan 2026-11-18",
      "Quàng Văn Minh 2026-11-19",
    ]);
    expect(idsOf(queue)).toEqual([first, sameDay, otherDay, late]);
    expect(queue).toMatchObject({ total: 4, later: { count: 0 } });
    expect(queue.groups[0]?.cards[0]).toMatchObject({ activityName: expect.any(String), as: "leader" });
  });

  it("nothing of their own: not claimed, not helped with, not taught, not typed", async () => {
    const { leader, lan, minh } = team;
    await plantClaim(office, team, { by: leader });
    await plantClaim(office, team, { by: lan, helpers: [leader] });
    await plantClaim(office, team, { by: lan, teachers: [leader] });
    await plantClaim(office, team, { by: lan, enteredBy: leader.accountId });
    const theirs = await plantClaim(office, team, { by: minh, helpers: [lan] });
    const queue = await queueOf(leader.accountId);
    expect(idsOf(queue)).toEqual([theirs]);
    expect(queue.total).toBe(1);
  });

  it("nothing of another team, and a member of the team sees no queue at all", async () => {
    await plantClaim(office, team, { by: team.lan });
    const otherTeam = await team.commune.team("Thôn 2");
    const otherLeader = await makePerson(team.commune, otherTeam, "Hà Văn Thắng", "leader");
    expect((await queueOf(otherLeader.accountId)).total).toBe(0);
    const browser = await team.commune.browser(team.lan.accountId);
    const answer = await browser.get((args: LoaderFunctionArgs) => allow(args, "activity.verify"), "/duyet");
    expect(answer.status).toBe(404);
  });

  it("the resident's label, opened for the checker and for nobody before their turn", async () => {
    const householdId = freshId();
    await team.commune.act(async (tx, act) => {
      await insertHouseholds(tx, office.platform.keys, act, [
        {
          id: householdId,
          villageId: team.villageId,
          validFrom: day("2026-01-01"),
          code: "007",
          head: "Vì Văn Páo",
          lane: "Ngõ suối",
          adults: 2,
          priorities: [],
        },
      ]);
      await labelPersonSlot(tx, office.platform.keys, act, {
        householdId,
        slot: 1,
        name: "Bà Lan",
        phone: "123",
        sight: "all",
      });
    });
    await plantClaim(office, team, { by: team.lan, unit: { householdId, slot: 1 } });
    const seen = await queueOf(team.leader.accountId);
    expect(seen.groups[0]?.cards[0]?.units).toMatchObject([{ label: "Bà Lan ...123", householdCode: "007" }]);
    expect(JSON.stringify(await queueOf(team.deputy.accountId))).not.toContain("Bà Lan");
  });

  it("which claims lose their month if nobody decides them within three days", async () => {
    await plantClaim(office, team, { by: team.lan, workDate: "2026-11-19" });
    const old = await plantClaim(office, team, { by: team.lan, workDate: "2026-10-20" });
    const { communeId } = team.commune;
    await team.commune.act(async (tx) => {
      const { findMonthHolding } = await import("#app/features/months/find-month.server.ts");
      const month = await findMonthHolding(tx, communeId, day("2026-10-20"), NOW.getTime());
      await findMonthHolding(tx, communeId, day("2026-11-19"), NOW.getTime());
      const soon = new Date(NOW.getTime() + 24 * 60 * 60 * 1000);
      await tx.month.updateMany({
        where: { communeId, id: month.id },
        data: { graceEndsAt: soon, appealsEndAt: new Date(soon.getTime() + 6 * 24 * 60 * 60 * 1000) },
      });
    });
    const queue = await queueOf(team.leader.accountId, { onlyDueSoon: true });
    expect(idsOf(queue)).toEqual([old]);
    expect(queue.dueSoon).toBe(1);
  });
});

describe("whose turn it is", () => {
  it("A15: the deputy sees the leader's own work at once, other work after 72 hours", async () => {
    const own = await plantClaim(office, team, { by: team.leader });
    const waiting = await plantClaim(office, team, { by: team.lan });
    const before = await queueOf(team.deputy.accountId);
    expect(idsOf(before)).toEqual([own]);
    expect(before.later).toEqual({ count: 1, nextAt: NOW.getTime() + DEPUTY_AFTER_MS });
    office.setNow(new Date(NOW.getTime() + DEPUTY_AFTER_MS));
    expect(idsOf(await queueOf(team.deputy.accountId)).sort()).toEqual([own, waiting].sort());
  });

  it("the office sees what nobody of the team can decide at once, and the rest after five days", async () => {
    const { leader, deputy, lan } = team;
    const nobodys = await plantClaim(office, team, { by: leader, helpers: [deputy] });
    const waiting = await plantClaim(office, team, { by: lan });
    expect(idsOf(await queueOf(team.commune.officerId))).toEqual([nobodys]);
    office.setNow(new Date(NOW.getTime() + OFFICE_AFTER_MS));
    expect(idsOf(await queueOf(team.commune.officerId)).sort()).toEqual([nobodys, waiting].sort());
  });

  it("a stand-in sees what the leader would, on the days named and not after", async () => {
    const { minh, lan, teamId } = team;
    const waiting = await plantClaim(office, team, { by: lan });
    await plantClaim(office, team, { by: minh });
    await team.commune.act((tx, act) =>
      delegateLeadership(tx, act, {
        id: freshId(),
        teamId,
        toMember: minh.memberId,
        from: day("2026-11-20"),
        until: day("2026-11-21"),
        reason: "Đi họp tỉnh",
      }),
    );
    const queue = await queueOf(minh.accountId);
    expect(idsOf(queue)).toEqual([waiting]);
    expect(queue.groups[0]?.cards[0]?.as).toBe("delegate");
    office.setNow(new Date("2026-11-22T02:00:00Z"));
    expect((await queueOf(minh.accountId)).groups).toBeUndefined();
  });

  it("L07: the official in charge of the village sees it after five days, but never their own work", async () => {
    const { commune, teamId, villageId, lan } = team;
    const official = await makePerson(commune, teamId, "Đinh Văn Quý", "member");
    await commune.act((tx, act) =>
      putInCharge(tx, act, { memberId: official.memberId, villageIds: [villageId] }),
    );
    await plantClaim(office, team, { by: official });
    await plantClaim(office, team, { by: lan, helpers: [official] });
    const waiting = await plantClaim(office, team, { by: lan });
    expect((await queueOf(official.accountId)).total).toBe(0);
    office.setNow(new Date(NOW.getTime() + OFFICE_AFTER_MS * 10));
    const queue = await queueOf(official.accountId);
    expect(idsOf(queue)).toEqual([waiting]);
    expect(queue.groups[0]?.cards[0]?.as).toBe("official_in_charge");
  });
});

it("five hundred waiting claims are read in a handful of queries", async () => {
  const { commune, teamId, villageId, lan } = team;
  await commune.act(async (tx, { communeId }) => {
    await tx.$executeRaw`
      insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits,
                         entered_by, received_at, submitted_at)
      select ${communeId}, gen_random_uuid(), 'submitted', ${lan.memberId}::uuid, ${teamId}, ${villageId}, 'assist',
             '2026-11-19'::date - (n / 10), 'home_visit', 1, ${lan.accountId}::uuid, ${NOW}, ${NOW}
        from generate_series(0, 499) as n`;
    await tx.$executeRaw`
      insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
      select commune_id, id, member_id, 'claimant', team_id, village_id, received_at from claim
       where commune_id = ${communeId}`;
  });
  const queue = await queueOf(team.leader.accountId);
  expect(queue.total).toBe(500);
  expect(idsOf(queue).length).toBe(100);
  expect(new Set(queue.groups.map(({ cards }) => cards.length))).toEqual(new Set([10]));
});
