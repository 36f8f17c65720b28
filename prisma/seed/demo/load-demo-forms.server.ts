import { writeXlsx } from "hucre/xlsx";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { FormMetric } from "#app/domain/report-forms/form-metric.ts";
import { addForm, mapCell } from "#app/features/report-forms/keep-form.server.ts";
import { receiveFormFile } from "#app/features/report-forms/receive-form-file.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDemoCallers } from "./load-demo-campaigns.server.ts";

const LINES = [
  ["Số tổ công nghệ số cộng đồng", "tổ", "teams"],
  ["Số thành viên", "người", "members"],
  ["Trong đó: nữ", "người", "women"],
  ["Lượt người dân được hướng dẫn", "lượt", "visits"],
  ["Số người dân sử dụng thành thạo", "người", "proficient"],
  ["Hồ sơ trực tuyến hướng dẫn nộp", "hồ sơ", "dossiers"],
  ["Chứng thư chữ ký số đã cấp", "chứng thư", "signatures_made"],
] as const satisfies readonly (readonly [string, string, FormMetric])[];

const HEAD = 4;
const LIST_HEAD = HEAD + LINES.length + 2;
/** Rows left free for the list of villages. */
const FREE_ROWS = 30;

/** A form as a province sends it, told once what its cells hold; a second start adds nothing. */
export async function loadDemoForms(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const known = await platform.db.withCommunes(scope, (tx) => tx.reportForm.count({ where: { communeId } }));
  if (known > 0) return;
  const callers = await findDemoCallers(platform, communeId);
  const office = callers.as("van.phong", localDateAt(platform.clock.now().getTime()));
  if (!office) return;
  const file = await receiveFormFile(platform, new File([new Uint8Array(await drawForm())], "bieu-03.xlsx"));
  if (!file.ok) throw new Error(`the form of the demonstration was not taken: ${file.code}`);
  const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  const wishes = [
    ...LINES.map(
      ([, , metric], index) => ({ cell: `D${HEAD + 1 + index}`, spread: "commune", metric }) as const,
    ),
    ...(["order", "name", "visits", "quota_people"] as const).map(
      (metric, index) => ({ cell: `${"ABCD"[index]}${LIST_HEAD + 1}`, spread: "villages", metric }) as const,
    ),
  ];
  await inRoster(office, "report-forms.add", async (tx, act) => {
    const added = await addForm(tx, act, { id, name: "Biểu 03 tỉnh: tổ công nghệ số cộng đồng" }, file.value);
    if (!added.ok) return added;
    for (const [index, wish] of wishes.entries()) {
      const verdict = await mapCell(tx, act, { id, revision: index + 1 }, { ...wish, sheet: 1 });
      if (!verdict.ok) throw new Error(`a cell of the demonstration's form was refused: ${wish.cell}`);
    }
    return added;
  });
}

function drawForm(): Promise<Uint8Array> {
  const total = LIST_HEAD + FREE_ROWS + 1;
  return writeXlsx({
    sheets: [
      {
        name: "Biểu 03",
        rows: [
          ["BIỂU 03: KẾT QUẢ HOẠT ĐỘNG TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", null, null, null],
          ["Gửi trước ngày 20 hằng tháng", null, null, null],
          [null, null, null, null],
          ["TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"],
          ...LINES.map(([name, unit], index) => [index + 1, name, unit, null]),
          [null, null, null, null],
          ["TT", "Địa bàn", "Lượt hướng dẫn", "Người thành thạo"],
          ...Array.from({ length: FREE_ROWS }, () => [null, null, null, null]),
          [null, "Cộng", null, null],
          [null, "Người lập biểu", null, "Lãnh đạo đơn vị"],
        ],
        cells: new Map(
          (["C", "D"] as const).map((column, index) => [
            `${total - 1},${index + 2}`,
            { value: null, formula: `SUM(${column}${LIST_HEAD + 1}:${column}${total - 1})` },
          ]),
        ),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
          { startRow: 1, startCol: 0, endRow: 1, endCol: 3 },
        ],
        columns: [{ width: 6 }, { width: 38 }, { width: 18 }, { width: 18 }],
      },
    ],
  });
}
