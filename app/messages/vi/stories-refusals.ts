import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { StoryRefusal } from "#app/domain/stories/story-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

function said(date: Parameters<typeof partsOf>[0]): string {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
}

const STATES = {
  draft: "còn là nháp",
  submitted: "đang chờ duyệt",
  needs_changes: "đang chờ tác giả sửa",
  approved: "đã được duyệt",
  published: "đã đăng",
  removed: "đã gỡ",
} as const;

const ADOPTIONS = {
  taken: "đang làm",
  done: "đã báo kết quả",
  confirmed: "đã được xác nhận",
  given_up: "đã thôi",
} as const;

export const storiesRefusals = {
  story_not_open: ({ state }) => `Chuyện này ${STATES[state]}, không làm bước đó được.`,
  story_is_yours: () => "Chuyện này do bạn viết. Người khác duyệt, đăng và xác nhận.",
  story_changed: () => "Chuyện vừa được sửa ở nơi khác. Mở lại trang để xem bản mới nhất.",
  story_names_without_consent: ({ names }) =>
    `Chưa có sự đồng ý của: ${names.join(", ")}. Hỏi từng người và ghi lại, hoặc bỏ tên ra khỏi chuyện.`,
  story_names_not_listed: ({ names }) =>
    `Trong chuyện có tên ${names.join(", ")}. Ghi tên vào mục “Người được nêu tên” để hỏi ý kiến.`,
  story_too_many_names: ({ maximum }) => `Nêu nhiều nhất ${maximum} người trong một chuyện.`,
  story_too_many_photos: ({ maximum }) => `Nhiều nhất ${maximum} ảnh trong một chuyện.`,
  story_link_malformed: () => "Địa chỉ phải bắt đầu bằng https://, ví dụ https://langso.dx.gov.vn/bai-viet.",
  story_date_in_future: ({ today }) => `Ngày này chưa tới. Hôm nay là ${said(today)}.`,
  story_due_in_past: ({ today }) => `Ngày hẹn đã qua. Hôm nay là ${said(today)}.`,
  story_taken_already: () => "Tổ của bạn đã nhận áp dụng chuyện này.",
  story_of_own_team: () => "Chuyện này của chính tổ bạn. Tổ khác mới nhận áp dụng.",
  story_adoption_state: ({ state }) => `Việc áp dụng này ${ADOPTIONS[state]}.`,
  story_adoption_yours: () => "Bạn là người nhận hoặc báo kết quả. Người khác xác nhận.",
  story_claim_waits: () =>
    "Việc viết chuyện của tác giả còn chờ tổ trưởng xác nhận. Xác nhận lần áp dụng này sau khi việc đó được duyệt.",
} satisfies SentencesOf<StoryRefusal>;
