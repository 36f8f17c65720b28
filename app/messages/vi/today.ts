/** The first page of somebody who is signed in; it leads to pages whose own words stay with them. */
export const today = {
  greeting: (givenName: string) => `Chào ${givenName}`,
  lead: "Hôm nay bạn làm gì?",
  log: "Ghi việc",
  points: "Điểm tháng này",
  pointsUnit: "điểm",
  why: "Vì sao tôi có số điểm này?",
  waiting: "Việc tôi ghi, chờ duyệt",
  returned: "Việc bị trả lại",
  mend: "Sửa và gửi lại",
  late: (late: number) => `${late} việc quá hạn`,
  doors: {
    badges: "Huy hiệu của tôi",
    orders: "Việc được giao",
    help: "Bà con nhờ",
    difficulties: "Khó khăn, vướng mắc",
    planPapers: "Kế hoạch, văn bản",
  },
};

export const todayArea = { name: "today", words: today } as const;
