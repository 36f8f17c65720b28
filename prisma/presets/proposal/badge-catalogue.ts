import type { BadgeProposal, RuleAward } from "#app/domain/plan/badge-proposal.ts";

/**
 * Đề xuất. Milestones follow from verified work by themselves; titles of record (Đại sứ số, Gia đình số,
 * gương mẫu) are given by people, for a term. What a milestone asks is said by its rule, not by its description.
 */
const milestones: readonly BadgeProposal[] = [
  {
    key: "first-hand",
    name: "Bàn tay đầu tiên",
    description: "Việc đầu tiên được người khác xác nhận: một khởi đầu thật.",
    subject: "member",
    award: rule("verified_claims", [1], "ever"),
    termMonths: null,
  },
  {
    key: "hands-on",
    name: "Cầm tay chỉ việc",
    description: "Ngồi cạnh bà con cho đến khi bà con tự làm được.",
    subject: "member",
    award: rule("proficient_people", [10], "month"),
    termMonths: null,
  },
  {
    key: "every-lane",
    name: "Đi từng ngõ, gõ từng nhà",
    description: "Không đợi bà con tìm đến, mình đến tận nhà.",
    subject: "member",
    award: rule("first_visits", [100], "year"),
    termMonths: null,
  },
  {
    key: "steady-rain",
    name: "Mưa dầm thấm lâu",
    description: "Trở lại sau 30 ngày, người đã học vẫn tự dùng được.",
    subject: "member",
    award: rule("return_visits", [20], "year"),
    termMonths: null,
  },
  {
    key: "twelve-weeks",
    name: "Bền bỉ",
    description: "Tuần nào cũng có việc được xác nhận, đều như nhịp trống.",
    subject: "member",
    award: rule("active_weeks_in_a_row", [12, 26, 52], "ever"),
    termMonths: null,
  },
  {
    key: "nobody-left-behind",
    name: "Không ai ở lại phía sau",
    description: "Đến với người cao tuổi, người khuyết tật, hộ khó khăn, nơi xa.",
    subject: "member",
    award: rule("priority_people", [20, 50], "year"),
    termMonths: null,
  },
  {
    key: "shield",
    name: "Lá chắn số",
    description: "Giúp bà con nhận ra trò lừa đảo trên mạng trước khi mất tiền.",
    subject: "member",
    award: rule("online_safety_people", [50, 100], "year"),
    termMonths: null,
  },
  {
    key: "village-teacher",
    name: "Thầy cô của thôn",
    description: "Đứng lớp Bình dân học vụ số cho bà con mình.",
    subject: "member",
    award: rule("classes_taught", [5, 10, 20], "year"),
    termMonths: null,
  },
  {
    key: "mobile-school",
    name: "Bình dân học vụ số lưu động",
    description: "Mang lớp học, điểm hỗ trợ đến nơi bà con ở.",
    subject: "member",
    award: rule("verified_claims", [10, 20], "year", "mobile_point"),
    termMonths: null,
  },
  {
    key: "help-point-keeper",
    name: "Người giữ điểm",
    description: "Có mặt đúng ca, bà con đến là có người giúp.",
    subject: "member",
    award: rule("help_point_shifts", [20, 40], "year"),
    termMonths: null,
  },
  {
    key: "story-teller",
    name: "Người kể chuyện",
    description: "Kể việc tốt của thôn để nơi khác cùng làm.",
    subject: "member",
    award: rule("published_items", [6, 12], "year"),
    termMonths: null,
  },
  {
    key: "inventor",
    name: "Sáng kiến được công nhận",
    description: "Nghĩ ra cách làm mới và cách đó đã được công nhận.",
    subject: "member",
    award: rule("recognised_initiatives", [1], "year"),
    termMonths: null,
  },
  {
    key: "three-pillars",
    name: "Ba trụ cột",
    description: "Có việc ở cả chính quyền số, kinh tế số và xã hội số.",
    subject: "member",
    award: rule("pillars_in_a_month", [3], "month"),
    termMonths: null,
  },
  {
    key: "learning-for-all",
    name: "Học tập số toàn dân",
    description: "Góp sức cho phong trào cả nước cùng học kỹ năng số.",
    subject: "member",
    award: rule("verified_claims", [10, 30], "year", "learning_movement"),
    termMonths: null,
  },
  {
    key: "youth-hand",
    name: "Thanh niên chung tay phổ cập kỹ năng số",
    description: "Đoàn viên, thanh niên đưa kỹ năng số đến từng người dân.",
    subject: "member",
    award: rule("proficient_people", [30, 60], "year", "youth_union"),
    termMonths: null,
  },
  {
    key: "whole-village",
    name: "Phủ cả thôn",
    description: "Hầu hết các hộ trong thôn đã có người làm được.",
    subject: "team",
    award: rule("household_coverage_basis_points", [8_000], "year"),
    termMonths: null,
  },
  {
    key: "three-full-months",
    name: "Giữ vững chỉ tiêu",
    description: "Nhiều tháng liền đủ số người được giao, không tháng nào hụt.",
    subject: "team",
    award: rule("quota_months_in_a_row", [3, 6, 12], "year"),
    termMonths: null,
  },
  {
    key: "village-classroom",
    name: "Lớp học của thôn",
    description: "Cả tổ cùng mở lớp cho bà con.",
    subject: "team",
    award: rule("classes_taught", [12], "year"),
    termMonths: null,
  },
];

function rule(
  measure: RuleAward["measure"],
  goals: readonly number[],
  within: RuleAward["within"],
  only: RuleAward["only"] = null,
): RuleAward {
  return { by: "rule", measure, goals, within, only };
}

const titles: readonly BadgeProposal[] = [
  {
    key: "digital-ambassador",
    name: "Đại sứ số",
    description: "Làm gương và kèm cặp người khác; mỗi đại sứ kèm ít nhất 5 người.",
    subject: "member",
    award: {
      by: "people",
      approvals: 2,
      checklist: [
        "Kèm cặp ít nhất 5 người",
        "Dự đủ tập huấn bắt buộc trong năm",
        "Không có hồ sơ bị kết luận sai",
      ],
      checklistLeast: 3,
    },
    termMonths: 12,
  },
  {
    key: "exemplary-member",
    name: "Thành viên gương mẫu",
    description: "Được giới thiệu và hai người xác nhận.",
    subject: "member",
    award: { by: "people", approvals: 2, checklist: [], checklistLeast: 0 },
    termMonths: 12,
  },
  {
    key: "digital-family",
    name: "Gia đình số",
    description: "Hộ tự khai, tổ xác nhận, xã công nhận; mỗi năm xem lại một lần.",
    subject: "household",
    award: {
      by: "people",
      approvals: 2,
      checklist: [
        "Có điện thoại thông minh nối mạng",
        "Người lớn trong nhà có VNeID mức 2",
        "Có người đã nộp hồ sơ trực tuyến trong năm",
        "Có tài khoản thanh toán điện tử đang dùng",
        "Có thành viên trẻ hướng dẫn được người nhà",
        "Tham gia Bình dân học vụ số",
        "Biết dấu hiệu lừa đảo trên mạng",
        "Có sổ sức khỏe điện tử",
        "Theo dõi kênh thông tin của xã, phường",
      ],
      checklistLeast: 6,
    },
    termMonths: 12,
  },
];

export const BADGE_CATALOGUE: readonly BadgeProposal[] = [...milestones, ...titles];
