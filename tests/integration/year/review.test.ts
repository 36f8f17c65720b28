import { beforeEach, describe, expect, it } from "vitest";
import { readExact } from "#app/domain/year/exact.ts";
import { scoreResult } from "#app/domain/year/review-result.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { yearCheck } from "#app/features/operations/verify/check-year.server.ts";
import { findConsolidated } from "#app/features/reports/find-body.server.ts";
import { announceWindow } from "#app/features/self-assessment/announce-window.server.ts";
import { answerComment } from "#app/features/self-assessment/answer-comment.server.ts";
import { lockReview } from "#app/features/year/lock-review.server.ts";
import { openReview } from "#app/features/year/open-review.server.ts";
import { readLockedResult } from "#app/features/year/read-locked-result.server.ts";
import { readReview } from "#app/features/year/read-review.server.ts";
import { readSources } from "#app/features/year/read-sources.server.ts";
import { rehearseSheet } from "#app/features/year/rehearse-sheet.server.ts";
import { writeExclusion, writeMark, writeRate } from "#app/features/year/write-words.server.ts";
import * as ownSheet from "#app/routes/leader/year-comments-village.tsx";
import { testOffice } from "../communes/office.ts";
import { tamper } from "../operations/planted-house.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makeReviewedTeam, type ReviewedTeam, SHEET_VERSION } from "./review-of-a-team.ts";

const office = testOffice();
let team: ReviewedTeam;

beforeEach(async () => {
  office.setNow(new Date("2026-10-02T02:00:00Z"));
  team = await makeReviewedTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });

/** Two months of work, the first of them sealed. */
async function workTwoMonths() {
  await team.counted(team.lan, [person(0), person(1), person(5)], "2026-10-05");
  await team.counted(team.minh, [person(0, 2)], "2026-10-08");
  await team.counted(team.lan, [person(2)], "2026-10-20");
  await team.until("2026-11-12T02:00:00Z");
}

async function readOpen(reviewId: string) {
  const page = await readReview(await team.officer.caller(), reviewId);
  if (!page) throw new Error("there is no such review");
  return page;
}

const east = <Row extends { readonly villageId: number }>(rows: readonly Row[]) =>
  rows.find(({ villageId }) => villageId === team.villageId);

describe("the facts of a village", () => {
  it("K01, K02: come of sealed months alone, and are the figures of the board and of the report", async () => {
    await workTwoMonths();
    const page = await readOpen(await team.open({ firstMonth: 202610, lastMonth: 202611 }));
    expect(page.sealed.map(({ id }) => id)).toEqual([202610]);
    expect(page.missing.map(({ id }) => id)).toEqual([202611]);
    const facts = east(page.facts);
    const period = "2026-10";
    const now = office.platform.clock.now();
    const { communeId, scope } = team.commune;
    const board = await office.platform.db.withCommunes(scope, (tx) =>
      readBoard(
        tx,
        communeId,
        { subject: "village", period, pillar: null, campaign: null, category: "village", isYouthOnly: false },
        { now: now.getTime(), audience: "office" },
      ),
    );
    const report = await office.platform.db.withCommunes(scope, (tx) =>
      findConsolidated(tx, communeId, period, now),
    );
    const measures = board.rows.find(({ id }) => id === String(team.villageId))?.measures;
    const line = report.villages.find(({ id }) => id === team.villageId);
    expect(facts).toMatchObject({
      proficientPeople: [{ month: 202610, people: measures?.people, assigned: null }],
      coverage: { reached: measures?.households, households: measures?.householdsOf, absent: 0 },
      priorityGroups: { reached: 1, registered: 1 },
      members: line?.roster.members,
      women: line?.roster.women,
    });
    expect([
      measures?.people,
      measures?.households,
      line?.measures.people,
      line?.measures.households,
    ]).toEqual([4, 3, 4, 3]);
  });

  it("K01: a figure opens to its records: as many people as it says, and nobody of another month", async () => {
    await workTwoMonths();
    const page = await readOpen(await team.open({ firstMonth: 202610, lastMonth: 202610 }));
    const caller = await team.officer.caller();
    const wish = { page, villageId: team.villageId, month: 202610 } as const;
    const people = await readSources(caller, { ...wish, metric: "proficient_people" });
    expect(people).toMatchObject({ kind: "claims", people: 4 });
    expect(people?.kind === "claims" && people.claims.map((claim) => [claim.day, claim.people])).toEqual([
      ["2026-10-05", 3],
      ["2026-10-08", 1],
    ]);
    const reached = await readSources(caller, { ...wish, metric: "household_coverage" });
    expect(reached?.kind === "households" && reached.households).toHaveLength(3);
    const needy = await readSources(caller, { ...wish, metric: "priority_groups" });
    expect(needy?.kind === "households" && needy.households).toHaveLength(1);
    expect(await readSources(caller, { ...wish, metric: "proficient_people", month: 202611 })).toBeNull();
  });

  it("rule 12: a month on trial enters no review", async () => {
    await team.commune.act(
      (tx) =>
        tx.$executeRaw`update commune set regulation_number = null, regulation_date = null where id = ${team.commune.communeId}`,
    );
    await team.counted(team.lan, [person(0)], "2026-10-05");
    const verdict = await openReview(await team.officer.caller(), {
      id: freshId(),
      kind: "timely",
      year: 2026,
      title: "Thử",
      firstMonth: 202610,
      lastMonth: 202610,
      sheetVersion: SHEET_VERSION,
    });
    expect(verdict).toMatchObject({ ok: false, code: "review_month_on_trial", month: 202610 });
  });
});

describe("locking", () => {
  it("names the months that are not sealed, locks once, and tells the second officer who did", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202611 });
    const early = await lockReview(await team.officer.caller(), reviewId);
    expect(early).toMatchObject({ ok: false, code: "review_month_unsealed", months: [{ id: 202611 }] });
    await team.until("2026-12-20T02:00:00Z");
    const [one, other] = [await team.officer.caller(), await team.second.caller()];
    const verdicts = await Promise.all([lockReview(one, reviewId), lockReview(other, reviewId)]);
    expect(verdicts.filter((verdict) => verdict?.ok)).toHaveLength(1);
    expect(verdicts.find((verdict) => verdict && !verdict.ok)).toMatchObject({ code: "review_locked" });
    const locked = await readLockedResult(one, reviewId);
    expect(locked?.result).toMatchObject({
      review: { kind: "annual", firstMonth: 202610, lastMonth: 202611 },
      sheet: { version: SHEET_VERSION },
      months: [{ id: 202610 }, { id: 202611 }],
    });
    expect(locked && scoreResult(locked.result)).toEqual(locked?.result.villages);
    const before = east((await readOpen(reviewId)).villages);
    await team.counted(team.lan, [person(3)], "2026-12-20");
    expect(east((await readOpen(reviewId)).villages)).toEqual(before);
    const mark = { villageId: team.villageId, isExcluded: true, reason: "Đang xác minh", document: "1/BC" };
    expect(await writeExclusion(one, reviewId, mark)).toMatchObject({ ok: false, code: "review_locked" });
  });

  it("a word of a village that nobody answered holds the lock; with its answer the review is locked", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202610 });
    const [first, second] = [await team.officer.caller(), await team.second.caller()];
    const days = { firstDay: day("2026-11-12"), lastDay: day("2026-11-13") };
    expect(await announceWindow(first, reviewId, days)).toMatchObject({ ok: true });
    const [criterion] = (await readOpen(reviewId)).sheet.content.groups[0]?.criteria ?? [];
    const commentId = freshId();
    const leader = await team.commune.browser(team.leader.accountId);
    const word = { id: commentId, criterion: criterion?.key ?? "", content: "Còn ba hộ chưa được tính." };
    const here = { reviewId, villageId: String(team.villageId) };
    expect((await leader.post(ownSheet.action, "/", word, here)).status).toBe(303);
    await team.until("2026-11-14T02:00:00Z");
    expect(await lockReview(await team.officer.caller(), reviewId)).toMatchObject({
      ok: false,
      code: "review_words_unanswered",
      count: 1,
    });
    expect((await readOpen(reviewId)).review.state).toBe("comment");
    const said = { commentId, reviewId, outcome: "kept" as const, content: "Đã xem lại sổ: số cũ đúng." };
    expect(await answerComment(second, said)).toMatchObject({ ok: true });
    expect(await lockReview(await team.officer.caller(), reviewId)).toMatchObject({ ok: true });
  });

  it("the database itself locks nothing over an open month", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202611 });
    const lock = team.commune.act(
      (tx) => tx.$executeRaw`
        update review set state = 'locked', locked_by = ${team.commune.officerId}::uuid, locked_at = now()
         where commune_id = ${team.commune.communeId} and id = ${reviewId}::uuid`,
    );
    await expect(lock).rejects.toThrow(/sealed months/);
  });

  it("K03: a timely review and the middle of the year are scored and locked by the same rules", async () => {
    await workTwoMonths();
    const ids = [
      await team.open({ firstMonth: 202610, lastMonth: 202610, kind: "timely" }),
      await team.open({ firstMonth: 202610, lastMonth: 202610, kind: "mid" }),
    ];
    const caller = await team.officer.caller();
    for (const id of ids) expect(await lockReview(caller, id)).toMatchObject({ ok: true });
    const [timely, mid] = [
      await readLockedResult(caller, ids[0] ?? ""),
      await readLockedResult(caller, ids[1] ?? ""),
    ];
    expect(timely?.result.villages).toEqual(mid?.result.villages);
    expect(timely?.sha256).not.toBe(mid?.sha256);
  });

  it("verify works every locked result out again and names the one whose figure was changed", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202610, kind: "mid" });
    await lockReview(await team.officer.caller(), reviewId);
    expect(await findings()).toEqual([]);
    const { superuser } = office.db;
    await tamper(
      superuser,
      `update review_result set content = replace(content, '"people":4', '"people":5'),
              sha256 = sha256(convert_to(replace(content, '"people":4', '"people":5'), 'UTF8'))
        where review_id = '${reviewId}'`,
    );
    const found = await findings();
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({
      table: "review_result",
      row: `commune ${team.commune.communeId}, review ${reviewId}, result 1`,
    });
    await tamper(superuser, `delete from review_result where review_id = '${reviewId}'`);
    expect(await findings()).toMatchObject([
      { says: "the review is called locked, and its result is not there" },
    ]);
    await tamper(superuser, `delete from review where id = '${reviewId}'`);
  });
});

describe("what people write beside the figures", () => {
  it("one kept out stays in the list with points and without a rank, and the others move up", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202610 });
    const caller = await team.officer.caller();
    expect(east((await readOpen(reviewId)).villages)?.rank).toBe(1);
    const act = { villageId: team.villageId, reason: "Đang được xác minh đơn", document: "12/BC-UBND" };
    await writeExclusion(caller, reviewId, { ...act, isExcluded: true });
    const out = await readOpen(reviewId);
    expect(east(out.villages)).toMatchObject({ rank: null });
    expect(readExact(east(out.villages)?.exact ?? "0/1").numerator > 0n).toBe(true);
    expect(out.exclusions).toMatchObject([{ villageId: team.villageId, reason: act.reason }]);
    expect(out.villages.find(({ villageId }) => villageId !== team.villageId)?.rank).toBe(1);
    await writeExclusion(caller, reviewId, { ...act, isExcluded: false });
    expect(east((await readOpen(reviewId)).villages)?.rank).toBe(1);
  });

  it("points by hand are refused where the sheet counts by itself; rates nobody adopted are not run", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202610 });
    const caller = await team.officer.caller();
    const [criterion] = (await readOpen(reviewId)).sheet.content.groups[0]?.criteria ?? [];
    const mark = {
      villageId: team.villageId,
      criterionKey: criterion?.key ?? "",
      points: 100,
      document: "1/BC",
    };
    expect(await writeMark(caller, reviewId, mark)).toMatchObject({ code: "review_criterion_not_told" });
    expect(east((await readOpen(reviewId)).facts)?.change).toBeNull();
    await writeRate(caller, reviewId, { key: "eid_level_2", asked: 9_000, document: "2/KH" });
    expect(east((await readOpen(reviewId)).facts)?.change).toMatchObject([
      { key: "eid_level_2", asked: 9_000, start: null, end: null },
    ]);
  });
});

describe("the rehearsal", () => {
  it("shows who would move under another weight, and keeps nothing", async () => {
    await workTwoMonths();
    const reviewId = await team.open({ firstMonth: 202610, lastMonth: 202610 });
    const caller = await team.officer.caller();
    const before = await readOpen(reviewId);
    const page = await rehearseSheet(caller, reviewId, {
      sheetVersion: null,
      weights: new Map(
        before.sheet.content.groups.flatMap(({ criteria }) => criteria.map(({ key }) => [key, 0])),
      ),
      place: 1,
    });
    expect(page?.months.map(({ id }) => id)).toEqual([202610]);
    expect(page?.moves.map(({ after }) => after.rank)).toEqual([null, null]);
    expect(await readOpen(reviewId)).toEqual(before);
  });
});

async function findings() {
  const client = await office.db.maintain.connect();
  try {
    await client.query("begin");
    const found = [];
    for await (const finding of yearCheck.run({ client, manifest: [], anchors: [] })) found.push(finding);
    return found;
  } finally {
    await client.query("rollback");
    client.release();
  }
}
