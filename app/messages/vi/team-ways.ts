/** Ways from a team's own page. The pages they lead to are called so too; their other words stay with them. */
export const teamWays = {
  households: "Hộ gia đình",
  survey: "Khảo sát",
  walk: "Đi thăm tối nay",
  reports: "Báo cáo",
  targets: "Chỉ tiêu của tổ",
  months: "Số liệu tháng của tổ",
  paper: "Ghi việc từ phiếu giấy",
  comments: "Tự chấm và góp ý",
  criteria: "Cách chấm điểm thi đua",
};

export const teamWaysArea = { name: "teamWays", words: teamWays } as const;
