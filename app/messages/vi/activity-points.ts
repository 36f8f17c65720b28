import type { LineKind } from "#app/domain/points/line.ts";
import { today } from "./today.ts";

/** "Vì sao tôi có số điểm này?" */
export const activityPoints = {
  title: "Điểm của tôi",
  question: today.why,
  lead: "Từng dòng dẫn tới việc đã được duyệt, quy tắc và người duyệt.",
  month: "Tháng",
  chooseMonth: "Chọn tháng",
  period: (from: string, to: string) => `Từ ${from} đến ${to}`,
  total: "Điểm hoạt động",
  trial: "Chạy thử: điểm chưa tính vào năm nào.",
  rules: (version: number) => `Quy tắc điểm bản ${version}`,
  rulesTrial: "đề xuất",
  states: { open: "Đang mở", grace: "Chờ duyệt nốt", provisional: "Tạm chốt", sealed: "Đã khóa sổ" },
  project06: "Đề án 06:",
  project06Figures: (claims: string, visits: string, points: string) =>
    `${claims} việc, ${visits} lượt, ${points} điểm.`,
  project06Hint: "Đã nằm trong số liệu của tháng, không cộng thêm.",
  pendingTitle: "Chờ duyệt",
  pendingBody: (count: number) => `${count} việc chưa tính vào tổng`,
  seePending: "Xem việc chờ duyệt",
  ofDay: (points: string) => `${points} điểm`,
  kinds: {
    award: "Điểm của việc",
    bonus: "Kết quả thêm",
    priority: "Người thuộc nhóm ưu tiên",
    repeat: "Đã tính điểm ở lần trước",
    own_cap: "Mức trần của loại việc",
    priority_cap: "Mức trần điểm ưu tiên trong tháng",
    day_cap: "Mức trần của ngày",
    month_cap: "Mức trần của tháng",
    campaign: "Đợt thi đua",
  } satisfies Record<LineKind, string>,
  capBody: {
    repeat: "Cùng người, cùng dịch vụ chỉ tính điểm một lần; phần này trừ lại.",
    own_cap: "Loại việc này có mức trần; phần vượt trừ lại.",
    priority_cap: "Điểm cộng cho nhóm ưu tiên có mức trần mỗi tháng; phần vượt trừ lại.",
    day_cap: (maximum: string) =>
      `Mỗi ngày tính nhiều nhất ${maximum} điểm; phần vượt trừ lại. Việc vẫn tính lượt và người.`,
    month_cap: (maximum: string) => `Mỗi tháng tính nhiều nhất ${maximum} điểm; phần vượt trừ lại.`,
  },
  corrected: "Dòng sửa lại",
  adjustment: "Điều chỉnh của tháng trước",
  verifiedBy: (name: string) => `Duyệt: ${name}`,
  rule: (key: string) => `Quy tắc: ${key}`,
  openClaim: "Xem việc",
  monthLines: "Tính chung cả tháng",
  noneTitle: "Tháng này chưa có điểm",
  noneBody: "Điểm hiện ở đây ngay khi có việc được duyệt.",
};

export const activityPointsArea = { name: "activityPoints", words: activityPoints } as const;
