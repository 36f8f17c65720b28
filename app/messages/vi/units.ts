import type { UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import type { SentencesOf } from "../rejections.ts";
import { capitalised } from "../terms.ts";

const dayOf = (date: string) => date.split("-").reverse().map(Number).join("/");

export const units = {
  title: "Thay đổi đơn vị",
  lead: "Sáp nhập, chia tách, đổi tên theo quyết định. Đơn vị cũ khép lại, số liệu cũ giữ nguyên.",
  ofVillages: (village: string) => capitalised(village),
  ofTeams: "Tổ",
  kind: "Thay đổi gì",
  kinds: { merge: "Sáp nhập", split: "Chia tách", rename: "Đổi tên" },
  kindHints: {
    merge: "Từ hai đơn vị trở lên thành một.",
    split: "Một đơn vị thành nhiều.",
    rename: "Một đơn vị mang tên mới.",
  },
  old: "Đơn vị đang có",
  oldHint: "Sáp nhập: chọn từ hai. Chia tách, đổi tên: chọn một.",
  newNames: "Tên mới",
  newNamesHint: "Mỗi dòng một tên. Chỉ chia tách mới có nhiều dòng.",
  effectiveOn: "Ngày có hiệu lực",
  effectiveOnHint: "Ngày đầu tiên của đơn vị mới. Đơn vị cũ khép lại cuối ngày hôm trước.",
  decisionNumber: "Số văn bản",
  decisionNumberHint: "Như trên giấy: 12/NQ-HĐND",
  decisionDate: "Ngày văn bản",
  joinsTeams: "Khi sáp nhập, các tổ cũng nhập thành một tổ",
  preview: "Xem trước",
  noUnits: "Chưa có đơn vị nào",
  noUnitsBody: "Thêm đơn vị trước, rồi mới sáp nhập hay đổi tên.",
  previewTitle: "Sẽ thay đổi như sau",
  previewLead: "Chưa có gì được ghi. Xem kỹ rồi xác nhận.",
  from: "Khép lại",
  to: "Mở ra",
  untilDay: (day: string) => `hết ngày ${day}`,
  fromDay: (day: string) => `từ ngày ${day}`,
  teams: "Tổ",
  teamFrom: (names: string) => `từ ${names}`,
  peopleMove: (count: number) => `${count} thành viên chuyển theo, vai trò và quyền giữ nguyên`,
  householdsMove: (count: number) => `${count} hộ trong danh sách chuyển theo`,
  otherRights: (count: number) => `${count} cán bộ phụ trách chuyển theo`,
  severalLeaders: (count: number) => `Tổ mới có ${count} tổ trưởng. Vẫn làm được; kiện toàn tổ ngay sau đó.`,
  countAgain: "Số hộ và số người lớn của từng phần chưa biết. Nhập lại sau khi đếm.",
  seats: "Ai về đâu",
  lanes: "Hộ của xóm nào về đâu",
  noLane: "Chưa ghi xóm",
  householdsOf: (count: number) => `${count} hộ`,
  kept: "Điểm, báo cáo, giấy khen và số liệu chuyển tiếp của đơn vị cũ không đổi.",
  confirm: "Xác nhận thay đổi",
  change: "Sửa lại",
  done: "Đã ghi. Đơn vị mới có hiệu lực.",
  history: "Đã thay đổi",
  historyEmpty: "Chưa có lần nào.",
  when: "Hiệu lực",
  decision: "Văn bản",
  decisionOf: (number: string, day: string) => `${number}, ngày ${day}`,
  becomes: "thành",
};

export const unitRejections = {
  unit_change_needs_old: ({ minimum, maximum }) =>
    minimum === maximum ? `Chọn đúng ${minimum} đơn vị.` : `Chọn từ ${minimum} đến ${maximum} đơn vị.`,
  unit_change_needs_new: ({ minimum, maximum }) =>
    minimum === maximum ? "Ghi một tên mới." : `Ghi từ ${minimum} đến ${maximum} tên, mỗi dòng một tên.`,
  unit_not_standing: () => "Có đơn vị không còn hoạt động. Tải lại trang rồi chọn lại.",
  unit_change_before_start: ({ name, from }) =>
    `${name} mới có từ ${dayOf(from)}. Ngày hiệu lực phải sau ngày đó.`,
  unit_change_in_future: ({ today }) =>
    `Thay đổi được ghi khi đã có hiệu lực. Hôm nay là ${dayOf(today)}; đến ngày hãy ghi.`,
  unit_change_before_decision: ({ decisionDate }) =>
    `Ngày hiệu lực không thể trước ngày văn bản, ${dayOf(decisionDate)}.`,
  unit_decision_malformed: () => "Ghi số như trên văn bản: 12/NQ-HĐND hoặc 318/QĐ-UBND.",
  unit_name_taken: ({ name }) => `Tên “${name}” đã có. Chọn tên khác.`,
  unit_name_unchanged: () => "Tên mới giống tên cũ.",
  units_of_different_places: () =>
    "Chỉ nhập được các tổ cùng một nơi. Muốn nhập nơi, chọn sáp nhập nơi trước.",
} satisfies SentencesOf<UnitChangeRefusal>;
