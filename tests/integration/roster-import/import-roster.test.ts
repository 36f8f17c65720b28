import { describe, expect, it } from "vitest";
import { phoneOf, writeMessyRoster } from "#tests/support/messy-roster.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { openImportOffice } from "./import-office.ts";

const office = testOffice();
const VILLAGES = Array.from({ length: 12 }, (_, index) => `Thôn ${index + 1}`);

const rosterOf = async (communeId: number) => {
  const { rows } = await office.db.maintain.query(
    `select m.full_name as name, m.birth_year as year, m.sex, s.role, v.name as village, s.valid_from::text as since
       from member m join membership s using (commune_id) join team t on t.commune_id = s.commune_id and t.id = s.team_id
       join village v on v.id = t.village_id
      where m.commune_id = $1 and s.member_id = m.id order by m.full_name, v.name`,
    [communeId],
  );
  return rows;
};
const count = async (table: string, communeId: number) =>
  Number(
    (await office.db.maintain.query(`select count(*) from ${table} where commune_id = $1`, [communeId]))
      .rows[0].count,
  );

interface LineSeen {
  readonly person: { readonly name: string };
  readonly outcome: { readonly problems: readonly { readonly code: string }[] };
}

describe("A14 T18: an office loads the roster it already has", () => {
  it("A14: the messy workbook of 1,200 people is taken over by the pages, and the same file twice changes nothing", {
    timeout: 120_000,
  }, async () => {
    const at = await openImportOffice(office, VILLAGES);
    const roster = await writeMessyRoster({ people: 1_200, villages: 12 });
    const batchId = await at.uploaded(roster.bytes);
    const before = await at.view(batchId);
    expect(before.summary).toMatchObject({
      counts: { create: 1_200, problem: 0, conflict: 0 },
      ignoredCitizenIds: true,
      sections: 12,
      totals: 13,
    });
    expect(await count("member", at.communeId)).toBe(0);
    expect(await at.act(batchId, { act: "apply" })).toEqual({ status: 303, problems: null });
    const people = await rosterOf(at.communeId);
    expect(people).toHaveLength(1_200);
    expect(people.filter(({ role }) => role === "leader")).toHaveLength(12);
    expect(
      people.every(
        ({ name, year, since }) => name !== name.toUpperCase() && year >= 1960 && since === "2026-11-01",
      ),
    ).toBe(true);
    expect(await count("team", at.communeId)).toBe(12);

    const again = await at.uploaded(roster.bytes);
    const view = await at.view(again);
    expect(view.summary.counts).toMatchObject({ same: 1_200, create: 0, update: 0, join: 0, problem: 0 });
    expect(view.summary.appliedBefore).toBe(NOW.toISOString());
    await at.act(again, { act: "apply" });
    expect(await count("member", at.communeId)).toBe(1_200);
    expect(await count("membership", at.communeId)).toBe(1_200);
  });

  it("lines that cannot be taken stop the whole file, and each is mended in place", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const roster = await writeMessyRoster({ people: 24, villages: 12, broken: true });
    const batchId = await at.uploaded(roster.bytes);
    const view = await at.view(batchId);
    expect(view.shown).toBe("problem");
    const problems = view.lines.map((line: LineSeen) => [
      line.person.name,
      line.outcome.problems.map((problem) => problem.code),
    ]);
    expect(problems).toEqual([
      ["NguyÔn V¨n Hïng", ["legacy_font"]],
      ["Trần Thị Sai Số", ["phone_invalid"]],
      ["Lê Văn Tuổi Lạ", ["birth_invalid"]],
      ["Lò Văn Vai Trò", ["role_unknown"]],
      ["Vì Thị Trùng Số", ["phone_of_another"]],
    ]);
    expect(await at.act(batchId, { act: "apply" })).toMatchObject({
      status: 422,
      problems: { form: { code: "import_not_ready", count: 5 } },
    });
    expect(await count("member", at.communeId)).toBe(0);
    const [font, phone, birth, role, shared] = view.lines.map(({ line }: { line: number }) => String(line));
    await at.act(batchId, { act: "mend", line: font, name: "Nguyễn Văn Hùng" });
    await at.act(batchId, { act: "mend", line: phone, phone: "0301 999 002" });
    await at.act(batchId, { act: "mend", line: birth, birth: "1980" });
    await at.act(batchId, { act: "mend", line: role, role: "deputy" });
    await at.act(batchId, { act: "mend", line: shared, phone: "" });
    const mended = await at.view(batchId);
    expect(mended.summary.counts).toMatchObject({ create: 29, problem: 0 });
    expect((await at.act(batchId, { act: "apply" })).status).toBe(303);
    const people = await rosterOf(at.communeId);
    expect(people).toContainEqual(
      expect.objectContaining({ name: "Nguyễn Văn Hùng", year: 1980, sex: "male" }),
    );
    expect(people).toContainEqual(expect.objectContaining({ name: "Lò Văn Vai Trò", role: "deputy" }));
  });

  it("a village that the file writes otherwise is one question, however many lines say it", async () => {
    const at = await openImportOffice(office, ["Thôn Đoàn Kết", "Thôn 2"]);
    const rows = ["Lò Văn Một", "Lò Văn Hai", "Lò Văn Ba"].map((name) => `${name}\tĐội 4`);
    const batchId = await at.uploaded(`Họ và tên\tThôn\n${rows.join("\n")}\nVì Thị Bốn\tĐội 5`);
    expect((await at.view(batchId)).summary.counts).toMatchObject({ problem: 4 });
    await at.act(batchId, { act: "mend", line: "1", village: "Thôn 2" });
    expect((await at.view(batchId)).summary.counts).toMatchObject({ problem: 3, create: 1 });
    await at.act(batchId, { act: "mend", line: "2", village: "Thôn Đoàn Kết", everyVillage: "yes" });
    const view = await at.view(batchId, "?nhom=create");
    expect(view.summary.counts).toMatchObject({ problem: 1, create: 3 });
    // What was already said of a line stands.
    expect(view.lines.map(({ villageName }: { villageName: string }) => villageName)).toEqual([
      "Thôn 2",
      "Thôn Đoàn Kết",
      "Thôn Đoàn Kết",
    ]);
  });

  it("lines may be left out and taken back; the rest goes in", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const roster = await writeMessyRoster({ people: 12, villages: 12, broken: true });
    const batchId = await at.uploaded(roster.bytes);
    await at.act(batchId, { act: "leave_out_problems" });
    expect((await at.view(batchId)).summary.counts).toMatchObject({ create: 12, ignored: 5, problem: 0 });
    const [first] = (await at.view(batchId, "?nhom=ignored")).lines;
    await at.act(batchId, { act: "take_back", line: String(first.line) });
    expect((await at.view(batchId)).summary.counts).toMatchObject({ ignored: 4, problem: 1 });
    await at.act(batchId, { act: "leave_out", line: String(first.line) });
    await at.act(batchId, { act: "apply" });
    expect(await count("member", at.communeId)).toBe(12);
  });

  it("namesakes are told apart by a human, never guessed", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const list = (rows: string[]) => ["Họ và tên\tNăm sinh\tThôn\tChức vụ", ...rows].join("\n");
    const two = await at.uploaded(
      list(["Lò Văn Sơn\t1980\tThôn 1\tCông an", "Lò Văn Sơn\t1990\tThôn 1\tGiáo viên"]),
    );
    await at.act(two, { act: "apply" });
    const batchId = await at.uploaded(list(["Lò Văn Sơn\t\tThôn 1\t"]));
    const view = await at.view(batchId);
    expect(view.summary.counts).toMatchObject({ conflict: 1 });
    expect(view.lines[0].candidates.map(({ birthYear }: { birthYear: number }) => birthYear).sort()).toEqual([
      1980, 1990,
    ]);
    const teacher = view.lines[0].candidates.find(
      ({ birthYear }: { birthYear: number }) => birthYear === 1990,
    );
    await at.act(batchId, { act: "choose", line: "1", choice: teacher.id });
    expect((await at.view(batchId)).summary.counts).toMatchObject({ same: 1, conflict: 0 });
    await at.act(batchId, { act: "choose", line: "1", choice: "new" });
    expect((await at.view(batchId)).summary.counts).toMatchObject({ create: 1, conflict: 0 });
  });

  it("somebody known by phone joins a second team and is not made twice", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const head = "Họ và tên\tThôn\tSố điện thoại\tNhiệm vụ trong tổ\n";
    await at.act(await at.uploaded(`${head}Vì Thị Yến\tThôn 1\t${phoneOf(7)}\tTổ trưởng`), { act: "apply" });
    const batchId = await at.uploaded(`${head}VÌ THỊ YẾN\tThôn 2\t${phoneOf(7)}\tThành viên`);
    expect((await at.view(batchId)).summary.counts).toMatchObject({ join: 1, create: 0 });
    await at.act(batchId, { act: "apply" });
    expect(await count("member", at.communeId)).toBe(1);
    expect((await rosterOf(at.communeId)).map(({ village, role }) => [village, role])).toEqual([
      ["Thôn 1", "leader"],
      ["Thôn 2", "member"],
    ]);
  });
});

describe("undoing a whole import", () => {
  const head = "Họ và tên\tNăm sinh\tThôn\tSố điện thoại\tNhiệm vụ trong tổ\n";

  it("A25: leaves the roster exactly as it was, changed people and roles too", async () => {
    const at = await openImportOffice(office, VILLAGES);
    await at.act(await at.uploaded(`${head}Cà Thị Mới\t1990\tThôn 1\t${phoneOf(1)}\tThành viên`), {
      act: "apply",
    });
    const dump = async () =>
      (
        await office.db.maintain.query(
          `select m::text as m, s::text as s from member m join membership s on s.member_id = m.id where m.commune_id = $1 order by 1, 2`,
          [at.communeId],
        )
      ).rows;
    const before = await dump();
    const batchId = await at.uploaded(
      `${head}Cà Thị Mới\t1991\tThôn 1\t${phoneOf(1)}\tTổ trưởng\nLò Văn Hai\t1980\tThôn 2\t${phoneOf(2)}\tThành viên`,
    );
    expect((await at.view(batchId)).summary.counts).toMatchObject({ update: 1, create: 1 });
    await at.act(batchId, { act: "apply" });
    expect(await dump()).not.toEqual(before);
    expect(await at.act(batchId, { act: "undo" })).toEqual({ status: 303, problems: null });
    expect(await dump()).toEqual(before);
    expect(await count("team", at.communeId)).toBe(1);
    expect((await at.view(batchId)).state).toBe("undone");
  });

  it("is refused by name when somebody was changed since, and after a day", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const batchId = await at.uploaded(`${head}Cà Thị Mới\t1990\tThôn 1\t${phoneOf(1)}\tThành viên`);
    await at.act(batchId, { act: "apply" });
    await office.db.superuser.query("update member set position = 'Kế toán' where commune_id = $1", [
      at.communeId,
    ]);
    expect((await at.act(batchId, { act: "undo" })).problems).toMatchObject({
      form: { code: "import_undo_blocked", names: ["Cà Thị Mới"], count: 1 },
    });
    await office.db.superuser.query("update member set position = null where commune_id = $1", [
      at.communeId,
    ]);
    const appliedAt = async (hoursAgo: number) =>
      office.db.superuser.query("update import_batch set applied_at = $2 where commune_id = $1", [
        at.communeId,
        new Date(NOW.getTime() - hoursAgo * 3_600_000 - 1),
      ]);
    await appliedAt(24);
    expect((await at.act(batchId, { act: "undo" })).problems).toMatchObject({
      form: { code: "import_undo_too_late" },
    });
    await appliedAt(23);
    expect((await at.act(batchId, { act: "undo" })).status).toBe(303);
    expect(await count("member", at.communeId)).toBe(0);
  });
});

describe("T18: whose roster it is, the session says and never the file", () => {
  it("another commune's villages and codes in the file bring nobody anywhere", async () => {
    const other = await openImportOffice(office, ["Bản Xa"]);
    const at = await openImportOffice(office, VILLAGES);
    const batchId = await at.uploaded(
      "Mã xã\tHọ và tên\tThôn\tSố điện thoại\n11086\tLò Văn Lạ\tBản Xa\t0301555001\n11086\tLò Văn Gần\tThôn 1\t0301555002",
    );
    expect((await at.view(batchId)).summary.counts).toMatchObject({ problem: 1, create: 1 });
    await at.act(batchId, { act: "leave_out_problems" });
    await at.act(batchId, { act: "apply" });
    expect(await count("member", at.communeId)).toBe(1);
    for (const table of ["member", "membership", "team", "import_batch", "import_line"]) {
      expect(await count(table, other.communeId)).toBe(0);
    }
  });

  it("another commune's import is as if it were not there, to look at, to mend, to apply and to undo", async () => {
    const owner = await openImportOffice(office, VILLAGES);
    const stranger = await openImportOffice(office, VILLAGES);
    const batchId = await owner.uploaded("Họ và tên\tThôn\nLò Thị Bí Mật\tThôn 1");
    const seen = await stranger.view(batchId);
    expect(seen).toBeInstanceOf(Response);
    expect(seen.status).toBe(404);
    for (const act of ["apply", "undo", "discard", "leave_out_problems"]) {
      expect(await stranger.act(batchId, { act })).toMatchObject({
        problems: { form: { code: "import_not_open" } },
      });
    }
    expect((await owner.view(batchId)).summary.counts.create).toBe(1);
    expect(await count("member", stranger.communeId)).toBe(0);
  });

  it("T8: what waits in a preview is unreadable without the commune's key", async () => {
    const at = await openImportOffice(office, VILLAGES);
    await at.uploaded(`Họ và tên\tThôn\tSố điện thoại\nLò Thị Bí Mật\tThôn 1\t${phoneOf(3)}`);
    const { rows } = await office.db.maintain.query(
      "select encode(sealed, 'escape') as raw from import_line where commune_id = $1",
      [at.communeId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].raw).not.toMatch(/Lò|301000003|M\\303/);
  });
});

describe("files that are not taken", () => {
  it("each is refused with the way to mend it", async () => {
    const at = await openImportOffice(office, VILLAGES);
    const old = new Uint8Array(600);
    old.set([0xd0, 0xcf, 0x11, 0xe0]);
    const latin = new Uint8Array([0x48, 0x6f, 0x2c, 0xe9, 0x0a]);
    const codes = [];
    for (const file of [old, latin, "một dòng chữ", new TextEncoder().encode("PK\u0003\u0004 broken")]) {
      const answer = await at.upload(file);
      codes.push([answer.status, (await answer.json()).problems.file.code]);
    }
    expect(codes).toEqual([
      [422, "workbook_old_format"],
      [422, "csv_not_unicode"],
      [422, "no_header"],
      [422, "workbook_unreadable"],
    ]);
  });
});
