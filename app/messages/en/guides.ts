import type { guides as vi } from "../vi/guides.ts";

export const guides = {
  title: "Guides",
  lead: "Short, with pictures. What do you do?",
  withPictures: "Guides with pictures",
  choose: "A guide for whom",
  readers: { "thanh-vien": "Members", "to-truong": "Team leaders", "van-phong": "The office" },
  onlyVietnamese: "The guides are written in Vietnamese.",
} satisfies typeof vi;
