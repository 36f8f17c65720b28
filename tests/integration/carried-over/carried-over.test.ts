import { beforeEach, describe, expect, it } from "vitest";
import * as page from "#app/routes/office/carried-over.tsx";
import * as table from "#app/routes/office/carried-over-table.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;
let east: number;
let west: number;

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  desk = await commune.browser();
  east = commune.villages.get("Thôn Đông") ?? 0;
  west = commune.villages.get("Thôn Đoài") ?? 0;
});

const AT = "/van-phong/so-lieu-chuyen-tiep";
const SOURCE = "Báo cáo số 45/BC-UBND ngày 20/12/2025";
const save = (values: Record<number, string>, wish: Record<string, string> = {}) =>
  desk.post(page.action, AT, {
    period: "2025",
    metric: "guided_visits",
    source: SOURCE,
    ...wish,
    ...Object.fromEntries(Object.entries(values).map(([id, value]) => [`village-${id}`, value])),
  });
const read = async (query = "?ky=2025&chi-tieu=guided_visits", browser = desk) =>
  (await browser.get(page.loader, AT + query)).body.view;
const valuesOf = async (query?: string) =>
  (await read(query)).lines.map(({ value }: { value: number | null }) => value);

describe("figures typed in", () => {
  it("stand by village, period and figure with their source; empty is no figure, zero is one", async () => {
    expect((await save({ [east]: "1.200", [west]: "" })).status).toBe(303);
    expect(await valuesOf()).toEqual([null, 1200]);
    await save({ [east]: "1200", [west]: "0" });
    expect(await valuesOf()).toEqual([0, 1200]);
    expect((await read()).sums).toEqual([
      { period: "2025", metric: "guided_visits", sum: 1200, villages: 2, sources: [SOURCE] },
    ]);
    await save({ [east]: "", [west]: "0" });
    expect(await valuesOf()).toEqual([0, null]);
    // Visits are not people: the other figure knows nothing of it (rule 8).
    expect(await valuesOf("?ky=2025&chi-tieu=guided_people")).toEqual([null, null]);
  });

  it("are refused beside the field, with everything that was typed", async () => {
    const broken = await save({ [east]: "nhiều", [west]: "12" }, { source: "" });
    expect(broken.status).toBe(422);
    expect(broken.body.problems).toMatchObject({
      [`village-${east}`]: { code: "carried_not_a_figure" },
      source: { code: "required" },
    });
    expect(broken.body.values).toMatchObject({ [`village-${east}`]: "nhiều", [`village-${west}`]: "12" });
    expect(await valuesOf()).toEqual([null, null]);
    expect((await save({ [east]: "1" }, { source: "CCCD 001099012345" })).body.problems).toMatchObject({
      source: { code: "identity_number" },
    });
  });

  it("are of the time before the program, and no year stands beside its own month", async () => {
    expect((await save({ [east]: "1" }, { period: "2026-11" })).body.problems).toMatchObject({
      period: { code: "carried_period_after_start", start: "2026-11-20" },
    });
    expect((await save({ [east]: "1" }, { period: "10/2026" })).status).toBe(303);
    expect((await save({ [east]: "5" }, { period: "2026" })).body.problems).toMatchObject({
      period: { code: "carried_counted_twice", period: "2026-10", village: "Thôn Đông" },
    });
    expect((await save({ [west]: "5" }, { period: "2026" })).status).toBe(303);
  });

  it("leave a trace of every change, and belong to their commune", async () => {
    await save({ [east]: "10" });
    await save({ [east]: "12" });
    const { rows } = await office.db.maintain.query(
      "select op, actor_id from audit_log where table_name = 'carried_over_figure' and commune_id = $1 order by seq",
      [commune.communeId],
    );
    expect(rows.map(({ op }) => op.toLowerCase())).toEqual(["insert", "update"]);
    expect(rows.every(({ actor_id }) => actor_id === commune.officerId)).toBe(true);
    const other = await makeCommune(office, ["Thôn Xa"]);
    expect((await read("", await other.browser())).sums).toEqual([]);
    const foreign = [...other.villages.values()][0] ?? 0;
    expect((await save({ [foreign]: "1" })).status).toBe(404);
  });

  it("never enter the ledger or the standings of verified work", async () => {
    await save({ [east]: "1200" });
    const { rows } = await office.db.maintain.query(
      "select count(*)::int as lines from ledger_line where commune_id = $1",
      [commune.communeId],
    );
    expect(rows[0].lines).toBe(0);
  });
});

describe("figures from a table", () => {
  const TABLE = [
    ["STT", "Thôn", "Kỳ", "Số lượt hướng dẫn", "Số người được hướng dẫn"],
    ["1", "Thôn Đông", "2025", "1.200", "800"],
    ["2", "Đoài", "10/2025", "90", ""],
    ["Tổng cộng", "", "", "1290", "800"],
  ];
  const pasted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\n");
  const look = (rows = TABLE) =>
    desk.post(table.action, `${AT}/nhap`, { pasted: pasted(rows), source: SOURCE });
  const apply = async (batchId = freshId(), rows = TABLE) => {
    const { body } = await look(rows);
    return desk.post(table.action, `${AT}/nhap`, {
      act: "apply",
      batchId,
      source: SOURCE,
      fileName: body.preview.fileName,
      text: body.preview.text,
    });
  };

  it("are looked at row by row, then taken over whole; sent twice or read again nothing changes", async () => {
    const seen = await look();
    expect(seen.status).toBe(200);
    expect(seen.body.preview.counts).toEqual({ create: 3, update: 0, same: 0, problems: 0 });
    expect((await read()).sums).toEqual([]);
    const batchId = freshId();
    expect((await apply(batchId)).status).toBe(303);
    expect((await apply(batchId)).status).toBe(303);
    expect((await read()).sums).toMatchObject([
      { period: "2025-10", metric: "guided_visits", sum: 90 },
      { period: "2025", metric: "guided_people", sum: 800 },
      { period: "2025", metric: "guided_visits", sum: 1200 },
    ]);
    expect((await look()).body.preview.counts).toMatchObject({ same: 3, create: 0 });
    expect((await desk.get(table.loader, `${AT}/nhap`)).body.tables).toHaveLength(1);
  });

  it("are all or nothing: a row to mend keeps the whole table out", async () => {
    const broken = [...TABLE.slice(0, 2), ["3", "Thôn Xa", "2025", "nhiều", "1"]];
    const { body } = await look(broken);
    expect(body.preview.counts.problems).toBe(2);
    expect((await apply(freshId(), broken)).body.problems).toMatchObject({
      file: { code: "carried_table_has_problems", count: 2 },
    });
    expect((await read()).sums).toEqual([]);
    const nothing = await desk.post(table.action, `${AT}/nhap`, { pasted: "Thôn\tGhi chú", source: "" });
    expect(nothing.body).toMatchObject({
      problems: { source: { code: "required" } },
      values: { pasted: "Thôn\tGhi chú" },
    });
  });

  it("are undone as a whole, back to what stood before, unless somebody has changed one since", async () => {
    await save({ [east]: "7" });
    const batchId = freshId();
    await apply(batchId);
    const undo = () => desk.post(table.action, `${AT}/nhap`, { act: "undo", batchId });
    expect((await undo()).status).toBe(303);
    expect((await undo()).status).toBe(303);
    expect((await read()).sums).toMatchObject([{ period: "2025", metric: "guided_visits", sum: 7 }]);
    const second = freshId();
    await apply(second);
    await save({ [east]: "8" });
    const blocked = await desk.post(table.action, `${AT}/nhap`, { act: "undo", batchId: second });
    expect(blocked.body.problems).toEqual({
      form: { code: "import_undo_blocked", names: ["Thôn Đông"], count: 1 },
    });
  });
});

it("are read by the commune's leaders and written by the office alone", async () => {
  await save({ [east]: "7" });
  const leaderId = await office.makeAccount();
  await office.grant(leaderId, commune.communeId, "commune_leader");
  const leader = await commune.browser(leaderId);
  expect((await leader.get(page.loader, AT)).body).toMatchObject({ mayManage: false });
  expect((await leader.post(page.action, AT, {})).status).toBe(404);
  expect((await leader.get(table.loader, `${AT}/nhap`)).status).toBe(404);
  const memberId = await commune.member({ phone: null });
  await commune.join(memberId, await commune.team("Thôn Đông"));
  const member = await commune.browser(await commune.account(memberId));
  expect((await member.get(page.loader, AT)).status).toBe(404);
});
