import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const householdRejections = {
  slot_name_too_long: ({ maximum }) => `Ghi tên thường gọi, nhiều nhất ${maximum} chữ, ví dụ “Bà Lan”.`,
  slot_name_holds_number: () =>
    "Ô tên chỉ ghi tên gọi. Số điện thoại ghi ở ô bên cạnh; không ghi số căn cước.",
  slot_digits_too_few: ({ minimum }) => `Ghi ${minimum} số cuối của điện thoại, hoặc bỏ trống.`,
  no_household_header: () =>
    "Không tìm thấy hàng tiêu đề. Cần một hàng có “Chủ hộ” và ít nhất một cột nữa như “Thôn” hay “Ngõ, xóm”.",
  no_households: () => "Không có dòng nào ghi hộ gia đình.",
  slot_unknown: () => "Hộ này không có người ở chỗ đó. Tải lại trang rồi chọn lại.",
  slot_taken: () => "Chỗ này đã có người khác ghi tên. Chọn chỗ trống, hoặc thêm người mới.",
  household_code_taken: ({ head }) => `Mã này đang là của hộ ${head}. Chọn mã khác.`,
  household_known: ({ householdCode, lane }) =>
    `Đã có hộ ${householdCode} cùng tên chủ hộ${lane ? ` ở ${lane}` : ""}. Nếu đúng là hộ khác, đánh dấu rồi lưu lại.`,
  household_sent_otherwise: () => "Lần gửi này đã được ghi cho nơi khác. Mở lại biểu mẫu rồi nhập lại.",
  household_ended: ({ until }) => {
    const { day, month, year } = partsOf(until);
    return `Hộ này đã thôi trong danh sách từ ${day}/${month}/${year}.`;
  },
  household_ends_before_it_starts: ({ from }) => {
    const { day, month, year } = partsOf(from);
    return `Hộ này vào danh sách từ ${day}/${month}/${year}. Chọn ngày từ đó trở đi.`;
  },
  household_ends_later: () => "Chọn hôm nay hoặc một ngày đã qua.",
  household_full: ({ maximum }) => `Một hộ ghi được nhiều nhất ${maximum} người.`,
  absence_already_so: () => "Hộ này đã được ghi như vậy rồi.",
  absence_own_proposal: () => "Đề xuất này do chính bạn gửi. Nhờ người khác của văn phòng trả lời.",
  absence_not_proposed: () => "Đề xuất này đã được trả lời hoặc rút lại.",
} satisfies SentencesOf<HouseholdRefusal>;
