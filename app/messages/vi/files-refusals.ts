import type { FileRefusal } from "#app/domain/files/stored-file.ts";
import type { SentencesOf } from "../rejections.ts";

export const fileRejections = {
  file_missing: () => "Chọn tệp cần gửi.",
  file_too_large: ({ maximumMegabytes }) =>
    `Tệp lớn hơn ${maximumMegabytes} MB. Quét lại ở chế độ đen trắng hoặc chia thành nhiều tệp.`,
  file_not_paper: () => "Chỉ nhận tệp PDF, ảnh JPG hoặc PNG.",
  file_broken: () => "Tệp bị hỏng hoặc chưa tải hết. Thử gửi lại.",
  file_runs_things: () => "Tệp PDF này có mã chạy hoặc tệp khác bên trong. In lại thành PDF rồi gửi.",
  file_id_reused: () => "Tệp khác đã được gửi bằng biểu mẫu này. Tải lại trang rồi gửi.",
  files_of_day_used_up: ({ maximum }) => `Hôm nay bạn đã gửi ${maximum} tệp. Mai gửi tiếp.`,
  files_of_commune_used_up: ({ maximumMegabytes }) =>
    `Kho tệp đã đủ ${maximumMegabytes} MB. Hãy báo quản trị.`,
} satisfies SentencesOf<FileRefusal>;
