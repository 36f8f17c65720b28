import type { guides as vi } from "../vi/guides.ts";

export const guides = {
  title: "Guides",
  lead: "Short, with pictures. What do you do?",
  withPictures: "Guides with pictures",
  choose: "A guide for whom",
  readers: { member: "Members", leader: "Team leaders", office: "The office" },
} satisfies typeof vi;
