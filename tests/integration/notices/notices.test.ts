import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_CALL_SETTINGS } from "#app/domain/notices/call.ts";
import { countNewNotices } from "#app/features/notices/count-new.server.ts";
import { findReader, readNotices } from "#app/features/notices/read-notices.server.ts";
import { chooseCalls, markNoticesSeen } from "#app/features/notices/write-reader.server.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const HOUR_MS = 3_600_000;
const later = (hours: number) => office.setNow(new Date(NOW.getTime() + hours * HOUR_MS));

async function news(who: Logger) {
  const caller = await who.caller();
  const reader = { communeId: team.commune.communeId, accountId: who.accountId };
  return {
    list: await readNotices(caller),
    count: await countNewNotices(office.platform, caller.scope("test"), reader),
  };
}

describe("notices", () => {
  it("K05: tell a member what was verified, with the points of the ledger, and what came back with its reason", async () => {
    const counted = await send(team.lan, work([person(0), person(1)]));
    const second = await send(team.lan, work([person(2)]));
    const back = await send(team.lan, work([person(3)]));
    await decide(team.leader, approval(counted));
    await decide(team.leader, approval(second));
    later(1);
    await decide(team.leader, {
      ...approval(back),
      verdict: "return",
      reasonCode: "which_service",
      reason: "Ghi lại tên dịch vụ",
    });
    const { list, count } = await news(team.lan);
    expect(list.map(({ kind, isNew, events }) => [kind, isNew, events.length])).toEqual([
      ["returned", true, 1],
      ["verified", true, 2],
    ]);
    expect(count).toBe(3);
    const points = list[1]?.events.reduce(
      (sum, event) => sum + (event.is === "decision" ? event.points : 0),
      0,
    );
    expect(points).toBe(1200);
    expect(list[0]?.events[0]).toMatchObject({ claimId: back, reason: "Ghi lại tên dịch vụ", points: 0 });
    expect((await news(team.minh)).list, "nobody else's news").toEqual([]);
  });

  it("are new until they were looked at, and never become new again through a slower tab", async () => {
    await decide(team.leader, approval(await send(team.lan, work([person(0)]))));
    const first = new Date(NOW.getTime());
    later(1);
    await decide(team.leader, approval(await send(team.lan, work([person(1)]))));
    later(2);
    await markNoticesSeen(await team.lan.caller(), new Date(NOW.getTime() + HOUR_MS));
    await markNoticesSeen(await team.lan.caller(), first);
    const { list, count } = await news(team.lan);
    expect([count, list.filter(({ isNew }) => isNew).length, list.length]).toEqual([0, 0, 1]);
    await markNoticesSeen(await team.lan.caller(), new Date("2099-01-01T00:00:00Z"));
    await decide(team.leader, approval(await send(team.lan, work([person(2)]))));
    later(3);
    expect((await news(team.lan)).count, "what comes later is new: nobody looks into the future").toBe(0);
    await decide(team.leader, approval(await send(team.lan, work([person(4)]))));
    expect((await news(team.lan)).count).toBe(1);
  });

  it("tell of a badge and of thanks, and take back what was taken back", async () => {
    const { communeId } = team.commune;
    const claimId = await send(team.lan, work([person(0)]));
    await decide(team.leader, approval(claimId));
    await team.commune.act(async (tx) => {
      await tx.$executeRaw`
        insert into badge_definition (commune_id, key, version, content, published_at)
        values (${communeId}, 'helping-hand', 1, '{"name": "Tay giúp tay"}', ${NOW}) on conflict do nothing`;
      await tx.$executeRaw`
        insert into badge_award (commune_id, id, badge_key, version, subject, subject_id, earned_on, basis, granted_at)
        values (${communeId}, ${freshId()}::uuid, 'helping-hand', 1, 'member', ${team.lan.memberId}, '2026-11-20', '{}', ${NOW})`;
      await tx.$executeRaw`
        insert into thanks (commune_id, claim_id, given_by, given_at)
        values (${communeId}, ${claimId}::uuid, ${team.minh.accountId}::uuid, ${NOW})`;
    });
    const kinds = async () => (await news(team.lan)).list.map(({ kind }) => kind).sort();
    expect(await kinds()).toEqual(["award", "thanks", "verified"]);
    await team.commune.act(
      (tx) => tx.$executeRaw`update thanks set withdrawn_at = ${NOW} where commune_id = ${communeId}`,
    );
    expect(await kinds()).toEqual(["award", "verified"]);
  });

  it("call at the hours a person chose", async () => {
    const read = async () => {
      const caller = await team.lan.caller();
      return office.platform.db.withCommunes(caller.scope("test"), (tx) =>
        findReader(tx, team.commune.communeId, team.lan.accountId),
      );
    };
    expect(await read()).toMatchObject(DEFAULT_CALL_SETTINGS);
    const chosen = { kindsOff: ["thanks" as const], quietFrom: 20, quietUntil: 7, digestAt: 18 };
    await chooseCalls(await team.lan.caller(), chosen);
    expect(await read()).toMatchObject(chosen);
    expect((await news(team.lan)).list).toEqual([]);
  });
});
