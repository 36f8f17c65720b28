import { beforeEach, describe, expect, it } from "vitest";
import * as own from "#app/routes/leader/year-comments.tsx";
import * as proof from "#app/routes/leader/year-comments-proof.ts";
import * as village from "#app/routes/leader/year-comments-village.tsx";
import * as desk from "#app/routes/office/year-comments.tsx";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { plantReview } from "./planted-review.ts";

const office = testOffice();
let team: LoggingTeam;
let reviewId: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  reviewId = await plantReview(office, team.commune);
});

const as = (accountId: string) => team.commune.browser(accountId);
const here = () => ({ reviewId, villageId: String(team.villageId) });
const PDF = `%PDF-1.4\n${"x".repeat(40)}\n%%EOF\n`;

async function announce(firstDay = "2026-11-20", lastDay = "2026-11-27") {
  const form = { act: "window", firstDay, lastDay };
  return (await as(team.officer.accountId)).post(desk.action, "/", form, { reviewId });
}
async function speak(wish: Record<string, string> = {}, by = team.leader.accountId, paper?: string) {
  const fields = new FormData();
  const form = {
    id: freshId(),
    criterion: "coverage",
    ownPoints: "57,5",
    content: "Thiếu 12 hộ xóm Bến.",
    ...wish,
  };
  for (const [name, value] of Object.entries(form)) fields.append(name, value);
  if (paper !== undefined) fields.append("proof", new File([paper], "danh-sach-ho.pdf"));
  return (await as(by)).post(village.action, "/", fields, here());
}
const talk = async (by = team.leader.accountId) =>
  (await (await as(by)).get(village.loader, "/", here())).body.talk;
const wordsOf = async () => (await talk()).groups[0].criteria[0].words;

describe("a village on its own sheet", () => {
  it("K06, part 2 row 11: scores itself with proof within the window, once however often it is sent", async () => {
    expect((await speak()).status).toBe(404);
    expect((await announce()).status).toBe(303);
    const id = freshId();
    expect((await speak({ id }, undefined, PDF)).status).toBe(303);
    expect((await speak({ id })).status).toBe(303);
    expect((await speak({ id, content: "Thiếu 20 hộ xóm Bến." })).body.problems.form.code).toBe(
      "comment_sent_otherwise",
    );
    const [word] = await wordsOf();
    expect(word).toMatchObject({
      ownPoints: 5_750,
      isOwn: true,
      proofs: [{ name: "danh-sach-ho.pdf" }],
      answer: null,
    });
    expect(await rowsOf(office, team, "select 1 from sheet_comment")).toHaveLength(1);
    office.setNow(new Date("2026-11-28T02:00:00Z"));
    expect((await speak()).body.problems.form).toEqual({ code: "comments_over", lastDay: "2026-11-27" });
  });

  it("more than the criterion gives, an unknown criterion and a script for a proof are refused in words; nothing typed is lost", async () => {
    await announce();
    const above = await speak({ ownPoints: "60,01" });
    expect(above).toMatchObject({
      status: 422,
      body: { problems: { ownPoints: { code: "comment_points_above" } } },
    });
    expect(above.body.values).toMatchObject({ content: "Thiếu 12 hộ xóm Bến.", ownPoints: "60,01" });
    expect((await speak({ criterion: "beauty" })).body.problems.form.code).toBe("comment_criterion_unknown");
    expect((await speak({}, undefined, "<script>")).body.problems.proof.code).toBe("file_not_paper");
    expect(await rowsOf(office, team, "select 1 from sheet_comment")).toHaveLength(0);
  });

  it("the sheet and its papers are for its own leaders and the office, not for members or the next village", async () => {
    await announce();
    await speak({}, undefined, PDF);
    const [{ proofs }] = await wordsOf();
    const knock = async (accountId: string) =>
      (await (await as(accountId)).get(proof.loader, "/", { reviewId, fileId: proofs[0].fileId })).status;
    const next = await team.logger({ name: "Hoàng Văn Bên", team: null });
    await team.commune.join(next.memberId, (await nextTeam()) ?? 0, { role: "leader" });
    expect([await knock(team.leader.accountId), await knock(team.officer.accountId)]).toEqual([200, 200]);
    expect([await knock(team.lan.accountId), await knock(next.accountId)]).toEqual([404, 404]);
    expect((await (await as(next.accountId)).get(village.loader, "/", here())).status).toBe(404);
    expect((await speak({}, next.accountId)).status).toBe(404);
    expect((await (await as(next.accountId)).get(own.loader, "/")).body.talks).toMatchObject([{ said: 0 }]);
  });
});

describe("the office on what villages said", () => {
  it("answers each word once, and everything is kept: rows of either side never change", async () => {
    await announce();
    await speak();
    await speak({ ownPoints: "58", content: "Đã có danh sách 12 hộ." });
    const [{ id: commentId }] = await wordsOf();
    const answer = async (text: string) =>
      (await as(team.officer.accountId)).post(
        desk.action,
        "/",
        { act: "answer", commentId, outcome: "mended", answer: text },
        { reviewId },
      );
    expect((await answer("Đã cộng 12 hộ vào sổ.")).status).toBe(303);
    expect((await answer("Đã cộng 12 hộ vào sổ.")).status).toBe(303);
    expect((await answer("Nghĩ lại rồi.")).body.problems.form.code).toBe("comment_answered");
    const words = await wordsOf();
    expect(words.map(({ ownPoints }: { ownPoints: number }) => ownPoints)).toEqual([5_750, 5_800]);
    expect(words[0].answer).toMatchObject({ outcome: "mended", content: "Đã cộng 12 hộ vào sổ." });
    for (const table of ["sheet_comment", "sheet_answer"])
      await expect(office.db.maintain.query(`update ${table} set content = 'khác hẳn'`)).rejects.toThrow(
        /append-only|permission denied/,
      );
    const { talk: all } = (await (await as(team.officer.accountId)).get(desk.loader, "/", { reviewId })).body;
    expect(all).toMatchObject({ silent: ["Thôn Đoài"], words: [{}, { answer: null }] });
  });

  it("the window is announced ahead and only grows; nobody but the office announces it", async () => {
    expect((await announce("2026-11-19")).body.problems.firstDay.code).toBe("window_begins_in_past");
    await announce();
    expect((await announce("2026-11-20", "2026-11-25")).body.problems.lastDay.code).toBe(
      "window_only_longer",
    );
    expect((await announce("2026-11-20", "2026-12-04")).status).toBe(303);
    const form = { act: "window", firstDay: "2026-11-20", lastDay: "2026-12-20" };
    expect((await (await as(team.leader.accountId)).post(desk.action, "/", form, { reviewId })).status).toBe(
      404,
    );
  });

  it("the database itself takes no word outside the window, nor an answer by whoever spoke", async () => {
    await announce();
    await speak();
    const { communeId } = team.commune;
    const insert = (at: string) =>
      office.db.maintain.query(
        `insert into sheet_comment (commune_id, id, review_id, village_id, criterion, content, made_by, made_at)
         values ($1, $2, $3, $4, 'coverage', 'Muộn rồi đấy.', $5, $6)`,
        [communeId, freshId(), reviewId, team.villageId, team.leader.accountId, at],
      );
    await expect(insert("2026-11-27T17:00:00Z")).rejects.toThrow(/takes no comment now/);
    await insert("2026-11-27T16:59:59Z");
    await expect(
      office.db.maintain.query(
        `insert into sheet_answer (commune_id, comment_id, outcome, content, answered_by, answered_at)
         select commune_id, id, 'kept', 'Tự trả lời.', made_by, now() from sheet_comment limit 1`,
      ),
    ).rejects.toThrow(/answered by another person/);
  });
});

async function nextTeam(): Promise<number | undefined> {
  const rows = await rowsOf(office, team, "select id from team order by id desc limit 1");
  return (rows[0] as { id: number } | undefined)?.id;
}
