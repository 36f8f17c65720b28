import type { ImportPhase } from "#app/domain/households/import-progress.ts";
import type {
  HouseholdChangedField,
  HouseholdProblem,
} from "#app/domain/households/plan-household-import.ts";

const cells = { code: "mã hộ", lane: "ngõ, xóm", head: "chủ hộ" } as const;

export const householdImport = {
  title: "Nhập danh sách hộ",
  lead: "Đưa vào tệp Excel đang có. Xem trước từng dòng, sửa ngay tại chỗ, rồi mới ghi.",
  trail: "Nhập danh sách hộ",
  open: "Nhập từ tệp",
  template: "Tải tệp mẫu",
  templateFile: "Mẫu danh sách hộ.xlsx",
  citizenIds: "Cột số căn cước (CCCD) không bao giờ được đọc. Số điện thoại chỉ giữ 3 số cuối.",
  file: "Tệp danh sách",
  fileHint:
    "Excel (.xlsx), LibreOffice (.ods) hoặc CSV, không quá 10 MB. Giữ nguyên tiêu đề, dòng tên thôn và dòng tổng cộng.",
  pasted: "Hoặc dán từ Excel",
  pastedHint: "Chọn cả hàng tiêu đề trong Excel, sao chép rồi dán vào đây.",
  effectiveOn: "Vào danh sách từ ngày",
  effectiveOnHint: "Ngày các hộ mới bắt đầu được tính.",
  read: "Đọc tệp và xem trước",
  phases: {
    read: "Đang đọc tệp…",
    compare: "Đang đối chiếu với danh sách đang có…",
    write: "Đang ghi danh sách…",
    close: "Sắp xong, đang lưu lại từng dòng…",
  } satisfies Record<ImportPhase, string>,
  households: "Số hộ",
  stayHere: "Cứ để trang này mở. Ghi cả danh sách hoặc không ghi gì.",
  earlier: "Các lần nhập gần đây",
  columns: { file: "Tệp", when: "Lúc", state: "Tình trạng", result: "Kết quả" },
  states: { previewed: "Đang xem trước", applied: "Đã ghi", undone: "Đã hoàn tác", discarded: "Đã bỏ" },
  dropped: "Đã bỏ lần nhập. Danh sách hộ đang có không thay đổi.",
  result: (made: string, changed: string) => `${made} hộ mới, ${changed} hộ cập nhật`,
  preview: (file: string) => `Xem trước: ${file}`,
  fates: {
    problem: "Cần sửa",
    create: "Hộ mới",
    update: "Cập nhật",
    same: "Giữ nguyên",
    ignored: "Bỏ ra",
  },
  fateLeads: {
    problem: "Mỗi dòng nói rõ sai ở đâu và sửa thế nào.",
    create: "Chưa có trong danh sách, sẽ thêm.",
    update: "Đã có, sẽ đổi những mục ghi bên cạnh.",
    same: "Đã có và đúng như trong tệp.",
    ignored: "Bạn đã bỏ các dòng này ra khỏi lần nhập.",
  },
  filter: "Nhóm dòng",
  row: (row: number, sheet: string) => (sheet === "" ? `Dòng ${row}` : `Dòng ${row}, trang ${sheet}`),
  seeRow: (row: number) => `Xem dòng ${row}.`,
  fields: {
    village: "Thôn",
    code: "Mã hộ",
    lane: "Ngõ, xóm",
    head: "Chủ hộ",
    adults: "Số người lớn",
  },
  codeGiven: "Tự cấp",
  changes: {
    lane: "ngõ, xóm",
    head: "chủ hộ",
    adults: "số người lớn",
    priorities: "diện ưu tiên",
  } satisfies Record<HouseholdChangedField, string>,
  changesTo: (fields: string) => `Đổi: ${fields}`,
  act: "Chọn",
  change: "Thay đổi",
  mend: "Lưu chỗ sửa",
  leaveOut: "Bỏ dòng này",
  takeBack: "Lấy lại",
  leaveOutAll: (count: number) => `Bỏ cả ${count} dòng ra`,
  problemsLeft: (count: number) => `Còn ${count} dòng cần xem lại`,
  problemsLeftBody: "Sửa từng dòng bên dưới, hoặc bỏ các dòng này ra. Chưa có gì được ghi.",
  ready: "Sẵn sàng ghi",
  readyBody: (made: string, changed: string) => `Sẽ thêm ${made} hộ mới, cập nhật ${changed} hộ.`,
  nothingToDo: "Tệp này không thay đổi gì",
  nothingToDoBody: "Mọi dòng đều đã có trong danh sách, đúng như trong tệp.",
  apply: "Ghi vào danh sách",
  discard: "Bỏ lần nhập này",
  applied: "Đã ghi vào danh sách",
  appliedBody: (made: string, changed: string) => `${made} hộ mới, ${changed} hộ cập nhật.`,
  undo: "Hoàn tác cả lần nhập",
  undoUntil: (moment: string) => `Hoàn tác được đến ${moment}, khi chưa ai sửa hay ghi việc cho các hộ này.`,
  undone: "Đã hoàn tác",
  undoneBody: "Danh sách trở lại như trước lần nhập này.",
  toList: "Xem danh sách",
  facts: {
    appliedBefore: (moment: string) =>
      `Đúng tệp này đã được ghi lúc ${moment}. Nhập lại không tạo thêm hộ nào.`,
    citizenIds: "Tệp có cột số căn cước. Cột này được bỏ qua có chủ ý: hệ thống không lưu số căn cước.",
    noAdults: "Tệp không có cột số người lớn (từ 18 tuổi): mỗi hộ tạm tính 1 người, sửa được sau.",
    notHouseholds: (sections: number, totals: number) =>
      `Không tính là hộ: ${sections} dòng tên thôn, ${totals} dòng tổng cộng.`,
  },
  problems: {
    village_missing: () => "Chưa rõ ở thôn nào. Chọn trong danh sách.",
    village_unknown: ({ found }) => `Không có nơi nào tên “${found}”. Chọn tên đúng trong danh sách.`,
    head_missing: () => "Thiếu tên chủ hộ.",
    adults_unclear: ({ found }) =>
      found === ""
        ? "Thiếu số người lớn. Ghi số từ 0 đến 40."
        : `“${found}” không phải số người. Ghi số từ 0 đến 40.`,
    household_text_invalid: ({ field }) =>
      `Mục ${cells[field]} có ký tự lạ, quá dài, hoặc chứa dãy số căn cước. Gõ lại mục này.`,
    duplicate_in_file: () => "Trùng với một dòng khác trong tệp. Bỏ dòng này, hoặc ghi mã hộ khác.",
    household_ambiguous: ({ codes }) =>
      `Danh sách đã có hộ cùng chủ hộ, cùng ngõ xóm với mã ${codes.join(", ")}. Ghi đúng mã đó, hoặc ghi rõ ngõ xóm khác.`,
  } satisfies {
    [Code in HouseholdProblem["code"]]: (facts: Extract<HouseholdProblem, { code: Code }>) => string;
  },
  sheet: {
    sheet: "Danh sách hộ",
    headings: [
      "STT",
      "Thôn",
      "Mã hộ",
      "Chủ hộ",
      "Ngõ, xóm",
      "Số người lớn",
      "Người cao tuổi",
      "Người khuyết tật",
      "Dân tộc thiểu số",
      "Hộ nghèo",
      "Ở xa",
      "Số điện thoại",
    ],
  },
};

export const householdImportArea = { name: "householdImport", words: householdImport } as const;
