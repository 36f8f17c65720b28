import type { BadgeRefusal } from "#app/domain/badges/judge-badge.ts";
import type { SentencesOf } from "../rejections.ts";

export const badgeRejections = {
  badge_not_there: () => "Không có huy hiệu này.",
  badge_goals_not_rising: () => "Mức sau phải cao hơn mức trước, và mức đầu lớn hơn 0.",
  badge_goal_out_of_reach: ({ most }) => `Không ai đạt được mức này. Nhiều nhất là ${most}.`,
  badge_measure_of_others: () => "Cách đo này chỉ dùng cho cả tổ.",
  badge_checklist_too_short: ({ most }) => `Danh sách chỉ có ${most} điều.`,
  badge_required_not_listed: ({ most }) => `Danh sách chỉ có ${most} điều. Ghi số thứ tự từ 1 đến ${most}.`,
  badge_nothing_drafted: () => "Chưa có bản soạn nào.",
  badge_unchanged: () => "Bản soạn không khác bản đang dùng.",
  badge_waits_for_second: () => "Bản soạn đang chờ người thứ hai. Rút đề nghị trước khi sửa.",
  badge_not_proposed: () => "Chưa ai đề nghị ban hành bản này.",
  badge_needs_another_person: () => "Bạn là người đề nghị. Người khác phải ban hành.",
  badge_changed_meanwhile: () => "Người khác vừa sửa bản này. Đọc lại rồi làm tiếp.",
  excused_days_crossed: () => "Ngày cuối phải từ ngày đầu trở đi.",
  excused_too_long: ({ most }) => `Nhiều nhất ${most} ngày mỗi lần.`,
  excused_of_unknown_member: () => "Không có thành viên này.",
} satisfies SentencesOf<BadgeRefusal>;
