import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { SupportRefusal } from "#app/domain/support/support.ts";
import type { SentencesOf } from "../rejections.ts";

export const supportRefusals = {
  support_partner_known: () => "Đã có doanh nghiệp tên này.",
  support_source_missing: () => "Chọn doanh nghiệp, hoặc ghi ai đóng góp.",
  support_date_in_future: ({ today }) => {
    const { day, month, year } = partsOf(today);
    return `Ngày này chưa tới. Hôm nay là ${day}/${month}/${year}.`;
  },
  support_days_reversed: () => "Ngày cuối phải sau ngày đầu.",
  support_cash_perk: () => "Ưu đãi là giá hoặc dịch vụ, không ghi tiền mặt, hoàn tiền.",
  support_own_line: () => "Dòng này do bạn lập. Người khác thẩm định.",
  support_decided: () => "Dòng này đã được thẩm định.",
  support_struck: () => "Khoản này đã được gạch bỏ.",
} satisfies SentencesOf<SupportRefusal>;
