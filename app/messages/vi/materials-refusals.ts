import type { MaterialRefusal } from "#app/domain/materials/material.ts";
import type { SentencesOf } from "../rejections.ts";

export const materialRejections = {
  material_has_nothing: () => "Gửi ảnh, tệp PDF, dán đường dẫn hoặc viết lời đọc trên loa.",
  material_decided_already: () => "Học liệu này đã có người xem xong.",
  material_changed_meanwhile: () => "Có người vừa sửa học liệu này. Tải lại trang rồi làm lại.",
  material_is_yours: () => "Học liệu do bạn gửi thì người khác duyệt.",
  materials_waiting_full: ({ maximum }) =>
    `Bạn đang có ${maximum} học liệu chờ duyệt. Chờ trả lời rồi gửi tiếp.`,
} satisfies SentencesOf<MaterialRefusal>;
