import { beforeEach, describe, expect, it } from "vitest";
import { confirmTraining } from "#app/features/titles/confirm-training.server.ts";
import {
  endMentee,
  enrolAmbassador,
  linkMentee,
  type MenteeWish,
} from "#app/features/titles/enrol-ambassador.server.ts";
import { nominate } from "#app/features/titles/nominate.server.ts";
import { readOwnAmbassador } from "#app/features/titles/read-ambassador.server.ts";
import { readAmbassadors } from "#app/features/titles/read-ambassadors.server.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { officerOf } from "./titled-team.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(new Date("2026-11-17T02:00:00Z"));
  team = await makeLoggingTeam(office);
});

const BEFORE = day("2026-11-16");
const AFTER = day("2026-11-18");
const resident = (at: number, slot = 1): MenteeWish["mentee"] => ({
  kind: "resident",
  householdId: team.households[at] ?? "",
  slot,
});
async function link(by: Logger, mentee: MenteeWish["mentee"], id = freshId()) {
  const verdict = await linkMentee(await by.caller(), { id, mentee }, [team.villageId]);
  return verdict.ok ? "ok" : verdict.code;
}
const join = async (by: Logger) => enrolAmbassador(await by.caller(), freshId());
const progress = async (by: Logger) =>
  (await readOwnAmbassador(await by.caller(), { search: "", householdId: null }))?.progress;

async function guided(by: Logger, at: number, workDate = AFTER, helpers: Logger[] = []) {
  const units = [{ householdId: team.households[at] ?? "", slot: 1 }];
  const content = work(units, {
    workDate,
    helpers: helpers.map(({ memberId }) => ({ memberId, part: "helper" as const })),
  });
  const id = await send(by, content);
  expect(await decide(team.leader, approval(id))).toMatchObject({ ok: true });
}

describe("on the way to a digital ambassador", () => {
  it("D01: a mentee counts from verified work after the link began in which the mentor took part", async () => {
    expect(await link(team.lan, resident(0))).toBe("ambassador_not_enrolled");
    await join(team.lan);
    await join(team.lan);
    expect(await rowsOf(office, team, "select 1 as one from ambassador_enrolment")).toHaveLength(1);
    for (let at = 0; at < 5; at++) expect(await link(team.lan, resident(at))).toBe("ok");
    expect(await link(team.lan, resident(0))).toBe("mentee_known");
    office.setNow(NOW);
    await guided(team.lan, 0, BEFORE);
    await guided(team.minh, 1);
    await guided(team.minh, 2, AFTER, [team.lan]);
    expect(await progress(team.lan)).toMatchObject({ reached: 1, needed: 5, isReady: false });
    const waiting = await send(
      team.lan,
      work([{ householdId: team.households[3] ?? "", slot: 1 }], { workDate: AFTER }),
    );
    expect((await progress(team.lan))?.reached).toBe(1);
    await decide(team.leader, approval(waiting));
    expect((await progress(team.lan))?.reached).toBe(2);
    expect(
      await rowsOf(office, team, "select household_id from mentee_link where person_key is null"),
    ).toEqual([]);
  });

  it("D01: with five, training and a clean record the leader nominates; without, nobody can", async () => {
    await join(team.lan);
    for (let at = 0; at < 5; at++) await link(team.lan, resident(at));
    office.setNow(NOW);
    for (let at = 0; at < 5; at++) await guided(team.lan, at);
    const put = async () => {
      const verdict = await nominate(await team.leader.caller(), {
        id: freshId(),
        memberId: team.lan.memberId,
        title: "digital-ambassador",
        reason: "Kèm được nhiều người",
      });
      return verdict.ok ? "ok" : verdict.code;
    };
    expect(await put()).toBe("title_conditions_open");
    const training = {
      id: freshId(),
      memberId: team.lan.memberId,
      trainedOn: AFTER,
      source: "Danh sách lớp tháng 11",
    };
    const confirm = async () => confirmTraining(await team.officer.caller(), training);
    expect((await confirm()).ok && (await confirm()).ok).toBe(true);
    expect(await progress(team.lan)).toMatchObject({ reached: 5, tier: 1, nextTier: 10, isReady: true });
    const [line] = await readAmbassadors(await team.leader.caller());
    expect(line).toMatchObject({ isReady: true, mayNominate: true, title: null });
    expect(await readAmbassadors(await team.far.caller())).toEqual([]);
    expect(await put()).toBe("ok");
    expect((await readAmbassadors(await team.leader.caller()))[0]).toMatchObject({ isNominated: true });
  });

  it("D01: a record found not done takes the condition away", async () => {
    await join(team.lan);
    office.setNow(NOW);
    await guided(team.lan, 0);
    await rowsOf(
      office,
      team,
      `with falsehood as (
         insert into claim_decision (commune_id, id, claim_id, revision, verdict, reason_code, decided_by, decided_as, decided_at)
         select commune_id, $1::uuid, id, revision, 'reverse', 'not_done', $2::uuid, 'office', now() from claim
         returning claim_id, id)
       update claim set state = 'reversed', decision_id = f.id from falsehood f where claim.id = f.claim_id returning 1`,
      freshId(),
      team.officer.accountId,
    );
    expect((await progress(team.lan))?.isClean).toBe(false);
  });

  it("a member is a mentee too, never oneself and never of another village; a link ends and is made anew", async () => {
    await join(team.lan);
    const member = (memberId: string) => ({ kind: "member" as const, memberId });
    expect(await link(team.lan, member(team.lan.memberId))).toBe("mentee_is_you");
    expect(await link(team.lan, member(team.far.memberId))).toBe("not_permitted");
    const id = freshId();
    expect(await link(team.lan, member(team.minh.memberId), id)).toBe("ok");
    expect(await link(team.lan, member(team.minh.memberId), id)).toBe("ok");
    office.setNow(NOW);
    await guided(team.minh, 0, AFTER, [team.lan]);
    expect((await progress(team.lan))?.reached).toBe(1);
    await endMentee(await team.minh.caller(), id);
    expect((await progress(team.lan))?.reached).toBe(1);
    await endMentee(await team.lan.caller(), id);
    expect((await progress(team.lan))?.reached).toBe(0);
    expect(await link(team.lan, member(team.minh.memberId))).toBe("ok");
  });

  it("rule 8: a mentee is known by a keyed hash, and no other village's household can be linked", async () => {
    await join(team.far);
    const verdict = await linkMentee(await team.far.caller(), { id: freshId(), mentee: resident(0) }, [
      team.commune.villages.get("Thôn Đoài") ?? 0,
    ]);
    expect(verdict).toMatchObject({ code: "not_permitted" });
    const chair = await officerOf(office, team, "commune_leader");
    expect(await enrolAmbassador(await chair.caller(), freshId())).toMatchObject({ code: "not_permitted" });
  });
});
