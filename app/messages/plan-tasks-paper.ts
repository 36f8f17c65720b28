import { planTasks } from "./vi/plan-tasks.ts";

/** Words of the table of tasks on paper. Papers of the state are in Vietnamese. */
export const planTasksPaperWords = {
  words: planTasks,
  sheet: "Nhiệm vụ",
  unitSheet: "Theo đơn vị",
  type: "Bảng theo dõi nhiệm vụ",
  subject: (numbers: string) => `Thực hiện kế hoạch số ${numbers}`,
  asOf: (day: string) => `Tình hình đến ngày ${day}.`,
  headings: {
    number: "TT",
    content: "Nhiệm vụ",
    lead: "Đơn vị chủ trì",
    helps: "Đơn vị phối hợp",
    due: "Thời hạn",
    lastDay: "Ngày cuối",
    percent: "Tiến độ",
    stand: "Tình trạng",
    result: "Kết quả, bằng chứng",
  },
  file: "Bảng theo dõi nhiệm vụ",
};
