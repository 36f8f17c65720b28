import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { PublicationYearRefusal } from "#app/domain/year-publication/posting.ts";
import type { SentencesOf } from "../rejections.ts";

const said = (date: LocalDate): string => {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
};

export const yearPublicationRefusals = {
  publication_not_locked: () => "Kết quả chưa khóa nên chưa công bố được.",
  publication_done: ({ document, on }) => `Đã công bố theo văn bản ${document} ngày ${said(on)}.`,
  publication_before_lock: ({ lockedOn }) => `Ngày văn bản phải từ ngày khóa ${said(lockedOn)} trở đi.`,
  publication_day_ahead: () => "Ngày văn bản chưa tới.",
  publication_not_read: () => "Đánh dấu là đã xem lại kết quả rồi mới công bố.",
  posting_before_decision: ({ decidedOn }) => `Không treo trước ngày văn bản ${said(decidedOn)}.`,
  posting_days_reversed: () => "Ngày gỡ xuống phải sau hoặc bằng ngày treo.",
} satisfies SentencesOf<PublicationYearRefusal>;
