import type { TargetRefusal } from "#app/domain/targets/assigned-target.ts";
import type { SentencesOf } from "../rejections.ts";

export const targetRejections = {
  target_month_over: () => "Tháng này đã qua nên không giao lại chỉ tiêu. Chọn tháng này hoặc tháng sau.",
  target_month_far: ({ until }) =>
    `Chỉ giao được đến tháng ${until % 100}/${Math.floor(until / 100)}. Tháng sau nữa giao khi đến gần.`,
} satisfies SentencesOf<TargetRefusal>;
