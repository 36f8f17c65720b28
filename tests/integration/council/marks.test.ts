import { beforeAll, describe, expect, it } from "vitest";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { lockReview } from "#app/features/year/lock-review.server.ts";
import * as marking from "#app/routes/member/council-marks.tsx";
import * as desk from "#app/routes/office/council-marks.tsx";
import * as village from "#app/routes/office/year-village.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { freshId, makeCommune } from "../roster/rosterers.ts";
import { makeReviewedTeam, type ReviewedTeam } from "../year/review-of-a-team.ts";

const office = testOffice();
const VOICE = "voice";
let team: ReviewedTeam;
let reviewId: string;
let villageId: number;
let chairAccount: string;
let chair: TestBrowser;
let leader: TestBrowser;
let officer: TestBrowser;
const seats = new Map<string, string>();

beforeAll(async () => {
  office.setNow(new Date("2026-10-05T02:00:00Z"));
  team = await makeReviewedTeam(office);
  await team.counted(team.lan, [{ householdId: team.households[0] ?? "", slot: 1 }], "2026-10-05");
  const { commune } = team;
  await commune.act(async (tx) => {
    const rows = await tx.$queryRaw<{ content: CriteriaSheet }[]>`
      select content from criteria_sheet where commune_id = ${commune.communeId}`;
    const sheet = rows[0]?.content;
    const first = sheet?.groups[0];
    if (!sheet || !first) throw new Error("no sheet");
    const voice = {
      key: VOICE,
      title: "Hội đồng nhận xét",
      explanation: "Sự chủ động của thôn.",
      maximum: 500,
      nature: "part",
      measure: { by: "vote", step: 50 },
    } as const;
    const content = {
      ...sheet,
      total: 10_500,
      groups: [{ ...first, criteria: [...first.criteria, voice] }, ...sheet.groups.slice(1)],
    };
    await tx.$executeRaw`
      insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_by, made_at,
                                  asked_by, asked_at, adopted_by, adopted_at)
      select commune_id, 2, title, document, ${JSON.stringify(content)}::jsonb, sha256('x'), state, made_by, made_at,
             asked_by, asked_at, adopted_by, adopted_at
        from criteria_sheet where commune_id = ${commune.communeId}`;
  });
  reviewId = freshId();
  const now = office.platform.clock.now();
  const run = (sql: string, values: unknown[]) => office.db.maintain.query(sql, values);
  await run(
    `insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state, opened_by, opened_at)
     values ($1, $2, 'timely', 2026, 'Đợt tháng 10', 202610, 202610, 2, 'open', $3, $4)`,
    [commune.communeId, reviewId, commune.officerId, now],
  );
  chairAccount = await office.makeAccount({ name: "Chủ Tịch" });
  await office.grant(chairAccount, commune.communeId, "commune_leader");
  const leaderAccount = team.leader.accountId;
  await office.grant(leaderAccount, commune.communeId, "council");
  for (const [name, account, role] of [
    ["Chủ Tịch", chairAccount, "chair"],
    ["Tổ Trưởng", leaderAccount, "member"],
    ["Phiếu Giấy", null, "member"],
  ] as const) {
    const id = freshId();
    seats.set(name, id);
    await run(
      `insert into council_member (commune_id, id, account_id, full_name, position, role, decision, valid_from, entered_by,
         entered_at) values ($1, $2, $3, $4, 'Cán bộ xã', $5, '05/QĐ-UBND', '2026-01-01', $6, '2026-01-01')`,
      [commune.communeId, id, account, name, role, commune.officerId],
    );
  }
  const { rows } = await run(
    `select t.village_id as id from team t where t.commune_id = $1 and t.village_id is not null`,
    [commune.communeId],
  );
  villageId = rows[0].id;
  chair = await commune.browser(chairAccount);
  leader = await commune.browser(leaderAccount);
  officer = await commune.browser();
});

const tap = (browser: TestBrowser, points: string, more: Record<string, string> = {}) =>
  browser.post(marking.action, "/", {
    reviewId,
    criterionKey: VOICE,
    villageId: String(villageId),
    points,
    ...more,
  });
const readDesk = async () => (await officer.get(desk.loader, "/", { reviewId })).body.desk;
const here = async () => (await readDesk()).villages.find(({ id }: { id: number }) => id === villageId);
const rowsOf = async () => {
  const { rows } = await office.db.maintain.query(
    "select points from council_mark where review_id = $1 order by number",
    [reviewId],
  );
  return rows.map(({ points }) => points);
};

describe("marks of the council", () => {
  it("K06: one tap gives a mark, the same tap twice at once is one, a later one stands in its place", async () => {
    const taps = await Promise.all([tap(chair, "450"), tap(chair, "450"), tap(chair, "450")]);
    expect(taps.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rowsOf()).toEqual([450]);
    const both = await Promise.all([tap(chair, "400"), tap(chair, "350")]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const kept = await rowsOf();
    expect(kept).toHaveLength(3);
    expect(await here()).toMatchObject({ sum: kept.at(-1), votes: 1, voters: 2 });
    const { body } = await chair.get(marking.loader, "/");
    expect(body.marks.villages.find(({ id }: { id: number }) => id === villageId).points).toBe(kept.at(-1));
  });

  it("T6: nobody marks the own village, off the scale, or without a seat, and the database says so too", async () => {
    expect(await tap(leader, "450")).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "mark_own_village" } } },
    });
    expect(await tap(officer, "450")).toMatchObject({
      body: { problems: { form: { code: "mark_no_seat" } } },
    });
    expect(await tap(chair, "425")).toMatchObject({
      body: { problems: { form: { code: "mark_not_on_scale" } } },
    });
    expect((await tap(chair, "450", { criterionKey: "quality" })).body.problems.form.code).toBe(
      "review_criterion_not_told",
    );
    const write = (memberId: string | undefined, by: string, criterion = VOICE) =>
      office.db.maintain.query(
        `insert into council_mark (commune_id, review_id, village_id, criterion_key, member_id, number, points, entered_by,
                                   entered_at) values ($1, $2, $3, $4, $5, 90, 100, $6, $7)`,
        [team.commune.communeId, reviewId, villageId, criterion, memberId, by, office.platform.clock.now()],
      );
    await expect(write(seats.get("Tổ Trưởng"), team.leader.accountId)).rejects.toMatchObject({
      constraint: "mark_of_another",
    });
    await expect(write(seats.get("Chủ Tịch"), team.commune.officerId)).rejects.toMatchObject({
      constraint: "mark_by_seat",
    });
  });

  it("rule 9: a missing mark is named and never nought; a paper is entered only for who has no account", async () => {
    const paper = (memberId: string, points: string) =>
      officer.post(
        desk.action,
        "/",
        { memberId, criterionKey: VOICE, paper: "03/PC ngày 4/10", [`points-${villageId}`]: points },
        { reviewId },
      );
    expect((await readDesk()).members).toMatchObject([
      { name: "Chủ Tịch", given: 1, asked: 2 },
      { name: "Phiếu Giấy", given: 0, asked: 2 },
      { name: "Tổ Trưởng", given: 0, asked: 1 },
    ]);
    expect(await paper(seats.get("Chủ Tịch") ?? "", "1")).toMatchObject({
      body: { problems: { form: { code: "mark_by_own_account", name: "Chủ Tịch" } } },
    });
    expect(await paper(seats.get("Phiếu Giấy") ?? "", "tốt")).toMatchObject({ status: 422 });
    expect((await paper(seats.get("Phiếu Giấy") ?? "", "5")).status).toBe(303);
    expect(await here()).toMatchObject({ votes: 2, voters: 2 });
  });

  it("T9: another commune's member reaches none of it", async () => {
    const other = await makeCommune(office, ["Thôn Khác"]);
    const stranger = await other.browser();
    expect((await tap(stranger, "450")).status).toBe(404);
    expect((await stranger.get(desk.loader, "/", { reviewId })).status).toBe(404);
  });

  it("K01: the mean reaches the sheet of the village, and the lock closes the marks", async () => {
    const sum = (await here()).sum;
    await team.until("2026-11-12T02:00:00Z");
    officer = await team.commune.browser();
    chair = await team.commune.browser(chairAccount);
    const { body } = await officer.get(village.loader, "/", { reviewId, villageId: String(villageId) });
    const found = body.score.criteria.find(({ key }: { key: string }) => key === VOICE);
    expect(found.working).toMatchObject({ kind: "votes", sum, votes: 2, voters: 2 });
    const caller = await team.second.caller();
    expect(await lockReview(caller, reviewId)).toMatchObject({ ok: true });
    expect(await tap(chair, "100")).toMatchObject({
      body: { problems: { form: { code: "review_locked" } } },
    });
    const { rows } = await office.db.maintain.query(
      "select content from review_result where review_id = $1",
      [reviewId],
    );
    expect(rows[0].content).toContain(`"votes":{"${VOICE}":{"sum":${sum},"voters":2,"votes":2}}`);
    for (const memberId of seats.values()) expect(rows[0].content).not.toContain(memberId);
  });
});
