import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import type { SentencesOf } from "../rejections.ts";

export const serviceRejections = {
  service_not_there: () => "Danh sách không có mục này.",
  service_name_taken: ({ name }) => `Đang có “${name}”. Dùng tên khác, hoặc sửa mục đó.`,
} satisfies SentencesOf<ServiceRefusal>;
