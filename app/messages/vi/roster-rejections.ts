import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import type { SentencesOf } from "../rejections.ts";

const dayOf = (date: LocalDate) => {
  const { day, month, year } = partsOf(date);
  return `${day}/${month}/${year}`;
};

export const rosterRejections = {
  membership_ends_before_it_starts: () => "Ngày cuối không thể trước ngày vào tổ.",
  membership_overlaps: ({ from, until }) =>
    until === null
      ? `Người này đã ở tổ từ ${dayOf(from)}. Đổi vai trò thay vì thêm lần nữa.`
      : `Người này đã ở tổ từ ${dayOf(from)} đến ${dayOf(until)}. Chọn khoảng ngày khác.`,
  membership_starts_later: ({ from }) => `Người này vào tổ từ ${dayOf(from)}. Chọn từ ngày đó trở đi.`,
  membership_already_ended: ({ until }) => `Người này đã thôi tham gia từ ${dayOf(until)}.`,
  campaign_needs_end: () => "Người tham gia chiến dịch cần có ngày cuối.",
  campaign_needs_name: () => "Ghi tên chiến dịch mà người này tham gia.",
  guest_only_member: () =>
    "Người tham gia chiến dịch chỉ là thành viên, không làm tổ trưởng, tổ phó hay người thay.",
  team_ended: ({ until }) => `Tổ đã ngừng hoạt động từ ${dayOf(until)}.`,
  team_needs_village: (_facts, { village }) =>
    `Chỉ tổ ở thôn, khu phố mới gắn với một ${village}, và phải gắn với một nơi.`,
  team_needs_school: () => "Chỉ tổ trong trường học mới ghi tên trường, và phải ghi.",
  decision_incomplete: () => "Ghi cả số và ngày quyết định, hoặc bỏ trống cả hai.",
  member_phone_known: ({ name }) => `Số này đang là của ${name}. Mở trang của người đó rồi thêm vào tổ.`,
  member_erased: () => "Thông tin của người này đã được xóa theo yêu cầu.",
  account_needed: () => "Tạo tài khoản cho người này trước.",
  delegation_ends_before_it_starts: () => "Ngày cuối không thể trước ngày đầu.",
  delegation_too_long: ({ maximumDays }) =>
    `Ủy quyền nhiều nhất ${maximumDays} ngày. Lâu hơn thì đổi tổ trưởng bằng quyết định.`,
  delegation_in_the_past: () => "Những ngày này đã qua.",
  delegation_overlaps: ({ from, until }) => `Đã có người thay từ ${dayOf(from)} đến ${dayOf(until)}.`,
  delegate_not_in_team: () => "Người này không ở trong tổ vào ngày đó.",
} satisfies SentencesOf<RosterRefusal>;
