import type { WalkRefusal } from "#app/domain/gap-walks/gap.ts";
import type { SentencesOf } from "../rejections.ts";

export const gapWalkRefusals = {
  walk_no_doors: () => "Không còn hộ nào thiếu việc này, hoặc người khác đã lấy hết. Chọn việc khác.",
  walk_not_in_team: () => "Người này không ở trong tổ của nơi đã chọn.",
  walk_sent_otherwise: () => "Lần gửi này đã được ghi với nội dung khác. Tải lại trang.",
} satisfies SentencesOf<WalkRefusal>;
