import { createHash } from "node:crypto";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson } from "#app/domain/months/canonical-json.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { adoptSheet, askAdoption, giveBackSheet } from "#app/features/criteria/adopt-sheet.server.ts";
import { dropDraft, saveDraft, startDraft } from "#app/features/criteria/draft-sheet.server.ts";
import { readCriteria } from "#app/features/criteria/read-criteria.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import * as teams from "#app/routes/member/year-criteria.tsx";
import * as teamsFile from "#app/routes/member/year-criteria-file.ts";
import * as desk from "#app/routes/office/year-criteria.tsx";
import * as clusters from "#app/routes/office/year-criteria-clusters.tsx";
import * as edit from "#app/routes/office/year-criteria-edit.tsx";
import * as importing from "#app/routes/office/year-criteria-import.tsx";
import { findOffice, readByOffice } from "#tests/support/office-programs.ts";
import { testOffice } from "../communes/office.ts";
import { type Commune, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
const soffice = findOffice();
const DOCUMENT = "Quyết định 45/QĐ-UBND";
let commune: Commune;
let first: CommuneScope;
let second: CommuneScope;
let leaderId: string;

beforeEach(async () => {
  commune = await makeCommune(office, ["Thôn Đông"]);
  first = commune.scope;
  leaderId = await office.makeAccount({ name: "Người thứ hai" });
  await office.grant(leaderId, commune.communeId, "commune_leader");
  second = office.scope(commune.communeId, leaderId);
});

const read = () => readCriteria(office.platform, first);
const start = (title = "Bảng chấm điểm năm 2027") =>
  startDraft(office.platform, first, { title, from: null });

function withMaximum(key: string, maximum: number) {
  return (sheet: CriteriaSheet): CriteriaSheet => ({
    ...sheet,
    groups: sheet.groups.map((group) => ({
      ...group,
      criteria: group.criteria.map((each) => (each.key === key ? { ...each, maximum } : each)),
    })),
  });
}

async function adopted(): Promise<void> {
  await start();
  await askAdoption(office.platform, first, { revision: 1, document: DOCUMENT });
  expect(await adoptSheet(office.platform, second, { version: 1, revision: 2 })).toMatchObject({ ok: true });
}

/** The form as the page lays it out. */
async function typedForm(change: Record<string, string> = {}): Promise<Record<string, string>> {
  const { body } = await (await commune.browser()).get(edit.loader, "/x");
  const sheet = body.sheet as CriteriaSheet;
  const typed = (hundredths: number) => String(hundredths / 100).replace(".", ",");
  const fields: Record<string, string> = {
    revision: String(body.revision),
    title: body.title,
    quota: typed(sheet.quota),
  };
  for (const { key, title, explanation, maximum } of listCriteria(sheet)) {
    Object.assign(fields, {
      [`${key}.title`]: title,
      [`${key}.explanation`]: explanation,
      [`${key}.maximum`]: typed(maximum),
    });
    for (const { name, unit, value } of body.figures[key]) {
      if (value !== null) fields[`${key}.${name}`] = unit === "count" ? String(value) : typed(value);
    }
  }
  for (const { key, from } of sheet.bands) fields[`band.${key}`] = typed(from);
  return { ...fields, ...change };
}

describe("a scoring sheet", () => {
  it("K06: is kept only when it adds up; the refusal tells the sum, and what was typed stays", async () => {
    await start();
    const browser = await commune.browser();
    const wrong = await browser.post(edit.action, "/x", await typedForm({ "quality.maximum": "9,5" }));
    expect(wrong).toMatchObject({
      status: 422,
      body: {
        problems: { form: { code: "sheet_does_not_add_up", sum: 9_950, total: 10_000 } },
        values: { "quality.maximum": "9,5" },
      },
    });
    expect((await read()).inWork?.revision).toBe(1);

    const right = await browser.post(
      edit.action,
      "/x",
      await typedForm({
        "quality.maximum": "9,5",
        "reports.maximum": "8,5",
        "household-coverage.asked": "85",
        "proficient-people.perTeam": "",
        "campaigns.drop": "yes",
        "added.title": "Điểm trừ do có đơn thư đúng",
        "added.maximum": "5",
        "added.group": "diligence",
        "added.nature": "deduction",
        "band.excellent": "92,5",
      }),
    );
    expect(right).toMatchObject({ status: 303 });
    const { sheet } = (await read()).inWork ?? {};
    if (!sheet) throw new Error("nothing is in work");
    const of = (key: string) => listCriteria(sheet).find((each) => each.key === key);
    expect(of("campaigns")).toBeUndefined();
    expect(of("quality")?.maximum).toBe(950);
    expect(of("household-coverage")?.measure).toMatchObject({ formula: { asked: 8_500 } });
    expect(of("proficient-people")?.measure).toMatchObject({ formula: { perTeam: null, ofAdults: 1_000 } });
    expect(of("own-1")).toMatchObject({ nature: "deduction", maximum: 500, measure: { by: "document" } });
    expect(sheet.bands[0]?.from).toBe(9_250);
    const unread = await browser.post(edit.action, "/x", await typedForm({ "reports.maximum": "tám" }));
    expect(unread.body.problems["reports.maximum"]).toEqual({ code: "criteria_figure_unread" });
  });

  it("K06: takes another way to score a criterion, and clusters with each village in one at most", async () => {
    await start();
    const browser = await commune.browser();
    const fine = await typedForm({ "quality.measure": "vote-50", "reports.measure": "training.share" });
    expect(await browser.post(edit.action, "/x", fine)).toMatchObject({ status: 303 });
    const wrong = await typedForm({
      "quality.measure": "vote-100",
      "quality.maximum": "9,5",
      "reports.maximum": "8,5",
    });
    expect((await browser.post(edit.action, "/x", wrong)).body.problems.form).toMatchObject({
      code: "sheet_vote_step_does_not_fit",
    });
    const of = async (key: string) => {
      const sheet = (await read()).inWork?.sheet;
      return sheet && listCriteria(sheet).find((each) => each.key === key)?.measure;
    };
    expect(await of("quality")).toEqual({ by: "vote", step: 50 });
    expect(await of("reports")).toMatchObject({ metric: "training", formula: { kind: "share" } });

    const villageId = commune.villages.get("Thôn Đông") ?? 0;
    const { revision } = (await browser.get(clusters.loader, "/x")).body;
    const save = (fields: Record<string, string>) =>
      browser.post(clusters.action, "/x", { revision: String(revision), ...fields });
    const nameless = await save({ "title-1": "Vùng thấp", [`village-${villageId}`]: "2" });
    expect(nameless).toMatchObject({
      status: 422,
      body: {
        problems: { "title-2": { code: "cluster_without_name", slot: 2 } },
        values: { "title-1": "Vùng thấp" },
      },
    });
    const made = await save({ "title-1": "Vùng thấp", "title-2": "Vùng cao", [`village-${villageId}`]: "2" });
    expect(made.status).toBe(303);
    expect((await read()).inWork?.sheet.clusters).toEqual([
      { key: "cluster-1", title: "Vùng thấp", villages: [] },
      { key: "cluster-2", title: "Vùng cao", villages: [villageId] },
    ]);
    expect((await save({ "title-1": "Khác" })).body.problems.form.code).toBe("changed_meanwhile");
  });

  it("K06, T6: takes two persons and a document, and stands from then on", async () => {
    await start();
    expect(await adoptSheet(office.platform, second, { version: 1, revision: 1 })).toMatchObject({
      code: "criteria_not_asked",
    });
    const wish = { revision: 1, document: DOCUMENT };
    expect(await askAdoption(office.platform, first, wish)).toEqual({ ok: true, value: null });
    expect(await askAdoption(office.platform, first, wish)).toEqual({ ok: true, value: null });
    const change = { revision: 2, title: "Khác", change: withMaximum("quality", 1_000) };
    expect(await saveDraft(office.platform, first, change)).toMatchObject({
      code: "criteria_waits_for_second",
    });
    expect(await dropDraft(office.platform, first)).toMatchObject({ code: "criteria_waits_for_second" });
    const adoption = { version: 1, revision: 2 };
    expect(await adoptSheet(office.platform, first, adoption)).toMatchObject({
      code: "criteria_second_person",
    });
    expect(await adoptSheet(office.platform, second, { version: 1, revision: 1 })).toMatchObject({
      code: "changed_meanwhile",
    });
    const done = { ok: true, value: { version: 1 } };
    expect(await adoptSheet(office.platform, second, adoption)).toEqual(done);
    expect(await adoptSheet(office.platform, second, adoption)).toEqual(done);
    const { rows } = await office.db.maintain.query<{ content: never; hash: string }>(
      "select content, encode(content_sha256, 'hex') as hash from criteria_sheet where commune_id = $1",
      [commune.communeId],
    );
    expect(
      createHash("sha256")
        .update(canonicalJson(rows[0]?.content ?? null))
        .digest("hex"),
    ).toBe(rows[0]?.hash);
    for (const sql of [
      "update criteria_sheet set title = 'Khác'",
      "update criteria_sheet set state = 'draft'",
    ]) {
      await expect(office.db.superuser.query(sql)).rejects.toThrow(/stands as it is/);
    }
  });

  it("is drafted once at a time: of two officers who save at once one is told, a draft given back can be dropped", async () => {
    await start();
    expect(await start("Bảng khác")).toMatchObject({ code: "criteria_already_drafted" });
    const save = (title: string) =>
      saveDraft(office.platform, first, { revision: 1, title, change: (sheet) => sheet });
    const both = await Promise.all([save("Bảng của tôi"), save("Bảng của chị")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "changed_meanwhile" });
    await askAdoption(office.platform, first, { revision: 2, document: DOCUMENT });
    expect(await giveBackSheet(office.platform, second)).toMatchObject({ ok: true });
    expect((await read()).inWork).toMatchObject({ state: "draft", askedBy: null });
    expect(await dropDraft(office.platform, first)).toMatchObject({ ok: true });
    expect(await read()).toMatchObject({ inWork: null, versions: [] });
  });

  it("K07: is read by every team with an example that adds up; a draft is not", async () => {
    const memberId = await commune.member();
    await commune.join(memberId, await commune.team("Thôn Đông"));
    const member = await commune.browser(await commune.account(memberId));
    expect((await member.get(teams.loader, "/nam/tieu-chi")).body).toEqual({ published: null });
    await adopted();
    await startDraft(office.platform, first, { title: "Bảng năm sau", from: 1 });
    const { published } = (await member.get(teams.loader, "/nam/tieu-chi")).body;
    expect(published).toMatchObject({ version: 1, document: DOCUMENT, day: "2026-11-20" });
    const { score, criteria } = published.example.score;
    const shown = criteria.reduce((sum: number, each: { shown: number }) => sum + each.shown, 0);
    expect(Math.abs(shown - score)).toBeLessThanOrEqual(criteria.length / 2);
    expect((await member.get(teamsFile.loader, "/x")).status).toBe(200);
    expect((await member.get(desk.loader, "/x")).status).toBe(404);
  });
});

describe("K06: the sheet as offices keep it", () => {
  let ours: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    ours = await workbook([
      ["PHÒNG VĂN HÓA - XÃ HỘI"],
      [],
      ["STT", "Nội dung tiêu chí", "Điểm chuẩn", "Tự chấm"],
      ["I", "Kết quả", 70],
      [1, "Người thành thạo", "40 điểm"],
      [2, "Phủ hộ gia đình", 30, 25],
      ["II", "Nề nếp", null],
      [1, "Hồ sơ, sổ sách", "30,0"],
      [null, "TỔNG ĐIỂM", 100],
      [],
      [null, "Người lập biểu"],
    ]);
  });

  async function send(bytes: Uint8Array<ArrayBuffer>, title = "Bảng của xã") {
    const form = new FormData();
    form.set("title", title);
    form.set("file", new File([bytes], "bang.xlsx"));
    return (await commune.browser()).post(importing.action, "/x", form);
  }

  it("is read out of their own workbook into the draft", async () => {
    expect(await send(ours)).toMatchObject({ status: 303 });
    const { inWork } = await read();
    expect(inWork).toMatchObject({ title: "Bảng của xã", state: "draft" });
    expect(listCriteria(inWork?.sheet as CriteriaSheet).map(({ key, measure }) => [key, measure.by])).toEqual(
      [
        ["proficient-people", "metric"],
        ["household-coverage", "metric"],
        ["ho-so-so-sach", "document"],
      ],
    );
  });

  it("goes out with columns for one's own score and proof, and comes back as it went", async () => {
    await adopted();
    const { bytes } = await (await commune.browser()).get(teamsFile.loader, "/x");
    if (!bytes) throw new Error("no file");
    expect(await send(new Uint8Array(bytes))).toMatchObject({ status: 303 });
    const { inWork, adopted: standing } = await read();
    const rows = (sheet: CriteriaSheet | undefined) =>
      listCriteria(sheet as CriteriaSheet).map(({ key, title, maximum, nature, measure }) => [
        key,
        title,
        maximum,
        nature,
        measure,
      ]);
    expect(rows(inWork?.sheet)).toEqual(rows(standing?.sheet));
    expect(inWork?.sheet.groups.map(({ title }) => title)).toEqual(
      standing?.sheet.groups.map(({ title }) => title),
    );
  });

  it.skipIf(soffice === null)("is opened by LibreOffice with its figures as numbers", async () => {
    await adopted();
    const { bytes } = await (await commune.browser()).get(teamsFile.loader, "/x");
    const text = readByOffice(soffice ?? "", bytes ?? new Uint8Array(), "xlsx");
    expect(text).toContain("Điểm tự chấm");
    expect(text).toMatch(/Tổng cộng,[^\n]*,100/);
    expect(text).toContain(DOCUMENT);
  });

  it("is refused in words when it does not add up, has no such table or is none at all", async () => {
    const short = await workbook([
      ["Tiêu chí", "Điểm tối đa"],
      ["Báo cáo", 60],
      ["Tập huấn", 30],
    ]);
    const files: [Uint8Array<ArrayBuffer>, string][] = [
      [short, "sheet_does_not_add_up"],
      [await workbook([["Họ và tên", "Điện thoại"]]), "criteria_table_unknown"],
      [new TextEncoder().encode("%PDF-1.7"), "file_format_unknown"],
      [ours.slice(0, 300), "workbook_unreadable"],
      [new Uint8Array(), "file_missing"],
    ];
    for (const [bytes, code] of files) {
      expect(await send(bytes)).toMatchObject({ status: 422, body: { problems: { file: { code } } } });
    }
    expect((await read()).inWork).toBeNull();
  });
});

async function workbook(rows: (string | number | null)[][]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeXlsx({ sheets: [{ name: "Bảng điểm", rows }] }));
}
