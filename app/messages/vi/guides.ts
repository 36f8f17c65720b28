import type { GuideReader } from "#app/domain/guides/guide.ts";

const readers: Readonly<Record<GuideReader, string>> = {
  member: "Thành viên",
  leader: "Tổ trưởng",
  office: "Văn phòng",
};

export const guides = {
  title: "Hướng dẫn",
  lead: "Ngắn gọn, có hình. Bạn làm việc gì?",
  withPictures: "Xem hướng dẫn có hình",
  choose: "Hướng dẫn cho ai",
  readers,
};

export const guidesArea = { name: "guides", words: guides } as const;
