import { beforeAll, describe, expect, it } from "vitest";
import * as teamPage from "#app/routes/leader/team-awards.tsx";
import * as onePage from "#app/routes/office/award.tsx";
import * as filePage from "#app/routes/office/award-file.ts";
import * as holdsPage from "#app/routes/office/award-holds.tsx";
import * as listPage from "#app/routes/office/award-list.tsx";
import * as newPage from "#app/routes/office/award-new.tsx";
import * as deskPage from "#app/routes/office/awards.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { type LockedReview, plantLockedReview } from "../year-publication/locked-review.ts";

const office = testOffice();
let planted: LockedReview;
let desk: TestBrowser;
let chief: TestBrowser;
let leader: TestBrowser;
let [first, second] = [0, 0];

beforeAll(async () => {
  planted = await plantLockedReview(office);
  const { commune, teams } = planted.workers;
  desk = await commune.browser();
  const chiefId = await office.makeAccount({ name: "Chủ tịch Mường Thử" });
  await office.grant(chiefId, commune.communeId, "commune_leader");
  chief = await commune.browser(chiefId);
  leader = await commune.browser(teams[0]?.leaderAccount ?? "");
  [first = 0, second = 0] = [...planted.result.villages]
    .sort((left, right) => (left.rank ?? 9) - (right.rank ?? 9))
    .map(({ villageId }) => villageId);
});

const params = () => ({ reviewId: planted.reviewId });
const readList = async (browser = desk, query = "") =>
  (await browser.get(listPage.loader, `/${query}`, params())).body.list;
const press = (form: Record<string, string>, browser = desk) =>
  browser.post(listPage.action, "/", form, params());
const standings = async () => {
  const { clusters } = await readList();
  return Object.fromEntries(
    clusters[0].rows.map((row: { villageId: number; standing: string }) => [row.villageId, row.standing]),
  );
};
const wish = (changes: Record<string, string> = {}) => ({
  id: freshId(),
  chosen: `member:${planted.workers.teams[0]?.memberId}`,
  recipient: `member:${planted.workers.teams[0]?.memberId}`,
  basis: "sudden",
  form: "commendation",
  printedName: "Ông Người ghi Thôn Đông",
  achievement: "Hỗ trợ bà con khôi phục tài khoản sau đợt lừa đảo tháng 10.",
  firstDay: "2026-10-01",
  lastDay: "2026-11-30",
  ...changes,
});
const propose = (form: Record<string, string>, browser = desk) => browser.post(newPage.action, "/", form);

describe("the list of a locked review", () => {
  it("K04: is made of the ranking by the quota, with grounds that open and money by law as a proposal", async () => {
    expect(await standings()).toEqual({ [first]: "in", [second]: "out" });
    expect((await press({ act: "prefill" })).location).toContain("xong=lap");
    expect((await press({ act: "prefill" })).status).toBe(303);
    const list = await readList(desk, "?ngay=2026-12-20");
    expect(list.clusters[0].seats).toMatchObject({
      villages: 2,
      quotaBasisPoints: 2000,
      exact: 4000,
      seats: 1,
    });
    expect(list.lines).toHaveLength(1);
    expect(list.lines[0]).toMatchObject({ dong: 1_520_000, hindrance: null });
    expect(list.lines[0].proposal.grounds.map(({ kind }: { kind: string }) => kind)).toEqual([
      "review",
      "work",
    ]);
    expect(list.money).toMatchObject({ totalDong: 1_520_000, base: { document: "161/2026/NĐ-CP" } });
    expect((await readList(desk, "?ngay=2026-06-30")).money.totalDong).toBe(1_410_000);
  });

  it("K04: an officer finds a person without marks, and one achievement is rewarded once", async () => {
    const search = "?tim=nguoi ghi thon&dot=";
    const { found } = (await desk.get(newPage.loader, `/${search}${planted.reviewId}`)).body;
    expect(found.map(({ chosen }: { chosen: string }) => chosen)).toContain(wish().chosen);
    const merit = wish({ review: planted.reviewId, basis: "merit" });
    expect((await propose(merit)).status).toBe(303);
    expect((await propose(merit)).status).toBe(303);
    const again = await propose({ ...merit, id: freshId(), achievement: "Nói cách khác về cùng một năm." });
    expect(again.status).toBe(422);
    expect(again.body.problems.achievement.code).toBe("award_achievement_used");
    expect(again.body.values.printedName).toBe(merit.printedName);
    const list = await readList();
    expect(list.lines).toHaveLength(2);
    expect(list.fair).toMatchObject({ people: 1, leaders: 0, villagesInAll: 2 });
  });

  it("K04: what is wrong is said beside its field", async () => {
    const wrong: [Record<string, string>, string, string][] = [
      [{ form: "excellent_collective" }, "recipient", "award_form_not_for_recipient"],
      [{ basis: "thematic" }, "theme", "award_theme_missing"],
      [{ lastDay: "2026-09-01" }, "lastDay", "award_span_backwards"],
      [{ recipient: `village:${first}` }, "recipient", "award_recipient_gone"],
      [{ achievement: "Ngắn" }, "achievement", "too_short"],
      [{ chosen: "member:x" }, "chosen", "not_valid"],
    ];
    for (const [changes, field, code] of wrong) {
      const answer = await propose(wish(changes));
      expect(answer.status, code).toBe(422);
      expect(answer.body.problems[field]?.code, code).toBe(code);
    }
  });
});

it("K03: a review that is not locked shows what is proposed for it, and no list", async () => {
  const { communeId, commune } = planted.workers;
  const open = freshId();
  await office.db.superuser.query(
    `insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state, opened_by, opened_at)
     values ($1, $2, 'timely', 2026, 'Đợt quý IV', 202610, 202612, 1, 'open', $3, now())`,
    [communeId, open, commune.officerId],
  );
  const { body } = await desk.get(listPage.loader, "/", { reviewId: open });
  expect(body).toMatchObject({ list: null, waiting: { title: "Đợt quý IV", proposals: [] } });
  const early = await desk.post(listPage.action, "/", { act: "prefill" }, { reviewId: open });
  expect(early.body.problems.form.code).toBe("award_review_not_locked");
  expect((await desk.get(listPage.loader, "/", { reviewId: freshId() })).status).toBe(404);
});

describe("a departure from the ranking", () => {
  it("K04: counts only once a second person agrees; whoever asked cannot, and the database refuses it too", async () => {
    const asked = {
      act: "depart",
      id: freshId(),
      village: String(second),
      kind: "bring_in",
      reason: "Thôn mới sáp nhập, làm tốt từ giữa năm.",
    };
    expect((await press({ ...asked, kind: "pass_over" })).body.problems.village.code).toBe(
      "award_departure_does_not_fit",
    );
    expect((await press(asked)).location).toContain("xong=xin-khac");
    expect(await standings()).toMatchObject({ [second]: "out" });
    const answer = { act: "answer", departure: asked.id, answer: "agreed" };
    expect((await press(answer)).body.problems.answer.code).toBe("award_departure_is_yours");
    await expect(
      office.db.superuser.query(
        "update award_departure set answer = 'agreed', answered_by = asked_by, answered_at = now() where id = $1",
        [asked.id],
      ),
    ).rejects.toThrow(/departure_by_two/);
    expect((await press({ act: "prefill" }, chief)).status).toBe(404);
    expect((await press({ ...answer, answer: "refused" }, chief)).body.problems.answerReason.code).toBe(
      "required",
    );
    expect((await press(answer, chief)).location).toContain("xong=tra-loi");
    expect((await press(answer, chief)).body.problems.answer.code).toBe("award_departure_gone");
    expect(await standings()).toEqual({ [first]: "in", [second]: "brought_in" });
    const { clusters, departures } = await readList();
    expect(clusters[0]).toMatchObject({ listed: 2, seats: { seats: 1 } });
    expect(departures[0].answer).toMatchObject({ kind: "agreed", byName: "Chủ tịch Mường Thử" });
  });
});

describe("a hold", () => {
  it("K04: keeps a village in sight with its reason and paper until a person clears it by another", async () => {
    const hold = {
      act: "enter",
      id: freshId(),
      recipient: `village:${first}`,
      kind: "complaint",
      fromDay: "2026-11-30",
      reason: "Đang xác minh đơn phản ánh số liệu.",
      document: "05/TB-UBND ngày 30/11/2026",
    };
    const enter = (form: Record<string, string>) => desk.post(holdsPage.action, "/", form);
    expect((await enter({ ...hold, fromDay: "2026-12-03" })).body.problems.fromDay.code).toBe(
      "award_hold_in_future",
    );
    expect((await enter(hold)).location).toContain("xong=tam-dung");
    const held = await readList();
    const row = held.clusters[0].rows.find(({ villageId }: { villageId: number }) => villageId === first);
    expect(row).toMatchObject({ standing: "excluded", exclusion: { by: "hold", document: hold.document } });
    const hindered = held.lines.find(({ hindrance }: { hindrance: string | null }) => hindrance === "held");
    expect(hindered).toMatchObject({ dong: 0, proposal: { recipient: { key: `village:${first}` } } });
    const refused = await propose(wish({ chosen: `village:${first}`, recipient: `village:${first}` }));
    expect(refused.body.problems.recipient.code).toBe("award_is_held");
    const clear = {
      act: "clear",
      hold: hold.id,
      clearedOn: "2026-12-02",
      clearReason: "Đơn không có cơ sở.",
      clearDocument: "07/KL-UBND",
    };
    expect((await enter({ ...clear, clearedOn: "2026-11-29" })).body.problems.clearedOn.code).toBe(
      "award_hold_cleared_too_early",
    );
    expect((await enter(clear)).location).toContain("xong=het-tam-dung");
    expect((await enter(clear)).body.problems.clearedOn.code).toBe("award_hold_gone");
    expect((await desk.get(holdsPage.loader, "/")).body.holds[0].cleared).toMatchObject({
      document: "07/KL-UBND",
    });
    expect(await standings()).toMatchObject({ [first]: "in" });
  });
});

describe("a timely commendation", () => {
  it("K03: a leader proposes from the own village with the team's minutes; the office takes it up without any review", async () => {
    const send = (changes: Record<string, string>, withMinutes = true) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(wish({ act: "send", ...changes }))) form.set(name, value);
      if (withMinutes) form.set("file", new File(["%PDF-1.4\n%%EOF\n"], "bien-ban.pdf"));
      return leader.post(teamPage.action, "/", form);
    };
    expect((await send({}, false)).body.problems.file.code).toBe("award_minutes_missing");
    const stranger = `member:${planted.workers.teams[1]?.memberId}`;
    expect((await send({ chosen: stranger, recipient: stranger })).body.problems.recipient.code).toBe(
      "award_recipient_gone",
    );
    const id = freshId();
    expect((await send({ id })).location).toBe("/de-xuat-khen?xong=gui");
    const { own } = (await leader.get(teamPage.loader, "/")).body;
    expect(own).toMatchObject([{ id, state: "sent", file: { name: "bien-ban.pdf" } }]);
    expect((await desk.get(deskPage.loader, "/")).body.sent).toMatchObject([{ id, reviewId: null }]);
    expect((await desk.get(filePage.loader, "/", { proposalId: id })).headers.get("Content-Type")).toBe(
      "application/pdf",
    );
    expect((await leader.get(onePage.loader, "/", { proposalId: id })).status).toBe(404);
    const step = (form: Record<string, string>) =>
      desk.post(onePage.action, "/", { id: freshId(), ...form }, { proposalId: id });
    expect((await step({ act: "decline" })).body.problems.reason.code).toBe("required");
    expect((await step({ act: "accept" })).status).toBe(303);
    expect((await step({ act: "accept" })).body.problems.form.code).toBe("award_step_too_late");
    const { timely } = (await desk.get(deskPage.loader, "/")).body;
    expect(timely).toMatchObject([{ id, state: "proposed", steps: [{ act: "accept" }] }]);
  });
});

describe("the decision", () => {
  it("K04: awards what it names by number and day, once", async () => {
    const { lines } = await readList();
    const named = lines[0].proposal.id;
    const decide = { act: "decide", number: "45/QĐ-UBND", date: "2026-12-02", proposal: named };
    expect((await press({ ...decide, number: "45" })).body.problems.number.code).toBe(
      "award_number_malformed",
    );
    expect((await press({ ...decide, date: "2026-12-03" })).body.problems.date.code).toBe(
      "award_date_in_future",
    );
    expect((await press(decide)).location).toContain("xong=quyet-dinh");
    expect((await press(decide)).status).toBe(422);
    const { proposal } = (await desk.get(onePage.loader, "/", { proposalId: named })).body;
    expect(proposal).toMatchObject({
      state: "awarded",
      decision: { number: "45/QĐ-UBND", date: "2026-12-02" },
    });
    await expect(
      office.db.superuser.query(
        "update award_proposal set achievement = 'Một thành tích khác hẳn' where id = $1",
        [named],
      ),
    ).rejects.toThrow(/proposal_stands|cannot become/);
  });
});
