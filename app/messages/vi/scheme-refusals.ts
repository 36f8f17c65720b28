import type { SchemeRefusal } from "#app/domain/activity/judge-scheme.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const schemeRejections = {
  scheme_kind_not_there: () => "Bộ quy tắc không có loại việc này.",
  scheme_points_not_rising: () =>
    "Điểm phải lớn hơn 0, và mức sau không thấp hơn mức trước: biết, làm được có hỗ trợ, thành thạo.",
  scheme_bonus_crossed: () => "Mức nhiều nhất của điểm thêm nhỏ hơn một lần điểm thêm.",
  scheme_mode_missing: () => "Chọn ít nhất một cách làm.",
  scheme_limits_crossed: () =>
    "Mức trần phải lớn hơn 0; mức một ngày không quá mức một tháng; hệ số đợt thi đua từ 100 đến 150.",
  scheme_nothing_drafted: () => "Chưa có bản soạn nào.",
  scheme_unchanged: () => "Bản soạn không khác bản mới nhất.",
  scheme_waits_for_second: () => "Bản soạn đang chờ người thứ hai. Rút đề nghị trước khi sửa.",
  scheme_not_proposed: () => "Chưa ai đề nghị ban hành bản này.",
  scheme_needs_another_person: () => "Bạn là người đề nghị. Người khác phải ban hành.",
  scheme_not_future: ({ earliest }) =>
    `Kỳ đã bắt đầu giữ quy tắc của nó. Chọn từ ${dayInFigures(earliest)} trở đi.`,
  scheme_not_month_start: ({ before, after }) =>
    `Chọn ngày đầu kỳ: ${dayInFigures(before)} hoặc ${dayInFigures(after)}.`,
  scheme_before_last: ({ last }) => `Đã có bản áp dụng từ ${dayInFigures(last)}. Chọn ngày sau ngày đó.`,
} satisfies SentencesOf<SchemeRefusal>;
