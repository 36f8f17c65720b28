import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

export const importRejections = {
  file_missing: () => "Chọn một tệp, hoặc dán bảng vào ô bên dưới.",
  file_too_large: ({ maximumMegabytes }) =>
    `Tệp lớn hơn ${maximumMegabytes} MB. Bỏ ảnh trong tệp, hoặc chia thành nhiều tệp.`,
  file_format_unknown: () => "Không nhận ra loại tệp. Dùng .xlsx, .ods hoặc .csv.",
  workbook_old_format: () =>
    "Đây là tệp Excel kiểu cũ (.xls). Mở bằng Excel, chọn Lưu thành, loại “Excel Workbook (.xlsx)”, rồi nhập lại.",
  workbook_locked: () =>
    "Tệp có mật khẩu. Mở bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc, bỏ mật khẩu rồi lưu và nhập lại.",
  workbook_unreadable: () =>
    "Tệp hỏng hoặc không phải bảng tính. Mở lại bằng Excel, lưu thành .xlsx rồi nhập lại.",
  workbook_too_large: () => "Tệp bung ra quá lớn. Chép riêng bảng danh sách sang một tệp mới rồi nhập lại.",
  csv_not_unicode: () =>
    "Tệp chữ không phải Unicode. Trong Excel chọn Lưu thành, loại “CSV UTF-8”, rồi nhập lại.",
  csv_unreadable: () => "Tệp CSV có dấu ngoặc kép không khép lại. Lưu lại thành .xlsx rồi nhập.",
  no_header: () =>
    "Không tìm thấy hàng tiêu đề. Cần một hàng có “Họ và tên” và ít nhất một cột nữa như “Năm sinh” hay “Số điện thoại”.",
  file_legacy_font: () =>
    "Chữ trong tệp viết bằng phông cũ (TCVN3 .VnTime hoặc VNI). Chuyển cả tệp sang Unicode (Unikey: Công cụ chuyển mã) rồi nhập lại.",
  no_people: () => "Không có dòng nào ghi tên người.",
  too_many_rows: ({ maximum }) => `Tệp có hơn ${maximum} dòng. Chia thành nhiều tệp.`,
  import_busy: () => "Đang có nhiều tệp chờ đọc. Đợi một phút rồi thử lại.",
  import_failed: () => "Không đọc được tệp này. Lưu lại bằng Excel rồi thử lại.",
  import_not_open: () => "Lần nhập này đã xong hoặc đã bỏ.",
  import_not_ready: ({ count }) => `Còn ${count} dòng cần xem lại. Sửa hoặc bỏ ra rồi ghi.`,
  import_changed_meanwhile: () => "Danh sách vừa thay đổi nên các dòng đã được tính lại. Xem lại rồi ghi.",
  import_undo_too_late: ({ hours }) => `Chỉ hoàn tác được trong ${hours} giờ. Sửa từng người trên danh sách.`,
  import_undo_blocked: ({ names, count }) =>
    `Không hoàn tác được: ${names.join(", ")}${count > names.length ? ` và ${count - names.length} người nữa` : ""} đã được sửa hoặc dùng sau khi nhập.`,
} satisfies SentencesOf<ImportRefusal>;
