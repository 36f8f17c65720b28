import type { CriterionRule, ScoreSheetProposal } from "#app/domain/plan/criterion-proposal.ts";
import { percent, points } from "../typed-values.ts";

/**
 * Đề xuất. Results of people weigh half, what changed and how true it is a quarter, diligence the rest; the
 * council's votes stay outside the score.
 */
export function makeScoreSheet(plan: {
  readonly quotaPerTeam: number | null;
  readonly improvement: Extract<CriterionRule, { kind: "improvement" }>["rates"];
}): ScoreSheetProposal {
  return {
    criteria: [
      {
        key: "proficient-people",
        name: "Người thành thạo",
        explanation:
          "Bình quân các kỳ đã chốt; mốc là số được giao cho tổ hoặc 10% người trưởng thành, lấy số nhỏ hơn.",
        weight: points(30),
        isBonus: false,
        rule: {
          kind: "proficient_people",
          quotaPerTeam: plan.quotaPerTeam,
          quotaOfAdultsBasisPoints: percent(10),
          agreementFloorBasisPoints: percent(95),
        },
      },
      {
        key: "household-coverage",
        name: "Phủ hộ gia đình",
        explanation: "Hộ có ít nhất một người làm được có hỗ trợ; đủ điểm khi đạt 80% số hộ.",
        weight: points(20),
        isBonus: false,
        rule: {
          kind: "household_coverage",
          fullAtBasisPoints: percent(80),
          absentAtMostBasisPoints: percent(15),
        },
      },
      {
        key: "improvement",
        name: "Chuyển biến",
        explanation: "Trung bình của mức đạt so với chỉ tiêu và phần khoảng cách đã rút ngắn.",
        weight: points(15),
        isBonus: false,
        rule: { kind: "improvement", rates: plan.improvement },
      },
      {
        key: "quality",
        name: "Chất lượng",
        explanation:
          "Phúc tra 20 hoạt động mỗi thôn mỗi năm; đủ điểm khi khớp từ 95%, không điểm khi khớp 80%.",
        weight: points(10),
        isBonus: false,
        rule: {
          kind: "audit_agreement",
          sample: 20,
          noneAtBasisPoints: percent(80),
          fullAtBasisPoints: percent(95),
        },
      },
      {
        key: "priority-groups",
        name: "Nhóm ưu tiên",
        explanation: "Số người thuộc nhóm ưu tiên được giúp trên số đã lập danh sách; đủ điểm khi đạt 50%.",
        weight: points(5),
        isBonus: false,
        rule: { kind: "priority_reach", fullAtBasisPoints: percent(50) },
      },
      {
        key: "reports",
        name: "Báo cáo đúng hạn",
        explanation: "Chia đều cho các kỳ báo cáo; chậm đến 3 ngày được một nửa.",
        weight: points(8),
        isBonus: false,
        rule: { kind: "reports_on_time", lateDays: 3, lateShareBasisPoints: percent(50) },
      },
      {
        key: "training",
        name: "Tập huấn",
        explanation: "Tỷ lệ dự các buổi bắt buộc; nghỉ có lý do không tính.",
        weight: points(5),
        isBonus: false,
        rule: { kind: "training_attendance" },
      },
      {
        key: "initiatives",
        name: "Sáng kiến, mô hình, tin bài",
        explanation: "Được công nhận 2 điểm, được nơi khác nhân rộng thêm 1 điểm, bài đã đăng 0,5 điểm.",
        weight: points(7),
        isBonus: false,
        rule: {
          kind: "recognised_work",
          initiative: points(2),
          replicated: points(1),
          publishedStory: points(0.5),
        },
      },
      {
        key: "campaigns",
        name: "Thưởng chiến dịch",
        explanation: "Mục tiêu chiến dịch đã công bố trước khi bắt đầu.",
        weight: points(3),
        isBonus: true,
        rule: { kind: "campaign_goals" },
      },
    ],
    bands: [
      { key: "excellent", name: "Xuất sắc", from: points(90) },
      { key: "good", name: "Tốt", from: points(80) },
      { key: "fair", name: "Khá", from: points(65) },
      { key: "average", name: "Trung bình", from: points(50) },
      { key: "weak", name: "Yếu", from: 0 },
    ],
  };
}
