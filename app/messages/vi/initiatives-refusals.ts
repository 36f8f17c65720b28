import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { InitiativeRefusal } from "#app/domain/initiatives/initiative.ts";
import type { SentencesOf } from "../rejections.ts";

const STATES = {
  draft: "còn là nháp",
  submitted: "đang chờ xem xét",
  reviewed: "đã được xem xét",
  piloted: "đang làm thử",
  recognised: "đã được công nhận",
  declined: "không được chọn",
} as const;

export const initiativesRefusals = {
  initiative_not_open: ({ state }) => `Sáng kiến này ${STATES[state]}, không làm bước đó được.`,
  initiative_is_yours: () => "Sáng kiến này do bạn đề xuất. Cán bộ khác xem xét.",
  initiative_unit_missing: () => "Ghi tên đơn vị đề xuất, ví dụ “Trường Tiểu học số 1”.",
  initiative_village_missing: (_, { village }) => `Chọn ${village} làm thử hoặc nhân rộng.`,
  initiative_replica_known: (_, { village }) => `Đã ghi ${village} này. Chọn nơi khác.`,
  initiative_document_missing: () => "Công nhận phải có số và ngày của văn bản.",
  initiative_link_malformed: () => "Địa chỉ phải bắt đầu bằng https://.",
  initiative_date_in_future: ({ today }) => {
    const { day, month, year } = partsOf(today);
    return `Ngày này chưa tới. Hôm nay là ${day}/${month}/${year}.`;
  },
  initiative_claim_waits: () =>
    "Việc của tác giả còn chờ xác nhận trong hàng đợi. Ghi điểm nhân rộng sau khi việc đó được duyệt.",
} satisfies SentencesOf<InitiativeRefusal>;
