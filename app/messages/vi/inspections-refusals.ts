import type { InspectionRefusal } from "#app/domain/inspections/inspection.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const inspectionRejections = {
  inspection_in_future: ({ today }) => `Ngày kiểm tra không được sau hôm nay (${dayInFigures(today)}).`,
  inspection_place_gone: () => "Thôn hoặc tổ này không còn. Chọn lại trong danh sách.",
  inspection_due_missing: () => "Ghi hạn khắc phục, ví dụ 30/11/2026.",
  inspection_due_before_visit: () => "Hạn khắc phục phải từ ngày kiểm tra trở đi.",
  inspection_follow_up_missing: () => "Kết luận nghiêm trọng thì phải ghi việc khắc phục và hạn.",
  inspection_nothing_to_follow: () => "Việc này đã được ghi là khắc phục, hoặc không có gì phải khắc phục.",
} satisfies SentencesOf<InspectionRefusal>;
