import type { ActRefusal } from "#app/domain/access/two-person-act.ts";
import type { CutoffRefusal } from "#app/domain/calendar/cutoff.ts";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { RegulationRefusal } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import type { VillageLineRefusal } from "#app/domain/roster/village-line.ts";
import type { SentencesOf } from "../rejections.ts";
import { setup } from "./setup.ts";

const dayAndMonth = (date: LocalDate) => `${partsOf(date).day}/${partsOf(date).month}`;

export const setupRejections = {
  changed_meanwhile: () => "Người khác vừa lưu mục này. Xem bản đang có rồi lưu lại.",
  commune_code_taken: () => "Mã này đã thuộc một đơn vị khác trong hệ thống. Kiểm tra lại.",
  plan_fixed_after_setup: () => "Đơn vị đã làm việc, kế hoạch mẫu không đổi được nữa.",
  village_name_taken: () => "Tên này đã có trong danh sách.",
  village_in_use: (_facts, { village }) => `Đang có người giữ vai trò ở ${village} này, chưa bỏ được.`,
  villages_none_pasted: () => "Chưa có dòng nào. Dán hoặc gõ danh sách vào đây.",
  village_lines_too_many: ({ maximum }) =>
    `Nhiều quá ${maximum} dòng. Kiểm tra xem có dán nhầm bảng khác không.`,
  village_lines_refused: ({ count }) => `Còn ${count} dòng chưa đọc được. Sửa các dòng dưới đây.`,
  setup_steps_missing: ({ steps }) =>
    `Còn thiếu: ${steps.map((step) => setup.steps.names[step]).join(", ")}.`,
  village_name_missing: () => "Dòng này không có tên.",
  village_name_too_long: ({ maximum }) => `Tên dài quá ${maximum} ký tự.`,
  village_line_lists_several: (_facts, { village }) =>
    `Dòng này có vẻ gồm nhiều tên. Mỗi dòng một ${village}.`,
  village_font_outdated: () => "Dòng này gõ bằng phông chữ cũ (TCVN3, VNI). Chuyển sang Unicode rồi dán lại.",
  village_count_unreadable: ({ found }) => `“${found}” không phải là số đếm.`,
  regulation_number_malformed: () => "Ghi số như trên văn bản: 12/QC-UBND hoặc 318/QĐ-UBND.",
  regulation_date_in_future: ({ today }) =>
    `Ngày ban hành không thể sau hôm nay, ${dayAndMonth(today)}/${partsOf(today).year}.`,
  period_start_day_out_of_range: () => "Chọn ngày từ 1 đến 28 để tháng nào cũng có ngày đó.",
  grace_days_out_of_range: ({ maximum }) => `Nhập từ 0 đến ${maximum} ngày.`,
  due_day_out_of_range: () => "Chọn ngày từ 1 đến 28 để tháng nào cũng có ngày đó.",
  report_due_before_figures_freeze: ({ lastDayInTime, figuresFreezeOn }) =>
    `Hạn này rơi trước khi số liệu đứng yên: chậm nhất ${dayAndMonth(lastDayInTime)} trong khi số liệu đến ${dayAndMonth(figuresFreezeOn)} mới xong, báo cáo nào cũng sẽ muộn.`,
  office_report_due_before_team_report: () =>
    "Văn phòng tổng hợp từ các tổ, nên hạn của văn phòng không thể trước hạn của tổ.",
  act_already_decided: ({ state }) =>
    ({
      approved: "Việc này đã được đồng ý.",
      declined: "Việc này đã bị từ chối.",
      withdrawn: "Đề nghị này đã được rút.",
    })[state],
  act_expired: () => "Đề nghị đã quá hạn. Đề nghị lại nếu vẫn cần.",
  act_needs_another_person: () =>
    "Bạn là người đề nghị hoặc người liên quan. Người khác phải quyết việc này.",
  act_from_same_browser: () =>
    "Người đề nghị cũng đăng nhập trên máy này. Hãy quyết việc này trên máy hoặc điện thoại của bạn.",
  act_second_person_too_new: ({ days }) =>
    `Người đề nghị vừa giao vai trò này cho bạn. Sau ${days} ngày bạn mới quyết được việc của người ấy.`,
  act_not_yours: () => "Chỉ người đề nghị rút được đề nghị này.",
  act_already_waiting: () => "Đã có một đề nghị như vậy đang chờ.",
} satisfies SentencesOf<SetupRefusal | VillageLineRefusal | RegulationRefusal | CutoffRefusal | ActRefusal>;
