import type { PersonalDataRefusal } from "#app/domain/people/consent.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const personalDataRejections = {
  not_on_roster: () => "Không có thành viên này.",
  phone_not_kept: () => "Không lưu số điện thoại của người này.",
  reveals_spent: ({ maximum }) => `Hôm nay bạn đã xem ${maximum} số. Ngày mai xem tiếp.`,
  consent_text_changed: () => "Lời văn vừa đổi. Đọc lại rồi bấm lần nữa.",
  consent_screen_is_own: () => "Trên màn hình, chỉ chính người đó bấm đồng ý được.",
  erase_yourself_not: () => "Không tự xóa mình. Nhờ người khác của văn phòng.",
  erase_name_differs: () => "Tên gõ lại chưa khớp. Chưa xóa gì.",
  data_request_open: ({ dueOn }) => `Đã có một yêu cầu như vậy, hạn ${dayInFigures(dueOn)}.`,
} satisfies SentencesOf<PersonalDataRefusal>;
