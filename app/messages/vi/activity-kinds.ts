import type { Pillar } from "#app/domain/plan/activity-proposal.ts";

/** The page where members choose what they did. */
export const activityKinds = {
  title: "Ghi việc",
  lead: "Chọn việc bạn vừa làm.",
  search: "Tìm việc",
  find: "Tìm",
  recentKinds: "Việc bạn hay ghi",
  noKinds: "Không có việc nào khớp. Thử chữ khác, hoặc bỏ chữ tìm để xem tất cả.",
  upTo: (points: string) => `tới ${points} điểm`,
  noTeamTitle: "Bạn chưa ở tổ nào hôm nay",
  noTeamBody: "Khi văn phòng đưa bạn vào một tổ, bạn ghi việc được ngay tại đây.",
  pillars: {
    government: "Chính quyền số",
    economy: "Kinh tế số",
    society: "Xã hội số",
    common: "Cách làm chung",
  } satisfies Record<Pillar, string>,
};

export const activityKindsArea = { name: "activityKinds", words: activityKinds } as const;
