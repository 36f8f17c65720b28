import type { PhoneRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import type { AccountRefusal } from "#app/domain/accounts/refusals.ts";
import type { SentencesOf } from "../rejections.ts";

/** Sentences of slips, phones and acts of two persons, but for those the accounts say already. */
type OwnRefusal = Exclude<PhoneRefusal, { code: AccountRefusal["code"] }>;

export const enrolmentRejections = {
  pins_differ: () => "Hai lần nhập mã PIN không giống nhau. Nhập lại.",
  pin_wrong: ({ triesLeft }) => `Mã PIN chưa đúng. Còn ${triesLeft} lần thử.`,
  unlock_ended: () =>
    "Máy này không mở được bằng cách này nữa. Nhờ văn phòng in phiếu mới, hoặc đăng nhập bằng mật khẩu.",
  account_disabled: () => "Tài khoản này đang bị khóa.",
  account_of_other_commune: () =>
    "Người này còn có vai trò ở xã, phường khác. Tài khoản chỉ được đặt lại khi người đó tự dùng mã khôi phục.",
  hand_over_to_self: () => "Chọn người khác: bạn đang giữ vai trò này.",
  hand_over_not_held: () => "Vai trò này không còn thuộc người bàn giao.",
  hand_over_in_the_past: () => "Ngày bắt đầu phải từ hôm nay trở đi.",
  nobody_to_print: () => "Chọn ít nhất một người để in phiếu.",
  sheet_not_drawn: () =>
    "Chưa vẽ được tờ phiếu. In lại sau ít phút; phiếu vừa tạo tự hết hiệu lực khi in mới.",
  nothing_to_break: () => "Người này chưa cài xác thực hai lớp. Một phiếu thường là đủ.",
} satisfies SentencesOf<OwnRefusal>;
