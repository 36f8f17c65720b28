import type { FigureProblem } from "#app/domain/carried-over/figure-sheet.ts";
import type { CarriedMetric } from "#app/domain/carried-over/metric.ts";
import { capitalised, type Terms } from "../terms.ts";
import { carriedPeriod } from "./carried-over-refusals.ts";

const metrics = {
  guided_visits: "Lượt hướng dẫn",
  guided_people: "Người được hướng dẫn",
  guided_households: "Hộ được hướng dẫn",
  public_services: "Hồ sơ dịch vụ công trực tuyến",
  eid_level_2: "Người kích hoạt VNeID mức 2",
  payment_accounts: "Tài khoản thanh toán",
  digital_signatures: "Chữ ký số",
  digital_shops: "Cửa hàng số",
  sessions: "Buổi tuyên truyền, lớp học",
} satisfies Record<CarriedMetric, string>;

export const carriedOver = {
  title: "Số liệu chuyển tiếp",
  lead: "Số liệu của các thôn trước khi dùng phần mềm, ghi kèm nguồn.",
  notMixed:
    "Số ở đây không cộng vào điểm, bảng xếp hạng hay việc đã xác nhận. Nơi nào nêu đến đều ghi rõ là số liệu chuyển tiếp.",
  metrics,
  period: carriedPeriod,
  start: (day: string) =>
    `Phần mềm bắt đầu ngày ${day}: chỉ nhận số của tháng trước đó, hoặc cả năm đến lúc đó.`,
  all: "Đã có",
  none: "Chưa có số liệu nào",
  noneBody: "Chọn kỳ và chỉ tiêu bên dưới rồi nhập, hoặc dán bảng đang có.",
  columns: { period: "Kỳ", metric: "Chỉ tiêu", sum: "Cộng", villages: "Số nơi có số", source: "Nguồn" },
  of: (known: number, all: number) => `${known} trên ${all}`,
  choose: "Chọn kỳ và chỉ tiêu",
  periodField: "Kỳ",
  periodHint: "Năm như 2025, hoặc tháng như 10/2025.",
  metricField: "Chỉ tiêu",
  show: "Mở",
  sheet: (name: string, when: string) => `${name}, ${when.charAt(0).toLocaleLowerCase("vi")}${when.slice(1)}`,
  sheetLead: "Ô trống nghĩa là không có số, khác với số 0. Xóa trống một ô là bỏ số đó.",
  village: ({ village }: Terms) => capitalised(village),
  figure: "Số liệu",
  source: "Nguồn số liệu",
  sourceHint: "Ví dụ “Báo cáo số 45/BC-UBND ngày 20/12/2025”.",
  save: "Lưu",
  saved: "Đã lưu số liệu.",
  missing: "Không có số",
  fromTable: "Nhập từ bảng",
  table: {
    title: "Nhập số liệu từ bảng",
    lead: "Dán bảng từ Excel hoặc chọn tệp, xem trước từng dòng rồi mới ghi.",
    how: "Bảng cần cột tên thôn và ít nhất một cột chỉ tiêu, ví dụ “Lượt hướng dẫn”. Có cột “Kỳ” thì mỗi dòng một kỳ riêng.",
    file: "Tệp bảng",
    fileHint: "Excel (.xlsx), LibreOffice (.ods) hoặc CSV.",
    pasted: "Hoặc dán từ Excel",
    pastedHint: "Chọn cả hàng tiêu đề. Sửa ngay trong ô này rồi đọc lại cũng được.",
    period: "Kỳ của cả bảng",
    periodHint: "Khi bảng không có cột “Kỳ”. Năm như 2025, hoặc tháng như 10/2025.",
    read: "Đọc và xem trước",
    preview: "Xem trước",
    row: "Dòng",
    result: "Sẽ ghi",
    fates: { create: "mới", update: "đổi", same: "giữ nguyên" },
    ready: (made: number, changed: number, same: number) =>
      `${made} số mới, ${changed} số đổi, ${same} số giữ nguyên.`,
    problems: (count: number) => `Còn ${count} chỗ cần sửa`,
    problemsBody: "Sửa trong ô bảng bên dưới rồi đọc lại. Chưa có gì được ghi.",
    apply: "Ghi số liệu",
    taken: "Đã ghi số liệu từ bảng.",
    undone: "Đã hoàn tác. Số liệu trở lại như trước.",
    earlier: "Các lần nhập gần đây",
    when: "Lúc",
    state: "Tình trạng",
    states: { applied: "Đã ghi", undone: "Đã hoàn tác" },
    undo: "Hoàn tác",
    undoOf: (file: string) => `Hoàn tác ${file}`,
  },
  problems: {
    figure_village_unknown: ({ found }) => `Không có nơi nào tên “${found}”.`,
    figure_period_unclear: ({ found }) =>
      found === "" ? "Chưa rõ kỳ. Ghi năm hoặc tháng." : `“${found}” không phải năm hay tháng.`,
    figure_period_after_start: ({ found }) => `Kỳ ${found} không ở trước khi dùng phần mềm.`,
    figure_not_a_number: ({ metric, found }) => `${metrics[metric]}: “${found}” không phải số nguyên.`,
    figure_repeated: ({ metric, row }) => `${metrics[metric]}: đã ghi ở dòng ${row}.`,
    figure_counted_twice: ({ metric, period: other }) =>
      `${metrics[metric]}: đã có số của ${carriedPeriod(other).toLocaleLowerCase("vi")}, sẽ tính hai lần.`,
  } satisfies { [Code in FigureProblem["code"]]: (facts: Extract<FigureProblem, { code: Code }>) => string },
};

export const carriedOverArea = { name: "carriedOver", words: carriedOver } as const;
