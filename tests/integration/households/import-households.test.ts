import { writeXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { tellingProgress } from "#app/features/household-import/tell-progress.server.ts";
import { addHouseholdQuickly } from "#app/features/households/add-household-quickly.server.ts";
import { addPersonSlot } from "#app/features/households/add-person-slot.server.ts";
import { readHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import * as upload from "#app/routes/office/household-import.tsx";
import * as batch from "#app/routes/office/household-import-batch.tsx";
import * as progress from "#app/routes/office/household-import-progress.ts";
import * as template from "#app/routes/office/household-import-template.tsx";
import * as rosterUpload from "#app/routes/office/roster-import.tsx";
import { writeHouseholdBook } from "#tests/support/household-book.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, day, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  desk = await commune.browser();
});

const IMPORTS = "/van-phong/ho/nhap";
const TABLE = [
  ["STT", "Mã hộ", "Họ và tên chủ hộ", "Ngõ, xóm", "Số người lớn", "Hộ nghèo", "Số CCCD", "Điện thoại"],
  ["I", "Thôn Đông"],
  ["1", "001", "NGUYỄN VĂN HÙNG", "Ngõ 2", "3", "x", "001099012345", "0912345678"],
  ["2", "", "Lò Thị Tươi", "Ngõ 2", "2"],
  ["II", "Thôn Đoài"],
  ["1", "001", "Giàng A Páo", "Xóm Đồi", "1"],
  ["Tổng cộng", "", "", "", "6"],
];
const pasted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\n");

async function uploaded(text: string): Promise<string> {
  const answer = await desk.post(upload.action, IMPORTS, { pasted: text, effectiveOn: "2026-01-01" });
  if (answer.status !== 303) throw new Error(JSON.stringify(answer.body));
  return answer.location?.split("/").at(-1) ?? "";
}
const view = async (batchId: string, search = "") =>
  (await desk.get(batch.loader, `${IMPORTS}/${batchId}${search}`, { householdBatchId: batchId })).body;
const act = (batchId: string, form: Record<string, string>) =>
  desk.post(batch.action, `${IMPORTS}/${batchId}`, form, { householdBatchId: batchId });
const register = async (name = "Thôn Đông") =>
  (
    await readHouseholdsForLogging(office.platform, commune.scope, commune.villages.get(name) ?? 0, {
      on: day("2026-11-20"),
      sight: "all",
    })
  ).map(({ code, head, lane, slots }) => `${code} ${head}, ${lane}, ${slots.length}`);
const digest = async () => {
  const { rows } = await office.db.maintain.query(
    `select md5(string_agg(t.text, '|' order by t.text)) as digest from (
       select (to_jsonb(h) - 'head_label')::text as text from household h where commune_id = $1
       union all select to_jsonb(s)::text from person_slot s where commune_id = $1) t`,
    [commune.communeId],
  );
  return rows[0]?.digest;
};

describe("a list of households from a file", () => {
  it("B13: is looked at first, then taken over whole; identity numbers are skipped and said so", async () => {
    const batchId = await uploaded(pasted(TABLE));
    const seen = await view(batchId);
    expect(seen.summary).toMatchObject({
      counts: { create: 3, problem: 0, update: 0, same: 0 },
      sections: 2,
      totals: 1,
      ignoredCitizenIds: true,
      hasNoAdults: false,
    });
    expect(await register()).toEqual([]);
    expect((await act(batchId, { act: "apply" })).status).toBe(303);
    expect(await register()).toEqual(["001 Nguyễn Văn Hùng, Ngõ 2, 3", "002 Lò Thị Tươi, Ngõ 2, 2"]);
    expect(await register("Thôn Đoài")).toEqual(["001 Giàng A Páo, Xóm Đồi, 1"]);
    const { rows } = await office.db.maintain.query(
      "select count(*)::int as open from import_line where encode(sealed, 'escape') like '%H%ng%'",
    );
    expect(rows[0].open).toBe(0);
    for (const table of ["household", "person_slot", "import_line", "import_batch", "audit_log"]) {
      const dump = await office.db.maintain.query(`select t::text as text from ${table} t`);
      expect(dump.rows.map(({ text }) => text).join()).not.toContain("001099012345");
    }
  });

  it("sent twice is done once, and the same file again changes nothing", async () => {
    const batchId = await uploaded(pasted(TABLE));
    await act(batchId, { act: "apply" });
    const before = await digest();
    expect((await act(batchId, { act: "apply" })).status).toBe(303);
    const again = await uploaded(pasted(TABLE));
    expect((await view(again)).summary).toMatchObject({
      counts: { same: 3, create: 0, update: 0 },
      appliedBefore: NOW.toISOString(),
    });
    expect((await act(again, { act: "apply" })).status).toBe(303);
    expect(await digest()).toBe(before);
  });

  it("is mended in place, line by line, and nothing is taken over before", async () => {
    const broken = [
      TABLE[0] ?? [],
      ["1", "001", "Ông Hùng", "Ngõ 2", "hai"],
      ["2", "002", "", "Ngõ 2", "2"],
      ["3", "003", "Bà Mỷ", "Ngõ 2", "1"],
    ];
    const batchId = await uploaded(`${pasted([broken[0] ?? [], ["I", "Thôn Xa"], ...broken.slice(1)])}`);
    expect((await view(batchId)).summary.counts).toMatchObject({ problem: 3 });
    expect((await act(batchId, { act: "apply" })).body.problems).toMatchObject({
      form: { code: "import_not_ready", count: 3 },
    });
    await act(batchId, { act: "mend", line: "1", village: "Thôn Đông", adults: "2" });
    await act(batchId, { act: "mend", line: "2", village: "Thôn Đông", head: "Bà Tươi" });
    await act(batchId, { act: "leave_out", line: "3" });
    expect((await view(batchId)).summary.counts).toEqual({
      problem: 0,
      create: 2,
      update: 0,
      same: 0,
      ignored: 1,
    });
    await act(batchId, { act: "apply" });
    expect(await register()).toEqual(["001 Ông Hùng, Ngõ 2, 2", "002 Bà Tươi, Ngõ 2, 2"]);
  });

  it("is undone as a whole: new households go, changed ones read as before", async () => {
    await act(await uploaded(pasted(TABLE)), { act: "apply" });
    const before = await digest();
    const change = [
      TABLE[0] ?? [],
      TABLE[1] ?? [],
      ["1", "001", "Bà Lan", "Ngõ 9", "4"],
      ["2", "9", "Bà Mỷ", "", "1"],
    ];
    const second = await uploaded(pasted(change));
    expect((await view(second)).summary.counts).toMatchObject({ update: 1, create: 1 });
    await act(second, { act: "apply" });
    expect(await register()).toContain("001 Bà Lan, Ngõ 9, 4");
    expect((await act(second, { act: "undo" })).status).toBe(303);
    expect((await act(second, { act: "undo" })).status).toBe(303);
    expect(await digest()).toBe(before);
  });

  it("is not undone once somebody has worked with what it brought, nor after a day", async () => {
    const batchId = await uploaded(pasted(TABLE));
    await act(batchId, { act: "apply" });
    const { rows } = await office.db.maintain.query(
      "select id from household where commune_id = $1 and code = '002'",
      [commune.communeId],
    );
    const person = { clientId: freshId(), householdId: rows[0].id, name: "Bà Tươi", phone: null };
    await commune.act((tx, on) => addPersonSlot(tx, office.platform.keys, on, person));
    expect((await act(batchId, { act: "undo" })).body.problems).toEqual({
      form: { ok: false, code: "import_undo_blocked", names: ["002 Lò Thị Tươi"], count: 1 },
    });
    office.setNow(new Date(NOW.getTime() + 25 * 3_600_000));
    desk = await commune.browser();
    expect((await act(batchId, { act: "undo" })).body.problems).toMatchObject({
      form: { code: "import_undo_too_late" },
    });
  });

  it("is planned anew when a village's list has changed since the look", async () => {
    const batchId = await uploaded(pasted(TABLE));
    const quick = {
      id: freshId(),
      villageId: commune.villages.get("Thôn Đông") ?? 0,
      head: "Lò Thị Tươi",
      lane: "Ngõ 2",
      adults: 2,
    };
    await commune.act((tx, on) => addHouseholdQuickly(tx, office.platform.keys, on, quick));
    expect((await act(batchId, { act: "apply" })).body.problems).toMatchObject({
      form: { code: "import_changed_meanwhile" },
    });
    expect(await register()).toHaveLength(1);
  });

  it("comes as a workbook as well, and a workbook without a heading is refused in words", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Hộ", rows: TABLE.map((row) => [...row]) }] });
    const { previewHouseholds } = await import("#app/features/household-import/preview-households.server.ts");
    const take = (data: Uint8Array) =>
      previewHouseholds(
        office.platform,
        commune.scope,
        { fileName: "ho.xlsx", bytes: data },
        day("2026-01-01"),
      );
    const verdict = await take(bytes);
    expect(verdict.ok && (await view(verdict.value.batchId)).summary.counts).toMatchObject({ create: 3 });
    const other = await writeXlsx({ sheets: [{ name: "Giá", rows: [["Tên hàng", "Giá"]] }] });
    expect(await take(other)).toEqual({ ok: false, code: "no_household_header" });
    const typed = { pasted: "không phải bảng", effectiveOn: "hôm qua" };
    for (const action of [upload.action, rosterUpload.action]) {
      const kept = await desk.post(action, IMPORTS, typed);
      expect([kept.status, kept.body.values]).toEqual([422, typed]);
      const noTable = await desk.post(action, IMPORTS, { ...typed, effectiveOn: "2026-01-01" });
      expect(noTable.status).toBe(422);
      expect(noTable.body.values.pasted).toBe(typed.pasted);
    }
    const empty = await desk.post(upload.action, IMPORTS, { effectiveOn: "2026-01-01" });
    expect(empty.body.problems).toEqual({ file: { code: "file_missing" } });
  });

  it("begins with a template whose headings the import reads again", async () => {
    const { status, headers } = await desk.get(template.loader, `${IMPORTS}/mau.xlsx`);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toContain("spreadsheet");
    const { vi } = await import("#app/messages/vi.ts");
    const { readHouseholdSheet } = await import("#app/domain/households/household-sheet.ts");
    const { headings } = vi.householdImport.sheet;
    const row = headings.map((_, index) => (index === 5 ? "2" : index >= 6 && index <= 10 ? "x" : "a"));
    const sheet = readHouseholdSheet([headings, row]);
    expect(sheet.ok && sheet.rows).toMatchObject([
      { household: { priorities: ["elderly", "disabled", "minority", "poor", "remote"], adults: "2" } },
    ]);
    expect(sheet.ok && sheet.hasNoAdults).toBe(false);
  });

  it("B13: of more rows than one statement takes comes over whole, and goes again whole", async () => {
    const bytes = await writeHouseholdBook({ households: 1_200, villages: ["Thôn Đông", "Thôn Đoài"] });
    const { previewHouseholds } = await import("#app/features/household-import/preview-households.server.ts");
    const verdict = await previewHouseholds(
      office.platform,
      commune.scope,
      { fileName: "ho.xlsx", bytes },
      day("2026-01-01"),
    );
    if (!verdict.ok) throw new Error(verdict.code);
    const { batchId } = verdict.value;
    expect((await view(batchId)).summary.counts).toMatchObject({ create: 1_200, problem: 0 });
    expect((await act(batchId, { act: "apply" })).status).toBe(303);
    const codes = async () => {
      const { rows } = await office.db.maintain.query(
        "select count(*)::int as households, count(distinct (village_id, code))::int as codes from household where commune_id = $1",
        [commune.communeId],
      );
      return rows[0];
    };
    expect(await codes()).toEqual({ households: 1_200, codes: 1_200 });
    expect((await act(batchId, { act: "undo" })).status).toBe(303);
    expect(await codes()).toEqual({ households: 0, codes: 0 });
  });

  it("says how far it is to the one who waits, to nobody else, and nothing once it is over", async () => {
    const asked = async (browser: TestBrowser) =>
      JSON.parse((await browser.get(progress.loader, `${IMPORTS}/tien-do.json`)).body).progress;
    expect(await asked(desk)).toBeNull();
    const other = await (await makeCommune(office, ["Thôn Xa"])).browser();
    await tellingProgress(office.platform, commune.scope, async (tell) => {
      tell("compare", 200, 20_000);
      tell("write", 12_000, 20_000);
      await expect.poll(() => asked(desk)).toEqual({ phase: "write", done: 12_000, total: 20_000 });
      expect(await asked(other)).toBeNull();
    });
    expect(await asked(desk)).toBeNull();
    await expect(
      tellingProgress(office.platform, commune.scope, async (tell) => {
        tell("write", 1, 2);
        throw new Error("cut off");
      }),
    ).rejects.toThrow("cut off");
    expect(await asked(desk)).toBeNull();
  });

  it("is nobody's in another commune", async () => {
    const batchId = await uploaded(pasted(TABLE));
    const other = await (await makeCommune(office, ["Thôn Xa"])).browser();
    expect((await other.get(batch.loader, "/", { householdBatchId: batchId })).status).toBe(404);
    expect(
      (await other.post(batch.action, "/", { act: "apply" }, { householdBatchId: batchId })).body.problems,
    ).toMatchObject({
      form: { code: "import_not_open" },
    });
  });
});
