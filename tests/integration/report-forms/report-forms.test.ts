import { strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import * as formPage from "#app/routes/office/report-form.tsx";
import * as file from "#app/routes/office/report-form-file.ts";
import * as forms from "#app/routes/office/report-forms.tsx";
import { findOffice, partOf, readByOffice } from "#tests/support/office-programs.ts";
import { type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
const soffice = findOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(new Date("2026-11-12T02:00:00Z"));
  team = await makeLoggingTeam(office);
  const content = { workDate: day("2026-11-12"), visits: 6 };
  const id = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }], content));
  expect((await decide(team.leader, approval(id))).ok).toBe(true);
  const now = new Date("2026-11-18T02:00:00Z");
  office.setNow(now);
  await advanceMonths(office.platform, team.commune.communeId, now);
});

/** A province's form: merged title, a sum, a number format, a condition, room for five villages, and a sheet of notes. */
const provinceForm = (title = "BIỂU TỔNG HỢP") =>
  writeXlsx({
    sheets: [
      {
        name: "Biểu 01",
        rows: [
          [title, null, null],
          ["Lượt hỗ trợ", "…", null],
          ["Số thành viên", null, null],
          ["Cộng", null, null],
          ["STT", "Thôn", "Lượt"],
          [null, null, null],
          [null, null, null],
          ["Người lập biểu", null, null],
        ],
        cells: new Map([
          ["1,1", { style: { numFmt: "#,##0.00", font: { bold: true } } }],
          ["3,1", { value: null, formula: "SUM(B2:B3)" }],
        ]),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        conditionalRules: [
          {
            type: "cellIs",
            priority: 1,
            operator: "greaterThan",
            formula: "5",
            range: "B2:B3",
            style: { font: { bold: true } },
          },
        ],
      },
      { name: "Ghi chú", rows: [["Nộp trước ngày 20"]] },
    ],
  });

async function upload(bytes: Uint8Array, name = "Biểu 03 của tỉnh") {
  const form = new FormData();
  const id = freshId();
  form.set("id", id);
  form.set("name", name);
  form.set("file", new File([new Uint8Array(bytes)], "bieu.xlsx"));
  const answer = await (await team.commune.browser()).post(forms.action, "/", form);
  return { id, answer };
}

const shown = async (id: string, period = "") =>
  (await team.commune.browser()).get(formPage.loader, `/x?ky=${period}`, { form: id });

async function act(id: string, fields: Record<string, string>) {
  const { revision } = (await shown(id)).body.form;
  const browser = await team.commune.browser();
  return browser.post(formPage.action, "/", { revision: String(revision), ...fields }, { form: id });
}
const map = (id: string, cell: string, metric: string, spread = "commune", sheet = "1") =>
  act(id, { act: "map", sheet, cell, metric, spread });

async function filled(id: string, period: string): Promise<Uint8Array> {
  const caller = await team.commune.browser();
  const answer = await caller.get(file.loader, `/x?ky=${period}`, { form: id });
  expect(answer.status).toBe(200);
  if (!answer.bytes) throw new Error("no file came");
  return answer.bytes;
}

const cellOf = (xml: string, cell: string) =>
  new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? "";

describe("forms of the province", () => {
  it("a form is told once what its cells hold, and comes back filled for any period with all it was dressed in", async () => {
    const bytes = await provinceForm();
    const { id, answer } = await upload(bytes);
    expect(answer.location).toBe(`/van-phong/bao-cao/bieu-mau/${id}?xong=moi`);
    for (const [cell, metric, spread] of [
      ["b2", "visits", "commune"],
      ["B3", "members", "commune"],
      ["A6", "order", "villages"],
      ["B6", "name", "villages"],
      ["C6", "visits", "villages"],
    ] as const)
      expect((await map(id, cell, metric, spread)).status).toBe(303);
    const { lines, period } = (await shown(id)).body;
    expect(period.key).toBe("2026-11");
    expect(lines[0]).toMatchObject({ label: "Lượt hỗ trợ", cells: [{ cell: "B2", value: 6, note: null }] });
    const members = lines[1].cells[0].value;
    expect(members).toBeGreaterThan(0);
    for (const key of ["2026-11", "2026-Q4"]) {
      const out = await filled(id, key);
      const xml = partOf(out, "xl/worksheets/sheet1.xml");
      expect(cellOf(xml, "B2")).toMatch(/^<c r="B2" s="\d+"><v>6<\/v><\/c>$/);
      expect(cellOf(xml, "B4")).toContain("<f>SUM(B2:B3)</f>");
      expect(cellOf(xml, "B6")).toContain("Thôn Đ");
      expect(xml).toContain('<mergeCell ref="A1:C1"/>');
      expect(xml).toContain("<conditionalFormatting");
      for (const same of ["xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml"])
        expect(partOf(out, same)).toBe(partOf(bytes, same));
      expect(Object.keys(unzipSync(out))).toEqual(Object.keys(unzipSync(bytes)));
    }
    expect(
      (await (await team.commune.browser()).get(file.loader, "/x?ky=2031-01", { form: id })).status,
    ).toBe(404);
  });

  it.skipIf(soffice === null)(
    "LibreOffice opens the filled form and reckons its sums anew",
    { timeout: 60_000 },
    async () => {
      const { id } = await upload(await provinceForm());
      await map(id, "B2", "visits");
      await map(id, "B3", "villages");
      await map(id, "B6", "name", "villages");
      const csv = readByOffice(soffice ?? "", await filled(id, "2026-11"), "xlsx");
      expect(csv.split("\n").slice(0, 7)).toMatchObject([
        "BIỂU TỔNG HỢP,,",
        "Lượt hỗ trợ,6.00,",
        "Số thành viên,2,",
        "Cộng,8,",
        "STT,Thôn,Lượt",
        ",Thôn Đoài,",
        ",Thôn Đông,",
      ]);
    },
  );

  it("rule 9: what has no data stays empty and says so; villages beyond the free rows are told of, and printed words stay", async () => {
    const { id } = await upload(await provinceForm());
    await map(id, "C7", "coverage_of", "villages");
    await map(id, "B3", "active");
    const [column] = (await shown(id)).body.lines;
    // Nobody has listed the households of the first village yet.
    expect(column.cells).toMatchObject([
      { cell: "C7", value: null, note: "no_data" },
      { cell: "C8", value: 6, note: null },
    ]);
    await map(id, "A7", "order", "villages");
    const rows = (await shown(id)).body.lines[2].cells;
    expect(rows).toMatchObject([
      { cell: "A7", note: null },
      { cell: "A8", note: "taken" },
    ]);
    const xml = partOf(await filled(id, "2026-11"), "xl/worksheets/sheet1.xml");
    expect(cellOf(xml, "A8")).toContain('t="s"');
    expect(cellOf(xml, "C7")).not.toContain("<v>");
  });

  it("no name typed by a person becomes a formula", async () => {
    const name = '=HYPERLINK("http://x","<b>&")';
    await team.commune.act(
      (tx) => tx.$executeRaw`
        update village set name = ${name} where commune_id = ${team.commune.communeId} and id = ${team.villageId}`,
    );
    const { id } = await upload(await provinceForm());
    await map(id, "B6", "name", "villages");
    const xml = partOf(await filled(id, "2026-11"), "xl/worksheets/sheet1.xml");
    expect(xml).toContain("=HYPERLINK(&quot;http://x&quot;,&quot;&lt;b&gt;&amp;&quot;)</t></is>");
    expect(xml.match(/<f>/g)).toHaveLength(1);
  });

  it("a cell that reckons, is printed or is hidden under another is refused beside its field, and nothing typed is lost", async () => {
    const { id } = await upload(await provinceForm());
    const codeOf = async (answer: ReturnType<typeof map>, field = "cell") =>
      (await answer).body.problems[field].code;
    expect(await codeOf(map(id, "B4", "visits"))).toBe("form_cell_formula");
    expect(await codeOf(map(id, "A2", "visits"))).toBe("form_cell_text");
    expect(await codeOf(map(id, "B1", "visits"))).toBe("form_cell_covered");
    expect(await codeOf(map(id, "hai", "visits"))).toBe("form_cell_unknown");
    expect(await codeOf(map(id, "B2", "visits", "commune", "3"), "sheet")).toBe("form_sheet_unknown");
    expect(await codeOf(map(id, "B2", "quota_people"), "metric")).toBe("form_metric_of_villages");
    expect(await codeOf(map(id, "B2", "teams", "villages"), "metric")).toBe("form_metric_of_commune");
    expect((await map(id, "B4", "visits")).body.values).toMatchObject({ cell: "B4", metric: "visits" });
    await map(id, "B2", "visits");
    expect(await codeOf(map(id, "B2", "people"))).toBe("form_cell_taken");
    const stale = await act(id, { act: "unmap", at: "1", revision: "1" });
    expect(stale.body.problems.form.code).toBe("form_changed_meanwhile");
    await act(id, { act: "unmap", at: "1" });
    expect((await shown(id)).body.lines).toEqual([]);
  });

  it("a newer form keeps what was told of cells it still has, and says how many it lost", async () => {
    const { id } = await upload(await provinceForm());
    await map(id, "B2", "visits");
    await map(id, "B3", "members");
    const { revision } = (await shown(id)).body.form;
    const newer = await writeXlsx({
      sheets: [{ name: "Biểu 01", rows: [["Mới"], ["Lượt"], ["Dòng", "Chữ in"]] }],
    });
    const form = new FormData();
    for (const [name, value] of Object.entries({ act: "replace", revision: String(revision) }))
      form.set(name, value);
    form.set("file", new File([new Uint8Array(newer)], "moi.xlsx"));
    const answer = await (await team.commune.browser()).post(formPage.action, "/", form, { form: id });
    expect(answer.location).toContain("xong=thay-1");
    const { body } = await shown(id);
    expect(body.form).toMatchObject({ version: 2 });
    expect(body.lines).toMatchObject([{ mapped: { cell: "B2" }, label: "Lượt" }]);
    expect(cellOf(partOf(await filled(id, "2026-11"), "xl/worksheets/sheet1.xml"), "B2")).toContain(
      "<v>6</v>",
    );
    await act(id, { act: "remove" });
    expect((await shown(id)).status).toBe(200);
    await act(id, { act: "remove", sure: "yes" });
    expect((await shown(id)).status).toBe(404);
  });

  it("macros, bombs, locked, old and oversized files are refused in a sentence, and nothing of them is kept", async () => {
    const parts = unzipSync(await provinceForm());
    const withPart = (name: string, bytes: Uint8Array) => zipSync({ ...parts, [name]: bytes });
    const compound = (words: string) => {
      const bytes = new Uint8Array(4096);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
      bytes.set(strToU8([...words].join("\0")), 1024);
      return bytes;
    };
    const types = strToU8(
      partOf(await provinceForm(), "[Content_Types].xml").replace(
        "spreadsheetml.sheet.main",
        "macroEnabled.main",
      ),
    );
    const bad: [string, Uint8Array][] = [
      ["form_runs_things", withPart("xl/vbaProject.bin", new Uint8Array(9))],
      ["form_runs_things", withPart("[Content_Types].xml", types)],
      ["form_unpacks_too_large", withPart("xl/media/a.png", new Uint8Array(40 * 1024 * 1024))],
      ["form_locked", compound("EncryptedPackage")],
      ["form_old_format", compound("Workbook")],
      ["form_file_too_large", new Uint8Array(2 * 1024 * 1024 + 1)],
      ["form_unreadable", strToU8("không phải Excel")],
      ["form_unreadable", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") })],
      ["form_file_missing", new Uint8Array(0)],
    ];
    for (const [code, bytes] of bad) {
      const { answer } = await upload(bytes);
      expect([answer.status, answer.body.problems.file.code]).toEqual([422, code]);
      expect(answer.body.values.name).toBe("Biểu 03 của tỉnh");
    }
    expect((await (await team.commune.browser()).get(forms.loader, "/x")).body.forms).toEqual([]);
  });
});
