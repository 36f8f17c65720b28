import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { editClaim, resubmitClaim } from "#app/features/activity-log/edit-claim.server.ts";
import { joinClaim } from "#app/features/activity-log/join-claim.server.ts";
import { mergeClaims } from "#app/features/activity-log/merge-claims.server.ts";
import { readClaim } from "#app/features/activity-log/read-claim.server.ts";
import { readJoinableClaims } from "#app/features/activity-log/read-joinable-claims.server.ts";
import { readLoggingDefaults } from "#app/features/activity-log/read-logging-defaults.server.ts";
import { readOwnClaims } from "#app/features/activity-log/read-own-claims.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { withdrawClaim } from "#app/features/activity-log/withdraw-claim.server.ts";
import { labelPersonSlot } from "#app/features/households/label-person-slot.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, rowsOf, send, work, YESTERDAY } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (household: number, slot = 1) => ({ householdId: team.households[household] ?? "", slot });
const rows = (sql: string, ...values: unknown[]) => rowsOf(office, team, sql, ...values);
const edit = async (by: Logger, id: string, revision: number, content: ClaimContent) =>
  editClaim(await by.caller(), { id, revision, content });
const read = async (by: Logger, id: string) => readClaim(await by.caller(), id);

/** As a verifier would, without the verbs of verifying. */
async function decide(id: string, verdict: "approve" | "return" | "reject", by: Logger): Promise<void> {
  const state = { approve: "verified", return: "returned", reject: "rejected" }[verdict];
  const decisionId = freshId();
  await team.commune.act(async (tx, { communeId }) => {
    const months = await tx.month.findFirstOrThrow({ where: { communeId }, select: { id: true } });
    await tx.claimDecision.create({
      data: {
        communeId,
        id: decisionId,
        claimId: id,
        revision: 1,
        verdict,
        reasonCode: verdict === "approve" ? null : "unclear",
        reason: "Ghi rõ ngày",
        decidedBy: by.accountId,
        decidedAs: "leader",
        decidedAt: NOW,
      },
    });
    await tx.claim.updateMany({
      where: { communeId, id },
      data: { state, decisionId, monthId: months.id },
    });
  });
}

describe("a record put right", () => {
  it("is a new revision beside the old one, visible to both sides", async () => {
    const id = await send(team.lan, work([person(0)]));
    expect(await edit(team.lan, id, 1, work([person(1), person(2)]))).toMatchObject({
      ok: true,
      value: { revision: 2, people: 2, state: "submitted" },
    });
    for (const reader of [team.lan, team.leader]) {
      const view = await read(reader, id);
      expect(view?.revisions.map(({ revision, content }) => [revision, content.units.length])).toEqual([
        [1, 1],
        [2, 2],
      ]);
    }
    expect(
      await rows("select household_id from claim_unit where claim_id = $1::uuid order by ordinal", id),
    ).toEqual([{ household_id: team.households[1] }, { household_id: team.households[2] }]);
  });

  it("sent twice is changed once; an editor with an old page is told, and nothing is overwritten", async () => {
    const id = await send(team.lan, work([person(0)]));
    const first = await edit(team.lan, id, 1, work([person(1)]));
    expect(await edit(team.lan, id, 1, work([person(1)]))).toEqual(first);
    expect(await edit(team.lan, id, 1, work([person(2)]))).toEqual({
      ok: false,
      code: "claim_changed",
      revision: 2,
    });
    const both = await Promise.all([
      edit(team.lan, id, 2, work([person(3)])),
      edit(team.lan, id, 2, work([person(4)])),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("is its owner's alone, and only while nobody decided", async () => {
    const id = await send(team.lan, work([person(0)]));
    for (const other of [team.minh, team.leader, team.far])
      expect(await edit(other, id, 1, work([person(1)]))).toEqual({ ok: false, code: "not_permitted" });
    expect(await edit(team.lan, freshId(), 1, work([person(1)]))).toEqual({
      ok: false,
      code: "not_permitted",
    });
    await decide(id, "approve", team.leader);
    expect(await edit(team.lan, id, 1, work([person(1)]))).toMatchObject({
      code: "claim_not_open",
      state: "verified",
    });
    expect(await withdrawClaim(await team.lan.caller(), id)).toMatchObject({ code: "claim_not_open" });
  });

  it("is judged like a new one and leaves nothing behind when refused", async () => {
    const id = await send(team.lan, work([person(0)]));
    expect(await edit(team.lan, id, 1, work([person(0, 9)]))).toMatchObject({ code: "claim_has_problems" });
    expect(await rows("select revision from claim where id = $1::uuid", id)).toEqual([{ revision: 1 }]);
  });

  it("returned and sent anew it waits again; sending it anew twice is once", async () => {
    const id = await send(team.lan, work([person(0)]));
    await decide(id, "return", team.leader);
    expect(await edit(team.lan, id, 1, work([person(1)]))).toMatchObject({ code: "claim_not_open" });
    office.setNow(new Date(NOW.getTime() + 3_600_000));
    const again = async () =>
      resubmitClaim(await team.lan.caller(), { id, revision: 1, content: work([person(1)]) });
    const first = await again();
    expect(first).toMatchObject({ ok: true, value: { state: "submitted", revision: 2 } });
    expect(await again()).toEqual(first);
    const [claim] = await rows("select submitted_at, received_at from claim where id = $1::uuid", id);
    expect(claim.submitted_at.getTime() - claim.received_at.getTime()).toBe(3_600_000);
  });

  it("withdrawn twice is withdrawn once, and never comes back", async () => {
    const id = await send(team.lan, work([person(0)]));
    for (let time = 0; time < 2; time++)
      expect(await withdrawClaim(await team.lan.caller(), id)).toEqual({
        ok: true,
        value: { id, state: "withdrawn" },
      });
    expect(await edit(team.lan, id, 1, work([person(1)]))).toMatchObject({ code: "claim_not_open" });
  });
});

describe('"Tôi cũng tham gia"', () => {
  it("a team-mate joins while it waits; the claimant sees who, and joining twice is joining once", async () => {
    const id = await send(team.lan, work([person(0)]));
    expect(await readJoinableClaims(await team.minh.caller(), YESTERDAY)).toMatchObject([
      { id, claimantName: "Vì Thị Lan", participantCount: 1 },
    ]);
    expect(JSON.stringify(await readJoinableClaims(await team.minh.caller(), YESTERDAY))).not.toContain(
      team.households[0] ?? "?",
    );
    const joined = await joinClaim(await team.minh.caller(), id);
    expect(joined).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await joinClaim(await team.minh.caller(), id)).toEqual(joined);
    const view = await read(team.lan, id);
    expect(view?.participants.map(({ name, part }) => [name, part])).toEqual([
      ["Vì Thị Lan", "claimant"],
      ["Quàng Văn Minh", "helper"],
    ]);
    expect(view?.revisions.at(-1)?.byName).toBe("Quàng Văn Minh");
    expect(await readJoinableClaims(await team.minh.caller(), YESTERDAY)).toEqual([]);
    expect((await readOwnClaims(await team.minh.caller())).map((each) => [each.id, each.part])).toEqual([
      [id, "helper"],
    ]);
  });

  it("is for who was in that team that day, and not once somebody decided", async () => {
    const id = await send(team.lan, work([person(0)]));
    expect(await joinClaim(await team.far.caller(), id)).toEqual({ ok: false, code: "not_permitted" });
    const late = await team.logger({ name: "Mùa A Mới", team: team.teamId, from: day("2026-11-20") });
    expect(await joinClaim(await late.caller(), id)).toEqual({ ok: false, code: "not_permitted" });
    await decide(id, "approve", team.leader);
    expect(await joinClaim(await team.minh.caller(), id)).toMatchObject({ code: "claim_not_open" });
  });

  it("records of the same residents by team-mates that day are offered to be one", async () => {
    const first = await send(team.lan, work([person(0), person(1), person(2)]));
    const answer = await submitClaim(await team.minh.caller(), {
      id: freshId(),
      content: work([person(1), person(2), person(3)]),
    });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        signals: ["same_resident"],
        mergeOffers: [{ claimId: first, byName: "Vì Thị Lan", sharedPeople: 2 }],
      },
    });
    const far = await submitClaim(await team.far.caller(), { id: freshId(), content: work([person(0)]) });
    expect(far).toMatchObject({ ok: true, value: { mergeOffers: [], signals: ["same_resident"] } });
  });
});

describe("two records of the same people", () => {
  it("become one: the second joins the first, and is withdrawn when nobody is left on it", async () => {
    const first = await send(team.lan, work([person(0), person(1)]));
    const same = await send(team.minh, work([person(0), person(1)]));
    const merge = async (id: string) => mergeClaims(await team.minh.caller(), { id, into: first });
    expect(await merge(same)).toEqual({ ok: true, value: { id: same, state: "withdrawn" } });
    expect(await merge(same)).toEqual({ ok: true, value: { id: same, state: "withdrawn" } });
    expect((await read(team.lan, first))?.participants).toHaveLength(2);
    const more = await send(team.minh, work([person(1), person(2)], { visits: 5 }));
    expect(await merge(more)).toEqual({ ok: true, value: { id: more, state: "submitted" } });
    expect(await read(team.minh, more)).toMatchObject({ visits: 4, people: 1, revision: 2 });
  });

  it("only of one team and day, and only by whose record it is", async () => {
    const first = await send(team.lan, work([person(0)]));
    const other = await send(team.minh, work([person(0)], { workDate: day("2026-11-18") }));
    const far = await send(team.far, work([person(0)]));
    for (const [by, id] of [
      [team.minh, other],
      [team.far, far],
      [team.minh, far],
      [team.minh, first],
    ] as const)
      expect(await mergeClaims(await by.caller(), { id, into: first })).toMatchObject({
        code: "not_permitted",
      });
  });
});

describe("who sees what", () => {
  it("rule 8: residents' names are for this record's verifier and whoever wrote them; others see that there is somebody", async () => {
    await team.commune.act((tx, act) =>
      labelPersonSlot(tx, office.platform.keys, act, {
        householdId: team.households[0] ?? "",
        slot: 1,
        name: "Bà Nhung",
        phone: "678",
        sight: "all",
      }),
    );
    const id = await send(
      team.lan,
      work([{ ...person(0), groups: ["elderly"] }], {
        helpers: [{ memberId: team.minh.memberId, part: "helper" }],
      }),
    );
    const shown = async (by: Logger) => {
      const unit = (await read(by, id))?.units[0];
      return unit && [unit.label, unit.head, unit.isKnown, unit.groups];
    };
    // The office wrote the name: who logs for the person does not read it for that.
    expect(await shown(team.lan)).toEqual([null, "Ông Chủ 1", true, ["elderly"]]);
    await office.db.maintain.query("update person_slot set labelled_by = $1 where label is not null", [
      team.lan.accountId,
    ]);
    expect(await shown(team.lan)).toEqual(["Bà Nhung ...678", "Ông Chủ 1", true, ["elderly"]]);
    expect(await shown(team.leader)).toEqual(["Bà Nhung ...678", "Ông Chủ 1", true, []]);
    // Took part; waits behind the leader; oversees.
    expect(await shown(team.minh)).toEqual([null, null, true, []]);
    expect(await shown(team.deputy)).toEqual([null, null, true, []]);
    expect(await shown(team.officer)).toEqual([null, null, true, []]);
    expect(await shown(team.far)).toBeUndefined();
    const stranger = await makeLoggingTeam(office);
    expect(await read(stranger.leader, id)).toBeNull();
    await decide(id, "approve", team.leader);
    expect((await shown(team.leader))?.[0]).toBe("Bà Nhung ...678");
    expect((await shown(team.deputy))?.[0]).toBeNull();
  });

  it("what a reader may do is said with the record, and signals about others stay with who checks", async () => {
    await send(team.minh, work([person(0)]));
    const id = await send(team.lan, work([person(0)], { workDate: day("2026-11-16") }));
    expect((await read(team.lan, id))?.may).toEqual({
      edit: true,
      resubmit: false,
      withdraw: true,
      verify: false,
    });
    expect((await read(team.leader, id))?.may).toEqual({
      edit: false,
      resubmit: false,
      withdraw: false,
      verify: true,
    });
    expect((await read(team.deputy, id))?.may.verify).toBe(false);
    expect((await read(team.leader, id))?.signals.map(({ kind }) => kind)).toEqual(["same_resident"]);
    expect((await read(team.lan, id))?.signals).toEqual([]);
  });

  it("one's own work, the latest first, with the word of the verifier", async () => {
    const older = await send(team.lan, work([person(0)], { workDate: day("2026-11-16") }));
    const newer = await send(team.lan, work([person(1), {}], { visits: 4 }));
    await decide(older, "return", team.leader);
    const mine = await readOwnClaims(await team.lan.caller());
    expect(mine.map(({ id, state }) => [id, state])).toEqual([
      [newer, "submitted"],
      [older, "returned"],
    ]);
    expect(mine[0]).toMatchObject({ visits: 4, people: 1, participantCount: 1 });
    expect(mine[1]?.decision).toMatchObject({
      verdict: "return",
      reasonCode: "unclear",
      byName: "Lò Văn Trưởng",
    });
    const page = await readOwnClaims(await team.lan.caller(), {
      atMost: 1,
      before: { workDate: YESTERDAY, id: newer },
    });
    expect(page.map(({ id }) => id)).toEqual([older]);
    expect(await readOwnClaims(await team.lan.caller(), { state: "returned" })).toHaveLength(1);
  });

  it("the next record starts from the last one: kind, way, place, team-mates", async () => {
    expect(await readLoggingDefaults(await team.lan.caller())).toMatchObject({
      lastKinds: [],
      lastPlace: null,
      team: { teamId: team.teamId },
      openFrom: "2026-11-15",
    });
    await send(team.lan, work([person(0)], { place: "Nhà văn hóa" }));
    office.setNow(new Date(NOW.getTime() + 60_000));
    await send(
      team.lan,
      work([{ ...person(1), serviceKey: null, outcome: null }], {
        activityKey: "eid-level-2",
        mode: "hands_on",
      }),
    );
    const defaults = await readLoggingDefaults(await team.lan.caller());
    expect(defaults.lastKinds.map(({ activityKey, serviceKeys }) => [activityKey, serviceKeys])).toEqual([
      ["eid-level-2", []],
      ["online-public-service", ["civil-status"]],
    ]);
    expect(defaults).toMatchObject({ lastMode: "hands_on", lastPlace: "Nhà văn hóa" });
    expect(defaults.teamMates.map(({ name }) => name)).toEqual([
      "Lò Văn Phó",
      "Lò Văn Trưởng",
      "Quàng Văn Minh",
    ]);
  });
});
