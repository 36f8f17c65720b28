import type { OrderRefusal } from "#app/domain/orders/order.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const orderRejections = {
  order_due_in_past: ({ today }) => `Hạn phải từ hôm nay (${dayInFigures(today)}) trở đi.`,
  order_nobody_chosen: () => "Chọn ít nhất một người.",
  order_not_there: () => "Việc này không còn. Tải lại trang.",
  order_task_not_there: () => "Nhiệm vụ này không còn trong kế hoạch. Chọn nhiệm vụ khác.",
  order_taken_back: () => "Việc này đã được rút lại.",
  order_done_already: () => "Việc này đã xong.",
  order_time_not_later: ({ dueOn }) => `Chọn ngày sau hạn hiện nay (${dayInFigures(dueOn)}).`,
  order_time_not_asked: () => "Không còn lời xin thêm ngày nào.",
  order_reminded_lately: () => "Đã nhắc trong ngày. Mai hãy nhắc lại.",
} satisfies SentencesOf<OrderRefusal>;
