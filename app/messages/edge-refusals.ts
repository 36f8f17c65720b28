import type { Language } from "./language.ts";

interface Words {
  readonly title: string;
  readonly body: string;
}

/**
 * What the guard says when it turns a request away before any page runs. Apart from the catalogue, because the
 * browser never needs these sentences.
 */
const inVietnamese = {
  bad_address: {
    title: "Địa chỉ viết sai",
    body: "Địa chỉ có ký tự không hợp lệ. Gõ lại, hoặc bắt đầu từ trang đầu.",
  },
  address_too_long: { title: "Địa chỉ quá dài", body: "Bắt đầu lại từ trang đầu." },
  method_refused: {
    title: "Cách gửi này không được dùng",
    body: "Quay lại trang trước và dùng nút trên trang.",
  },
  host_unknown: {
    title: "Sai tên máy chủ",
    body: "Máy chủ này không phục vụ địa chỉ bạn vừa mở. Dùng đúng địa chỉ đã được cấp.",
  },
  cross_site: {
    title: "Không gửi được",
    body: "Yêu cầu đến từ một trang khác. Mở lại trang này rồi gửi lần nữa.",
  },
  body_too_large: {
    title: "Nội dung gửi quá lớn",
    body: "Bớt nội dung rồi gửi lại. Việc đã ghi nhận vẫn còn nguyên.",
  },
  body_unexpected: { title: "Không gửi được", body: "Yêu cầu kèm nội dung ở nơi không nhận nội dung." },
  body_too_slow: {
    title: "Đường truyền quá chậm",
    body: "Chưa nhận đủ nội dung. Thử lại khi mạng tốt hơn; việc đã ghi nhận vẫn còn nguyên.",
  },
  not_found: { title: "Không có trang này", body: "Địa chỉ có thể đã đổi. Bắt đầu lại từ trang đầu." },
  unavailable: {
    title: "Máy chủ đang bận",
    body: "Lần gửi này chưa được ghi nhận. Đợi một phút rồi thử lại; việc đã ghi nhận vẫn còn nguyên.",
  },
  clashed: {
    title: "Trang đã cũ",
    body: "Lần gửi này chưa được ghi nhận, vì việc đã đổi từ khi mở trang. Quay lại, tải lại trang rồi làm lại.",
  },
  broken: { title: "Máy chủ gặp trục trặc", body: "Việc đã ghi nhận vẫn còn nguyên. Thử lại sau ít phút." },
} satisfies Record<string, Words>;

export type EdgeRefusal = keyof typeof inVietnamese;

const inEnglish: Record<EdgeRefusal, Words> = {
  bad_address: {
    title: "The address is wrong",
    body: "It holds characters it must not hold. Type it again, or begin at the first page.",
  },
  address_too_long: { title: "The address is too long", body: "Begin at the first page." },
  method_refused: { title: "This way of sending is not used", body: "Go back and use a button of the page." },
  host_unknown: {
    title: "Wrong server name",
    body: "This server does not serve that address. Use the address you were given.",
  },
  cross_site: {
    title: "Not sent",
    body: "The request came from another site. Open this page again and send once more.",
  },
  body_too_large: { title: "Too much was sent", body: "Send less. What was recorded before is safe." },
  body_unexpected: { title: "Not sent", body: "Content came where none is taken." },
  body_too_slow: {
    title: "The connection is too slow",
    body: "Not everything arrived. Try again on a better network; what was recorded before is safe.",
  },
  not_found: {
    title: "There is no such page",
    body: "The address may have changed. Begin at the first page.",
  },
  unavailable: {
    title: "The server is busy",
    body: "This was not recorded. Wait a minute and try again; what was recorded before is safe.",
  },
  clashed: {
    title: "The page is old",
    body: "This sending was not recorded, as things changed since the page was opened. Go back, load the page again and repeat it.",
  },
  broken: {
    title: "The server is in trouble",
    body: "What was recorded before is safe. Try again in a few minutes.",
  },
};

export const edgeRefusals: Readonly<Record<Language, Readonly<Record<EdgeRefusal, Words>>>> = {
  vi: inVietnamese,
  en: inEnglish,
};
