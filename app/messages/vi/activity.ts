import type { ClaimCounter, ClaimState, Part, PriorityGroup, UnitCheck } from "#app/domain/activity/claim.ts";
import type { Audience, Mode, Outcome } from "#app/domain/activity/scheme.ts";
import { activityKinds } from "./activity-kinds.ts";
import { activityLog as log } from "./activity-log.ts";
import { activityRecord as record } from "./activity-record.ts";
import { priorities } from "./household-priorities.ts";

/** Words that all screens of work share, and the screens of members. */
export const activity = {
  pillars: activityKinds.pillars,
  modes: {
    home_visit: "Đến từng nhà",
    hands_on: "Cầm tay chỉ việc",
    meeting: "Tại cuộc họp, sinh hoạt",
    online_group: "Qua nhóm Zalo, mạng xã hội",
    mobile_point: "Điểm lưu động",
    one_stop_counter: "Bộ phận Một cửa",
    class: "Lớp học",
    broadcast: "Phát thanh, tin bài",
  } satisfies Record<Mode, string>,
  outcomes: {
    knows: "Biết",
    with_help: "Làm được, có hỗ trợ",
    proficient: "Thành thạo",
  } satisfies Record<Outcome, string>,
  audiences: {
    residents: "Người dân",
    households: "Hộ gia đình",
    business: "Doanh nghiệp, hộ kinh doanh",
    cooperative: "Hợp tác xã",
    organisation: "Cơ quan, tổ chức",
    parents: "Phụ huynh học sinh",
  } satisfies Record<Audience, string>,
  groups: {
    elderly: "Người cao tuổi",
    disabled: "Người khuyết tật",
    ethnic_minority: "Dân tộc thiểu số",
    poor_household: "Hộ nghèo, cận nghèo",
    remote: "Ở vùng xa",
    manual_worker: "Lao động chân tay",
  } satisfies Record<PriorityGroup, string>,
  counters: {
    reached_people: "Số người nghe, xem",
    reached_households: "Số hộ tiếp cận",
    cashless_payments: "Lượt thanh toán không tiền mặt",
    dossiers: "Hồ sơ trực tuyến phát sinh",
    questions_answered: "Câu hỏi đã trả lời",
    parents: "Phụ huynh học sinh",
    learners_enrolled: "Người đăng ký học trực tuyến",
    learners_certified: "Người có chứng nhận khóa học",
    signatures_made: "Chứng thư chữ ký số đã tạo",
    signatures_used: "Chứng thư chữ ký số đã dùng",
    accounts_opened: "Tài khoản đã mở",
    sims_changed: "SIM đã đổi, đã chuẩn hóa",
  } satisfies Record<ClaimCounter, string>,
  priorities,
  checks: {
    stall_opened: "Tạo gian hàng",
    photos_posted: "Đăng ảnh sản phẩm",
    advertised: "Quảng bá",
    orders_taken: "Nhận đơn",
    orders_packed: "Đóng gói, giao hàng",
    quality_committed: "Cam kết chất lượng",
    payment_account: "Có tài khoản nhận tiền",
  } satisfies Record<UnitCheck, string>,
  parts: {
    claimant: "Người ghi việc",
    helper: "Cùng làm",
    teacher: "Đứng lớp",
  } satisfies Record<Part, string>,
  stages: { piloted: "Đã làm thử", recognised: "Được công nhận" },
  states: {
    submitted: "Chờ duyệt",
    returned: "Trả lại",
    withdrawn: "Đã rút",
    verified: "Được duyệt",
    rejected: "Không được duyệt",
    reversed: "Đã hủy sau khi duyệt",
  } satisfies Record<ClaimState, string>,
  pointsUnit: "điểm",
  visits: (count: string) => `${count} lượt`,
  minutes: (count: number) => `${count} phút`,
  person: (slot: number) => `Người ${slot}`,
  household: (code: string, head: string) => `Hộ ${code} · ${head}`,
  wholeHousehold: "Cả hộ",
  today: "Hôm nay",
  yesterday: "Hôm qua",
  log,
  record,
};

export const activityArea = { name: "activity", words: activity } as const;
