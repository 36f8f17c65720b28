import type { FormRefusal } from "#app/domain/report-forms/form-mapping.ts";
import type { SentencesOf } from "../rejections.ts";

export const reportFormRefusals = {
  form_file_missing: () => "Chọn tệp biểu mẫu.",
  form_file_too_large: ({ maximumMegabytes }) =>
    `Biểu mẫu quá ${maximumMegabytes} MB. Bỏ bớt hình ảnh rồi gửi lại.`,
  form_old_format: () => "Tệp Excel đời cũ (.xls). Mở bằng Excel, lưu lại dạng .xlsx rồi gửi.",
  form_locked: () => "Tệp đang đặt mật khẩu. Gỡ mật khẩu rồi gửi lại.",
  form_unreadable: () => "Không đọc được tệp này. Mở bằng Excel, lưu lại dạng .xlsx rồi gửi.",
  form_unpacks_too_large: () =>
    "Tệp bung ra quá lớn so với một biểu mẫu. Chỉ giữ các trang cần điền rồi gửi lại.",
  form_runs_things: () =>
    "Tệp có chương trình chạy kèm (macro) nên không nhận. Lưu lại dạng .xlsx không có macro.",
  form_busy: () => "Đang có nhiều tệp chờ đọc. Đợi một phút rồi thử lại.",
  form_space_used_up: ({ maximumMegabytes }) =>
    `Các biểu mẫu của đơn vị đã chiếm hết ${maximumMegabytes} MB.`,
  form_too_many: ({ maximum }) => `Đã có ${maximum} biểu mẫu. Bỏ biểu không dùng nữa rồi thêm.`,
  form_cell_unknown: () => "Gõ tên ô như trong Excel: chữ của cột rồi số của dòng, ví dụ C7.",
  form_sheet_unknown: () => "Chọn một trang của biểu mẫu.",
  form_cell_formula: ({ cell }) => `Ô ${cell} có công thức, để biểu mẫu tự tính. Chọn ô khác.`,
  form_cell_text: ({ cell, text }) => `Ô ${cell} in sẵn chữ “${text}”. Chọn ô trống.`,
  form_cell_covered: ({ cell, anchor }) => `Ô ${cell} nằm trong ô gộp. Dùng ô đầu của ô gộp: ${anchor}.`,
  form_cell_taken: ({ cell }) => `Ô ${cell} đã gán chỉ tiêu. Bỏ chỉ tiêu cũ trước.`,
  form_metric_of_villages: () => "Chỉ tiêu này chỉ có theo từng nơi. Chọn cách điền theo danh sách.",
  form_metric_of_commune: () => "Chỉ tiêu này chỉ có cho toàn đơn vị. Chọn cách điền một ô.",
  form_mapping_full: ({ maximum }) => `Đã gán ${maximum} ô, là mức cao nhất.`,
  form_changed_meanwhile: () => "Có người vừa sửa biểu mẫu này. Tải lại trang rồi làm lại.",
} satisfies SentencesOf<FormRefusal>;
