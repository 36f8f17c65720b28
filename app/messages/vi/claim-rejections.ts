import type { ClaimRefusal, ClaimWordRefusal } from "#app/domain/activity/claim-refusals.ts";
import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { SentencesOf } from "../rejections.ts";

function on(date: LocalDate): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

export const claimRejections = {
  kind_unknown: () => "Chọn một loại việc trong danh sách.",
  kind_retired: ({ since }) => `Loại việc này đã thôi dùng từ ${on(since)}. Chọn loại khác.`,
  mode_not_allowed: () => "Việc này không làm theo cách đã chọn. Chọn cách khác.",
  work_in_future: ({ today }) => `Chưa đến ngày đó: hôm nay là ${on(today)}. Chọn ngày đã làm việc.`,
  work_month_closed: ({ openFrom }) =>
    `Kỳ của ngày này đã khóa; ghi được từ ${on(openFrom)}. Việc cũ hơn: ghi vào giấy có chữ ký và nhờ văn phòng nhập.`,
  not_in_team_on_day: ({ workDate }) =>
    `Ngày ${on(workDate)} chưa có tên trong tổ nào. Chọn ngày khác, hoặc hỏi văn phòng.`,
  link_not_valid_address: () => "Đường dẫn bắt đầu bằng http:// hoặc https://. Sao chép lại rồi dán vào.",
  units_missing: () => "Chưa chọn hộ, người hoặc phần việc nào.",
  units_too_many: ({ maximum }) =>
    maximum === 1
      ? "Việc này mỗi lần ghi một. Ghi lần khác thành bản ghi riêng."
      : `Mỗi lần ghi nhiều nhất ${maximum} người hoặc hộ. Chia thành nhiều lần.`,
  unit_needs_service: () => "Chọn dịch vụ đã hướng dẫn.",
  service_unknown: () => "Dịch vụ này không có trong danh mục. Chọn lại.",
  service_retired: ({ since }) => `Dịch vụ này đã thôi dùng từ ${on(since)}. Chọn dịch vụ khác.`,
  unit_needs_household: () => "Chọn hộ trong danh sách của thôn.",
  unit_needs_outcome: () => "Chọn kết quả: biết, làm được có hỗ trợ, hay thành thạo.",
  unit_needs_stage: () => "Chọn mức: đã thử nghiệm hay đã được công nhận.",
  household_not_listed: () => "Hộ này không có trong danh sách. Chọn lại, hoặc thêm hộ mới.",
  slot_not_listed: () => "Hộ này không có người ở chỗ đó. Chọn lại người.",
  unit_repeated: ({ first }) => `Trùng với dòng ${first}. Bỏ bớt một dòng.`,
  quantity_out_of_range: ({ maximum }) => `Số lượng từ 1 đến ${maximum}.`,
  bonus_unknown: () => "Mục cộng thêm này không thuộc loại việc đã chọn. Bỏ chọn rồi gửi lại.",
  bonus_too_many: ({ maximum }) => `Mục này tính nhiều nhất ${maximum} lần.`,
  check_not_of_kind: () => "Mục đã đánh dấu không thuộc loại việc này. Bỏ đánh dấu rồi gửi lại.",
  steps_and_quantity_differ: ({ steps }) => `Đã đánh dấu ${steps} bước; số bước ghi phải đúng như vậy.`,
  orders_need_payment_account: () =>
    "Gian hàng nhận đơn thì cần có tài khoản thanh toán hoặc ví điện tử. Đánh dấu khi đã có.",
  commitment_needs_photo: () => "Kèm ảnh bản cam kết chất lượng.",
  too_few_people: ({ minimum }) => `Việc này cần từ ${minimum} người trở lên.`,
  too_short_a_time: ({ minimum }) => `Việc này cần từ ${minimum} phút trở lên. Ghi số phút đã làm.`,
  visits_below_people: ({ people }) => `Đã chọn ${people} người, nên số lượt ít nhất là ${people}.`,
  number_out_of_range: ({ minimum, maximum }) => `Nhập số từ ${minimum} đến ${maximum}.`,
  too_many_named: ({ maximum }) => `Chọn nhiều nhất ${maximum} mục.`,
  named_twice: () => "Có mục chọn hai lần. Bỏ bớt một mục.",
  helper_is_self: () => "Không cần chọn chính người khai. Bỏ tên này.",
  helper_not_in_team: () => "Hôm đó người này chưa có trong tổ nào. Bỏ tên này, hoặc chọn ngày khác.",
  photo_unknown: () => "Ảnh này chưa gửi xong. Bỏ ra rồi chọn lại ảnh.",
  claim_has_problems: () => "Bản ghi còn chỗ cần sửa. Xem lại các mục được đánh dấu.",
  claim_id_reused: () => "Mã của lần ghi này đã dùng cho việc khác. Mở biểu mẫu mới rồi ghi lại.",
  claim_not_readable: () => "Bản ghi không đọc được. Mở biểu mẫu mới rồi ghi lại.",
  paper_has_problems: () =>
    "Tờ phiếu còn chỗ cần sửa. Chưa dòng nào được ghi; xem lại các mục được đánh dấu.",
  claim_not_open: ({ state }) =>
    ({
      submitted: "Bản ghi đang chờ xác nhận; chưa có gì để gửi lại.",
      returned: "Bản ghi đã được trả lại để sửa. Sửa rồi gửi lại.",
      withdrawn: "Bản ghi này đã rút.",
      verified: "Bản ghi đã được xác nhận. Muốn sửa, gửi đề nghị đính chính.",
      rejected: "Bản ghi đã bị từ chối.",
      reversed: "Bản ghi đã được hủy xác nhận.",
    })[state],
  claim_changed: () => "Bản ghi vừa được sửa ở nơi khác. Xem bản mới rồi sửa tiếp.",
  not_on_roster: () => "Tài khoản này chưa có tên trong danh sách thành viên. Hỏi văn phòng.",
} satisfies SentencesOf<ClaimRefusal | ClaimWordRefusal>;

export const photoRejections = {
  photo_missing: () => "Chưa chọn ảnh.",
  photo_too_large: ({ maximumMegabytes }) =>
    `Ảnh lớn quá ${maximumMegabytes} MB. Chọn ảnh khác, hoặc chụp ở cỡ nhỏ hơn.`,
  photo_too_many_pixels: () => "Ảnh có quá nhiều điểm ảnh. Chụp ở cỡ nhỏ hơn rồi gửi lại.",
  photo_is_heic: () =>
    "Ảnh HEIC của iPhone chưa đọc được. Vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất”, hoặc gửi ảnh chụp màn hình.",
  photo_not_a_picture: () => "Tệp này không phải ảnh JPEG, PNG hoặc WebP. Chọn tệp ảnh khác.",
  photo_unreadable: () => "Ảnh bị hỏng hoặc gửi chưa hết. Chọn lại ảnh rồi gửi.",
  photo_busy: () => "Đang có nhiều ảnh gửi lên cùng lúc. Đợi một phút rồi gửi lại.",
  photo_id_reused: () => "Mã của lần gửi này đã dùng cho ảnh khác. Chọn lại ảnh.",
  photos_of_day_used_up: ({ maximum }) =>
    `Hôm nay đã gửi đủ ${maximum} ảnh. Mai gửi tiếp; bản ghi vẫn gửi được khi chưa có ảnh.`,
} satisfies SentencesOf<PhotoRefusal>;
