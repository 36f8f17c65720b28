import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { isInForce } from "#app/domain/access/actor.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { actingCommune } from "#app/features/accounts/allow.server.ts";
import { readSession } from "#app/features/accounts/read-session.server.ts";
import { carryOutDueMergers } from "#app/features/commune-merger/carry-out-due-mergers.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import { openLabel } from "#app/features/households/seal-label.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { maskMemberPhone } from "#app/features/roster/member-phone.server.ts";
import * as decide from "#app/routes/leader/queue-decide.ts";
import * as mergers from "#app/routes/office/commune-merger.tsx";
import * as oneMerger from "#app/routes/office/commune-merger-one.tsx";
import * as villagePage from "#app/routes/office/team-new.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { type Commune, day, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
const SPRING = new Date("2026-04-20T02:00:00Z");
/** The first month is sealed by then, the second runs. */
const ASKED = new Date("2026-06-20T02:00:00Z");
const MERGED_ON = "2026-07-01";
const AFTER = new Date("2026-07-01T02:00:00Z");

let old: Workers;
let second: Workers;
let young: Commune;
let asker: TestBrowser;
let leaderAccount: string;
/** Waits for its verifier when the commune goes over. */
const waiting = freshId();

async function rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await office.db.maintain.query<Row>(sql, values)).rows;
}

/** Everything that was counted, sealed or recorded of a commune's work, to the byte. */
const truthOf = async (communeId: number) => ({
  seals: await rows(
    "select month_id, number, encode(sha256, 'hex') as sha, content from month_seal where commune_id = $1 order by number",
    communeId,
  ),
  ledger: await rows("select * from ledger_line where commune_id = $1 order by seq", communeId),
  standings: await rows(
    "select * from standing where commune_id = $1 order by month_id, subject, subject_id",
    communeId,
  ),
  claims: await rows("select * from claim where commune_id = $1 order by id", communeId),
});

/** This house does without the manifest of its structure, pictures, and totals kept beside the ledger. */
const NOT_KEPT_HERE = ["V7", "V15", "V16"];

/** What verify finds wrong in the whole house. */
async function findings() {
  const client = await office.db.maintain.connect();
  try {
    await client.query("begin");
    const found: string[] = [];
    for (const check of CHECKS.filter(({ id }) => !NOT_KEPT_HERE.includes(id))) {
      for await (const finding of check.run({ client, manifest: [], anchors: [] }))
        found.push(`${check.id} ${finding.table} ${finding.says}`);
    }
    return found;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** The person as the guard would meet them on that day. */
async function metOn(accountId: string, now: Date) {
  const { cookie } = await office.signIn(accountId);
  const signedIn = await readSession(office.platform, cookie, now);
  if (!signedIn) throw new Error("nobody is signed in");
  const today = day(now.toISOString().slice(0, 10));
  return {
    works: actingCommune(signedIn, today),
    roles: signedIn.actor.grants
      .filter((grant) => isInForce(grant, today))
      .map(({ role, communeId }) => `${role} ${communeId}`),
  };
}

async function offer(oldCommuneId: number, wish: Record<string, string> = {}) {
  const id = freshId();
  const answer = await asker.post(mergers.action, "/van-phong/sap-nhap-xa", {
    offer: id,
    oldCommune: String(oldCommuneId),
    effectiveOn: "1/7/2026",
    decisionNumber: "1654/nq-ubtvqh",
    decisionDate: "16/6/2026",
    ...wish,
  });
  return { id, answer };
}

async function plantWaiting({ communeId, commune, teams }: Workers): Promise<void> {
  const { memberId, teamId, villageId } = teams[1] as Workers["teams"][number];
  const content = JSON.stringify({ activityKey: "required-training", visits: 2, units: [], counters: {} });
  await commune.act(async (tx) => {
    await tx.$executeRaw`
      insert into claim (commune_id, id, state, member_id, team_id, village_id, activity_key, work_date, mode, visits,
                         entered_by, received_at, submitted_at)
      values (${communeId}, ${waiting}::uuid, 'submitted', ${memberId}::uuid, ${teamId}, ${villageId}, 'required-training',
              '2026-06-20', 'meeting', 2, ${leaderAccount}::uuid, ${ASKED}, ${ASKED})`;
    await tx.$executeRaw`
      insert into claim_participant (commune_id, claim_id, member_id, part, team_id, village_id, joined_at)
      values (${communeId}, ${waiting}::uuid, ${memberId}::uuid, 'claimant', ${teamId}, ${villageId}, ${ASKED})`;
    await tx.$executeRaw`
      insert into claim_revision (commune_id, claim_id, revision, content, sha256, made_by, made_at)
      values (${communeId}, ${waiting}::uuid, 1, ${content}::jsonb,
              ${createHash("sha256").update(content).digest()}, ${leaderAccount}::uuid, ${ASKED})`;
  });
}

async function secondPersonOf(commune: Commune): Promise<TestBrowser> {
  const account = await office.makeAccount({ name: "Hoàng Thị Lả" });
  await office.grant(account, commune.communeId, "commune_leader");
  return commune.browser(account);
}

beforeAll(async () => {
  office.setNow(SPRING);
  old = await plantWorkers(office);
  second = await plantWorkers(office);
  young = await makeCommune(office, ["Thôn Đông"]);
  await young.act(
    (tx) => tx.$executeRaw`
    update commune set name = 'Mường Mới', province = 'Lào Cai', set_up_at = ${SPRING} where id = ${young.communeId}`,
  );
  leaderAccount = old.teams[0]?.leaderAccount ?? "";
  for (const workers of [old, second]) {
    await advanceMonths(office.platform, workers.communeId, SPRING);
    await bookWork(office, workers, { on: "2026-04-20" });
    await bookWork(office, workers, { on: "2026-04-20", team: 1 });
    const { commune } = workers;
    await commune.act((tx, act) =>
      insertHouseholds(tx, office.platform.keys, act, [
        {
          id: freshId(),
          villageId: workers.teams[0]?.villageId ?? 0,
          validFrom: day("2026-01-01"),
          code: "7",
          lane: "Xóm Trên",
          head: "Giàng Thị Mỷ",
          adults: 3,
          priorities: ["poor"],
        },
      ]),
    );
  }
  const phone = parsePhone("0301000123");
  const member = await old.commune.member({ fullName: "Lù Thị Chư", phone });
  await old.commune.join(member, old.teams[1]?.teamId ?? 0, { role: "deputy" });
  office.setNow(ASKED);
  for (const workers of [old, second]) {
    await advanceMonths(office.platform, workers.communeId, ASKED);
    await bookWork(office, workers, { on: "2026-06-20" });
  }
  await plantWaiting(old);
  asker = await young.browser();
});

describe("A26: two communes are merged into a third in the middle of the year", () => {
  it("A26: refuses a commune that is not there, itself, a past day, and what was asked by a stranger", async () => {
    for (const [oldCommune, wish, code] of [
      [999_999, {}, "merger_commune_unknown"],
      [young.communeId, {}, "merger_with_itself"],
      [old.communeId, { effectiveOn: "19/6/2026" }, "merger_in_the_past"],
      [old.communeId, { decisionDate: "2/7/2026" }, "merger_before_decision"],
      [old.communeId, { decisionNumber: "nghị quyết" }, "merger_decision_malformed"],
    ] as const) {
      const { answer } = await offer(oldCommune, wish);
      expect(answer.status, code).toBe(422);
      expect(JSON.stringify(answer.body.problems)).toContain(code);
    }
    const leader = await old.commune.browser(leaderAccount);
    expect((await leader.get(mergers.loader, "/van-phong/sap-nhap-xa")).status).toBe(404);
  });

  it("A26: the receiving office asks, and only somebody of the old commune agrees", async () => {
    const { id, answer } = await offer(old.communeId);
    expect(answer.status).toBe(303);
    expect((await offer(old.communeId)).answer.status, "asked twice").toBe(422);
    const params = { merger: id };
    const own = await asker.post(
      oneMerger.action,
      `/van-phong/sap-nhap-xa/${id}`,
      { intent: "approve" },
      params,
    );
    expect(own.status, "the asker's own commune").toBe(404);
    const stranger = await second.commune.browser();
    expect((await stranger.get(oneMerger.loader, `/van-phong/sap-nhap-xa/${id}`, params)).status).toBe(404);

    const decider = await secondPersonOf(old.commune);
    const seen = await decider.get(oneMerger.loader, `/van-phong/sap-nhap-xa/${id}`, params);
    expect(seen.body.merger).toMatchObject({
      mayDecide: true,
      state: "waiting",
      decisionNumber: "1654/NQ-UBTVQH",
      standing: { villages: 2, teams: 2, members: 5, households: 1 },
      brought: null,
    });
    const agreed = await decider.post(
      oneMerger.action,
      `/van-phong/sap-nhap-xa/${id}`,
      { intent: "approve" },
      params,
    );
    expect(agreed.status).toBe(303);
    const again = await decider.post(
      oneMerger.action,
      `/van-phong/sap-nhap-xa/${id}`,
      { intent: "approve" },
      params,
    );
    expect(again.status, "said twice").toBe(303);
    // Before its day nothing has moved.
    expect((await metOn(leaderAccount, ASKED)).roles).toEqual([`leader ${old.communeId}`]);

    const next = await offer(second.communeId);
    const other = await secondPersonOf(second.commune);
    await other.post(oneMerger.action, "/", { intent: "approve" }, { merger: next.id });
    expect(
      await rows("select state, effective_on::text as day from commune_merger where state = 'agreed'"),
    ).toEqual(Array(2).fill({ state: "agreed", day: MERGED_ON }));
  });

  it("A26: on the day villages, teams, people and households go on, old totals and seals stay to the byte", async () => {
    office.setNow(AFTER);
    const before = [await truthOf(old.communeId), await truthOf(second.communeId)];
    expect(before[0]?.seals.length).toBeGreaterThan(0);
    expect(await findings(), "verify before").toEqual([]);
    await carryOutDueMergers(office.platform, AFTER);
    await carryOutDueMergers(office.platform, AFTER);
    expect([await truthOf(old.communeId), await truthOf(second.communeId)]).toEqual(before);
    expect(await findings(), "verify after").toEqual([]);

    const villages = await rows<{ name: string; from: string }>(
      `select name, valid_from::text as "from" from village where commune_id = $1 and valid_to is null order by id`,
      young.communeId,
    );
    expect(villages.map(({ name }) => name)).toEqual([
      "Thôn Đông",
      "Thôn Đoài",
      "Thôn Đông (xã Mường Thử)",
      "Thôn Đoài (xã Mường Thử)",
      "Thôn Đông (xã Mường Thử 2)",
    ]);
    expect(
      await rows(
        "select count(*)::int as open from village where commune_id = any($1) and valid_to is distinct from '2026-06-30'",
        [old.communeId, second.communeId],
      ),
    ).toEqual([{ open: 0 }]);
    const links = await rows<{ unit: string; count: number }>(
      "select unit, count(*)::int as count from continued_unit where commune_id = $1 group by 1 order by 1",
      young.communeId,
    );
    expect(links).toEqual([
      { unit: "household", count: 2 },
      { unit: "member", count: 9 },
      { unit: "team", count: 4 },
      { unit: "village", count: 4 },
    ]);
  });

  it("A26: phones and names of households are kept under the new commune's own key", async () => {
    const { keys } = office.platform;
    const [member] = await rows<{ cipher: Uint8Array; print: string }>(
      `select phone_cipher as cipher, phone_fingerprint as print from member
        where commune_id = $1 and full_name = 'Lù Thị Chư'`,
      young.communeId,
    );
    expect(maskMemberPhone(keys, young.communeId, member?.cipher ?? null)).toContain("123");
    const [before] = await rows<{ print: string }>(
      "select phone_fingerprint as print from member where commune_id = $1 and full_name = 'Lù Thị Chư'",
      old.communeId,
    );
    expect(member?.print).not.toBe(before?.print);
    const households = await rows<{ head: Uint8Array; poor: boolean; slots: number }>(
      `select head_label as head, is_poor as poor,
              (select count(*)::int from person_slot s where s.household_id = h.id) as slots
         from household h where commune_id = $1`,
      young.communeId,
    );
    expect(
      households.map(({ head, poor, slots }) => [openLabel(keys, young.communeId, head), poor, slots]),
    ).toEqual(Array(2).fill(["Giàng Thị Mỷ", true, 3]));
  });

  it("T16: members sign in as before and work in the new commune; rights follow today", async () => {
    expect(await metOn(leaderAccount, AFTER)).toEqual({
      works: young.communeId,
      roles: [`leader ${young.communeId}`],
    });
    // The office of the old commune is kept until its months are sealed.
    expect((await metOn(old.commune.officerId, AFTER)).roles).toEqual([`office ${old.communeId}`]);
  });

  it("A26: the old commune refuses new work by name and reads on; the database refuses it too", async () => {
    const officer = await old.commune.browser();
    const refused = await officer.post(villagePage.action, "/van-phong/to-moi", { name: "Tổ mới" });
    expect(refused.status).toBe(410);
    expect((await officer.get(mergers.loader, "/van-phong/sap-nhap-xa")).body).toMatchObject({
      mergers: [{ state: "done", isLeaving: true }],
    });
    await expect(old.commune.team("Thôn Đông")).rejects.toThrow(/merged and takes no INSERT of team/);
    await expect(old.commune.member()).rejects.toThrow(/merged and takes no INSERT of member/);
    const received = await (await young.browser()).get(mergers.loader, "/van-phong/sap-nhap-xa");
    expect(received.body.mergers).toMatchObject([
      { state: "done", isLeaving: false },
      { state: "done", isLeaving: false, brought: { villages: 2, teams: 2, households: 1 } },
    ]);
  });

  it("A26: what waited on the last day is verified by the old commune's office, and counts in the old month", async () => {
    const officer = await old.commune.browser();
    const decision = { claimId: waiting, decisionId: freshId(), revision: 1, verdict: "approve" };
    const decisions = JSON.stringify([{ ...decision, reasonCode: null, reason: null }]);
    const { status, body } = await officer.post(decide.action, "/api/duyet", { decisions });
    expect(status).toBe(200);
    expect(JSON.parse(body).results).toMatchObject([{ claimId: waiting, ok: true, points: 500 }]);
    expect(await rows("select state, month_id as month from claim where id = $1", waiting)).toEqual([
      { state: "verified", month: 202607 },
    ]);
  });

  it("A26: people keep their rights to what the old commune holds of them", async () => {
    const erased = await eraseMember(office.platform, old.commune.scope, old.teams[1]?.memberId ?? "");
    expect(erased).toEqual({ ok: true, value: null });
    expect(
      await rows(
        "select full_name <> 'Người ghi Thôn Đoài' as gone from member where id = $1",
        old.teams[1]?.memberId,
      ),
    ).toEqual([{ gone: true }]);
  });

  it("A26: the months before are sealed in their order, and no month begins after the last day", async () => {
    const before = await truthOf(old.communeId);
    const winter = new Date("2026-12-20T02:00:00Z");
    office.setNow(winter);
    await advanceMonths(office.platform, old.communeId, winter);
    const months = await rows<{ state: string; last: string }>(
      "select state, first_day::text as last from month where commune_id = $1 order by first_day",
      old.communeId,
    );
    expect(months.every(({ state, last }) => state === "sealed" && last < MERGED_ON)).toBe(true);
    const { seals } = await truthOf(old.communeId);
    expect(seals.slice(0, before.seals.length)).toEqual(before.seals);
    expect(seals.length).toBeGreaterThan(before.seals.length);
  });
});
