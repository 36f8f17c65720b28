import type { ContactRefusal } from "#app/domain/contacts/contact.ts";
import type { SentencesOf } from "../rejections.ts";

export const contactRejections = {
  contact_phone_not_valid: () => "Ghi số di động hoặc máy bàn, ví dụ 0912 345 678 hay 0209 3825 123.",
  contacts_full: ({ maximum }) => `Nhiều nhất ${maximum} người liên hệ. Xóa bớt người không còn phụ trách.`,
  contact_gone: () => "Người liên hệ này đã được xóa. Tải lại trang.",
} satisfies SentencesOf<ContactRefusal>;
