import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import type { SentencesOf } from "../rejections.ts";

export const offlineRefusals = {
  envelope_not_signed: () => "Bản ghi này không mang chữ ký của máy đã ghi, nên không nhận.",
  envelope_repeated: () => "Máy đã dùng số thứ tự này cho một bản ghi khác. Mở bản ghi, lưu lại rồi gửi.",
  device_key_not_valid: () => "Máy này chưa được gắn với tài khoản. Đăng nhập lại trên máy rồi gửi.",
  photo_part_not_readable: () => "Một phần ảnh bị hỏng trên đường gửi. Ảnh sẽ được gửi lại.",
  held_decided: () => "Việc này đã có người xem xong.",
  held_own_work: () => "Việc của chính mình thì người khác xem.",
  held_needs_office: () => "Tháng của việc này đã khóa, chỉ văn phòng nhận bổ sung được.",
  held_needs_reason: () => "Ghi lý do không nhận, để người gửi biết.",
  held_not_takeable: () =>
    "Chưa nhận được với ngày này: hôm đó người ghi không ở tổ, hoặc hộ, dịch vụ đã đổi.",
} satisfies SentencesOf<OfflineRefusal>;
