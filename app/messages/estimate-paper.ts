import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { PaperColumnKind } from "#app/domain/documents/paper.ts";
import type { CostState } from "#app/domain/support/support.ts";

export interface EstimateWords {
  readonly type: string;
  readonly subject: string;
  readonly sheet: string;
  readonly file: string;
  readonly columns: readonly (readonly [heading: string, width: number, kind: PaperColumnKind])[];
  readonly total: string;
  readonly states: Readonly<Record<CostState, string>>;
  event(event: string, plannedOn: LocalDate): string;
}

/** A paper of the state is in Vietnamese, whatever language the screen speaks. */
export const estimateWords: EstimateWords = {
  type: "DỰ TOÁN KINH PHÍ",
  subject: "Các hoạt động dự kiến",
  sheet: "Dự toán",
  file: "du-toan-kinh-phi",
  columns: [
    ["Nội dung chi", 34, "text"],
    ["Doanh nghiệp phối hợp", 22, "text"],
    ["Số lượng", 10, "whole"],
    ["Đơn giá (đồng)", 16, "money"],
    ["Thành tiền (đồng)", 18, "money"],
    ["Thẩm định", 14, "text"],
    ["Người thẩm định", 20, "text"],
  ],
  total: "Cộng",
  states: { proposed: "Chờ thẩm định", approved: "Đồng ý", declined: "Không đồng ý" },
  event: (event, plannedOn) => {
    const { day, month, year } = partsOf(plannedOn);
    return `${event}, ${day}/${month}/${year}`;
  },
};
