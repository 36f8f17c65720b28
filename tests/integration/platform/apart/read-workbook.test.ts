import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { apartForTests } from "#tests/support/apart-for-tests.ts";

const runner = apartForTests();

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => [
    index + 1,
    `Nguyễn Văn ${index}`,
    new Date(Date.UTC(1998, 5, 5)),
  ]);

describe("workbooks are read in a thread of their own", () => {
  it("gives text, numbers and days as they stand in the cells", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "Danh sách", rows: [["TT", "Họ và tên", null], ...rows(1)] }],
    });
    expect(await runner.run("read-workbook", { bytes })).toEqual({
      ok: true,
      output: {
        ok: true,
        sheets: [
          {
            name: "Danh sách",
            rows: [
              ["TT", "Họ và tên", null],
              [1, "Nguyễn Văn 0", "1998-06-05"],
            ],
          },
        ],
      },
    });
  });

  it("tells an old or locked workbook from a file that is none", async () => {
    const old = new Uint8Array(4096);
    old.set([0xd0, 0xcf, 0x11, 0xe0]);
    const answers = [
      old,
      new TextEncoder().encode("not a workbook"),
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    ];
    const codes = [];
    for (const bytes of answers) codes.push(await runner.run("read-workbook", { bytes }));
    expect(codes).toEqual([
      { ok: true, output: { ok: false, code: "workbook_old_format" } },
      { ok: true, output: { ok: false, code: "workbook_unreadable" } },
      { ok: true, output: { ok: false, code: "workbook_unreadable" } },
    ]);
  });

  it("ends what takes too long, and turns away what would wait behind too many", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "a", rows: rows(5) }] });
    expect(await apartForTests({ timeoutMs: 1 }).run("read-workbook", { bytes })).toEqual({
      ok: false,
      code: "apart_too_slow",
    });
    const narrow = apartForTests({ waitingAtMost: 1 });
    const [first, second] = await Promise.all([
      narrow.run("read-workbook", { bytes }),
      narrow.run("read-workbook", { bytes }),
    ]);
    expect([first.ok, second]).toEqual([true, { ok: false, code: "apart_busy" }]);
  });
});
