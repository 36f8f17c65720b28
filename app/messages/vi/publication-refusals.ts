import type { PublicationRefusal } from "#app/domain/publication/tv-code.ts";
import type { SentencesOf } from "../rejections.ts";

export const publicationRejections = {
  publication_changed: ({ isPublic }): string =>
    isPublic
      ? "Người khác vừa công khai bảng này. Xem lại rồi quyết định."
      : "Người khác vừa ngừng công khai bảng này. Xem lại rồi quyết định.",
  too_many_tv_codes: ({ maximum }) => `Đã có ${maximum} tivi. Tắt bớt tivi không dùng rồi thêm.`,
  tv_code_shown_already: () =>
    "Tivi này đã được tạo và địa chỉ đã hiện một lần. Nếu chưa kịp chép, tắt nó rồi tạo lại.",
} satisfies SentencesOf<PublicationRefusal>;
