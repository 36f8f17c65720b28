import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { PaperForm } from "#app/domain/year-papers/issued-paper.ts";
import { verifyFile } from "#app/features/year-papers/verify/verify-file.server.ts";
import * as listPage from "#app/routes/office/award-list.tsx";
import * as newAward from "#app/routes/office/award-new.tsx";
import * as paperPage from "#app/routes/office/year-paper.tsx";
import * as filePage from "#app/routes/office/year-paper-file.ts";
import * as printerPage from "#app/routes/office/year-paper-printer.tsx";
import * as testSheet from "#app/routes/office/year-paper-test-sheet.ts";
import * as deskPage from "#app/routes/office/year-papers.tsx";
import * as checkPage from "#app/routes/public/check-paper.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { type LockedReview, plantLockedReview } from "../year-publication/locked-review.ts";

const office = testOffice();
let planted: LockedReview;
let desk: TestBrowser;
let chief: TestBrowser;
let leader: TestBrowser;

beforeAll(async () => {
  planted = await plantLockedReview(office);
  const { commune, teams } = planted.workers;
  desk = await commune.browser();
  const chiefId = await office.makeAccount({ name: "Chủ tịch Mường Thử" });
  await office.grant(chiefId, commune.communeId, "commune_leader");
  chief = await commune.browser(chiefId);
  leader = await commune.browser(teams[0]?.leaderAccount ?? "");
});

const params = (more: Record<string, string> = {}) => ({ reviewId: planted.reviewId, ...more });
const lineOf = async (kind: string) =>
  (await desk.get(deskPage.loader, "/", params())).body.desk.lines.find(
    (line: { kind: string }) => line.kind === kind,
  );
const issue = (paperKind: string, form: Record<string, string> = {}, query = "", browser = desk) =>
  browser.post(paperPage.action, `/${query}`, { id: freshId(), ...form }, params({ paperKind }));
const read = async (paperKind: string, query = "") =>
  (await desk.get(paperPage.loader, `/${query}`, params({ paperKind }))).body.page;
async function download(paperId: string, form: PaperForm, browser = desk): Promise<Uint8Array> {
  const args = params({ yearPaper: paperId, yearPaperFile: `van-ban.${form}` });
  const { bytes, status } = await browser.get(filePage.loader, "/", args);
  expect(status).toBe(200);
  return bytes ?? new Uint8Array();
}
const verify = (bytes: Uint8Array) =>
  verifyFile({ maintain: office.db.maintain, press: office.platform }, bytes);

function forged(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  return zipSync({ ...parts, [part]: strToU8(change(before)) });
}

describe("the papers of a locked review", () => {
  it("K04: what a paper waits for is said, and nothing is issued before it is there", async () => {
    expect(await lineOf("minutes")).toMatchObject({ hindrance: "no_council", issued: [] });
    expect(await lineOf("submission")).toMatchObject({ hindrance: "no_nominees" });
    expect(await lineOf("villages")).toMatchObject({ hindrance: null });
    const answer = await issue("to-trinh");
    expect([answer.status, answer.body.problems.form.code]).toEqual([422, "year_paper_no_nominees"]);
    expect((await issue("bien-ban")).body.problems.form.code).toBe("year_paper_no_council");
  });

  it("K04: the list goes into the submission with its money, and each nominee has a report of achievement", async () => {
    expect((await desk.post(listPage.action, "/", { act: "prefill" }, params())).status).toBe(303);
    const person = {
      id: freshId(),
      review: planted.reviewId,
      chosen: `member:${planted.workers.teams[0]?.memberId}`,
      recipient: `member:${planted.workers.teams[0]?.memberId}`,
      basis: "merit",
      form: "commendation",
      printedName: "Bà Người Ghi Chép",
      achievement: "Hướng dẫn bà con dùng dịch vụ công trong cả năm.",
      firstDay: "2026-01-01",
      lastDay: "2026-11-30",
    };
    expect((await desk.post(newAward.action, "/", person)).status).toBe(303);
    const page = await read("to-trinh");
    const text = JSON.stringify(page.draft.paper);
    expect(text).toContain("01 tập thể, 01 cá nhân");
    expect(text).toContain("Tổng số tiền thưởng: 2.280.000 đồng.");
    const { nominees } = (await desk.get(deskPage.loader, "/", params())).body.desk;
    expect(nominees).toHaveLength(2);
    const report = await read("bao-cao-thanh-tich", `?de-nghi=${nominees[1].id}`);
    expect(JSON.stringify(report.draft.paper)).toContain("Họ và tên: Bà Người Ghi Chép.");
    expect((await desk.get(paperPage.loader, "/", params({ paperKind: "bao-cao-thanh-tich" }))).status).toBe(
      404,
    );
  });

  it("K02: a paper is kept as it was issued: sent twice it is one, the same facts are the same paper, others a new one", async () => {
    const form = { id: freshId(), number: "12/TTr-VHXH", day: "2026-12-02" };
    for (const _ of [1, 2]) expect((await issue("to-trinh", form)).location).toContain("xong=phat-hanh");
    expect((await issue("to-trinh", { ...form, id: freshId() })).status).toBe(303);
    expect((await lineOf("submission")).issued).toHaveLength(1);
    expect((await issue("to-trinh", { day: "2026-06-30" })).status).toBe(303);
    const { issued } = await read("to-trinh");
    expect(issued.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    const sql = `update year_paper set title = 'x' where commune_id = ${planted.workers.communeId}`;
    await expect(office.db.maintain.query(sql)).rejects.toThrow(/permission denied|append/);
  });

  it("K02: every file of a paper is known to the byte; one changed cell of DOCX, XLSX or PDF is found and said", async () => {
    const [second, first] = (await read("to-trinh")).issued;
    const files = {
      docx: await download(first.id, "docx"),
      xlsx: await download(first.id, "xlsx"),
      pdf: await download(first.id, "pdf"),
    };
    for (const bytes of Object.values(files))
      expect(await verify(bytes)).toMatchObject({
        is: "equal",
        how: "to_the_byte",
        paper: { code: first.code },
      });
    const savedAnew = forged(files.docx, "word/document.xml", (xml) => `${xml}\n`);
    expect(await verify(savedAnew)).toMatchObject({ is: "equal", how: "in_words", filledIn: [] });
    const open = await download(second.id, "docx");
    const filled = forged(open, "word/document.xml", (xml) => xml.replace(/Số: +\//, "Số: 12/"));
    expect(await verify(filled)).toMatchObject({
      is: "equal",
      filledIn: [{ issued: "Số: /TTr-VHXH", found: "Số: 12/TTr-VHXH" }],
    });
    const dearer = forged(files.docx, "word/document.xml", (xml) => xml.replace("2.280.000", "2.980.000"));
    expect(await verify(dearer)).toMatchObject({
      is: "changed",
      differences: [
        { issued: expect.stringContaining("2.280.000"), found: expect.stringContaining("2.980.000") },
      ],
    });
    const cell = forged(files.xlsx, "xl/worksheets/sheet1.xml", (xml) =>
      xml.replace("<v>1520000</v>", "<v>1920000</v>"),
    );
    expect(await verify(cell)).toMatchObject({
      is: "changed",
      differences: expect.arrayContaining([expect.objectContaining({ issued: "1520000", found: "1920000" })]),
    });
    const stamped = Buffer.concat([files.pdf, Buffer.from("\n% \n")]);
    expect(await verify(stamped)).toMatchObject({ is: "changed", differences: [{ at: "file" }] });
    expect(await verify(Buffer.from("no paper"))).toEqual({ is: "unknown", why: "not_a_paper" });
    const feet = Object.keys(unzipSync(files.docx)).filter((name) => name.startsWith("word/footer"));
    const stranger = feet.reduce(
      (bytes, foot) => forged(bytes, foot, (xml) => xml.replaceAll(first.code, "1-0000000000000000")),
      files.docx,
    );
    expect(await verify(stranger)).toEqual({ is: "unknown", why: "no_such_paper" });
  });

  it("K02: whoever holds a paper can ask whether it is one, and is told no name that stands on it", async () => {
    const [second, first] = (await read("to-trinh")).issued;
    const ask = (yearPaperCode: string) => leader.get(checkPage.loader, "/", { yearPaperCode });
    const known = await ask(first.code);
    expect(known.body.paper).toMatchObject({
      kind: "submission",
      isReplaced: true,
      documentNumber: "12/TTr-VHXH",
    });
    expect((await ask(second.code)).body.paper.isReplaced).toBe(false);
    expect(JSON.stringify(known.body)).not.toContain("Người Ghi");
    for (const wrong of ["1-0123456789abcdef", "khong-phai-ma", `${first.code}0`])
      expect((await ask(wrong)).status, wrong).toBe(404);
  });

  it("a sheet of merit must name its decision; the picture, the shift and the laws are the commune's own", async () => {
    const missing = await issue("giay-khen");
    expect(missing.body.problems.form.code).toBe("year_paper_needs_decision");
    const setUp = (form: Record<string, string | File>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ id: freshId(), ...form })) body.set(name, value);
      return desk.post(printerPage.action, "/", body, params());
    };
    expect((await setUp({ shiftRight: "31" })).body.problems.shiftRight.code).toBe("too_large");
    expect((await setUp({ shiftDown: "năm" })).body.problems.shiftDown.code).toBe("not_a_number");
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#b11" } })
      .png()
      .toBuffer();
    const emblem = new File([new Uint8Array(picture)], "quoc-huy.png");
    const kept = { shiftRight: "2,5", shiftDown: "-1", bases: "Căn cứ Luật A;\nCăn cứ Luật B.", emblem };
    expect((await setUp(kept)).status).toBe(303);
    const { printer } = (await desk.get(printerPage.loader, "/", params())).body;
    expect(printer).toMatchObject({
      shiftRight: 25,
      shiftDown: -10,
      hasEmblem: true,
      bases: ["Căn cứ Luật A", "Căn cứ Luật B"],
    });
    const decision = { number: "07/QĐ-UBND", day: "2026-12-02" };
    for (const kind of ["giay-khen", "in-len-phoi", "trinh-chieu"])
      expect((await issue(kind, decision)).status, kind).toBe(303);
    const [sheets] = (await read("giay-khen")).issued;
    const pdf = await download(sheets.id, "pdf");
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(await verify(pdf)).toMatchObject({ is: "equal", how: "to_the_byte" });
    expect((await desk.get(testSheet.loader, "/", params())).status).toBe(200);
    expect(
      (await desk.get(filePage.loader, "/", params({ yearPaper: sheets.id, yearPaperFile: "van-ban.docx" })))
        .status,
    ).toBe(404);
  });

  it("leadership reads and issues nothing; leaders of teams and officers of another commune find no such page", async () => {
    const [paper] = (await read("to-trinh")).issued;
    expect((await chief.get(deskPage.loader, "/", params())).body.mayIssue).toBe(false);
    expect((await issue("to-trinh", {}, "", chief)).status).toBe(404);
    expect((await leader.get(deskPage.loader, "/", params())).status).toBe(404);
    const elsewhere = await plantLockedReview(office);
    const stranger = await elsewhere.workers.commune.browser();
    expect((await stranger.get(deskPage.loader, "/", params())).status).toBe(404);
    const args = params({ yearPaper: paper.id, yearPaperFile: "van-ban.pdf" });
    expect((await stranger.get(filePage.loader, "/", args)).status).toBe(404);
  });
});
