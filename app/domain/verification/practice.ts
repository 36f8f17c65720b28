import { addDays, type LocalDate, startOfDay } from "../calendar/local-date.ts";
import type { DecisionResult } from "./decision-result.ts";
import type { QueueCard, QueueDecision, QueueGroup, QueueUnit } from "./queue.ts";

const HOUR_MS = 60 * 60 * 1000;

interface Sketch {
  readonly name: string;
  readonly activityName: string;
  readonly units: readonly Partial<QueueUnit>[];
  readonly place: string;
  readonly mode: string;
  readonly note?: string;
  readonly visits?: number;
  readonly signal?: string;
  readonly helper?: string;
  readonly returned?: QueueCard["returned"];
}

const PROFICIENT = { outcome: "proficient" } as const;

/** Nobody's work: made up once, so that everyone learns on the same cards. */
const SKETCHES: readonly Sketch[] = [
  {
    name: "Hoàng Thị Mơ",
    activityName: "Hướng dẫn nộp hồ sơ trực tuyến",
    units: [
      { label: "Bà Sáo ...417", householdCode: "012", serviceName: "Đăng ký khai sinh", ...PROFICIENT },
    ],
    place: "Nhà bà Sáo",
    mode: "home_visit",
  },
  {
    name: "Hoàng Thị Mơ",
    activityName: "Hướng dẫn nộp hồ sơ trực tuyến",
    units: [
      {
        label: "Ông Páo ...902",
        householdCode: "015",
        serviceName: "Cấp đổi căn cước",
        outcome: "with_help",
      },
    ],
    place: "Nhà ông Páo",
    mode: "home_visit",
  },
  {
    name: "Hoàng Thị Mơ",
    activityName: "Giúp cài và dùng ứng dụng",
    units: [
      { label: "Chị Dợ ...118", householdCode: "020", serviceName: "VNeID", ...PROFICIENT },
      {
        label: "Anh Tủa ...530",
        householdCode: "021",
        serviceName: "VNeID",
        outcome: "knows",
        isPriority: true,
      },
    ],
    place: "Nhà văn hóa",
    mode: "hands_on",
    helper: "Giàng A Chớ",
  },
  {
    name: "Giàng A Chớ",
    activityName: "Trực điểm hỗ trợ lưu động",
    units: [{}],
    place: "Chợ phiên",
    mode: "mobile_point",
    visits: 23,
    note: "Bà con hỏi nhiều về nộp hồ sơ đất đai, chưa ai mang đủ giấy.",
  },
  {
    name: "Giàng A Chớ",
    activityName: "Hướng dẫn thanh toán không dùng tiền mặt",
    units: [{ label: "Bà Sáo ...417", householdCode: "012", serviceName: "Mã QR ngân hàng", ...PROFICIENT }],
    place: "Chợ phiên",
    mode: "hands_on",
    signal: "same_resident",
  },
  {
    name: "Lý Thị Xuân",
    activityName: "Tuyên truyền trong buổi họp",
    units: [{}],
    place: "Nhà văn hóa",
    mode: "meeting",
    visits: 140,
    signal: "impossible_count",
  },
  {
    name: "Lý Thị Xuân",
    activityName: "Giúp hộ mở gian hàng",
    units: [{ householdCode: "033", slot: 1, quantity: 2 }],
    place: "Nhà ông Lềnh",
    mode: "home_visit",
    returned: { reasonCode: "photo", reason: "Chụp lại màn hình gian hàng giúp nhé." },
  },
];

export function practiceGroups(today: LocalDate): QueueGroup[] {
  const groups = new Map<string, QueueGroup & { cards: QueueCard[] }>();
  SKETCHES.forEach((sketch, index) => {
    const card = makeCard(sketch, index, today);
    const key = `${card.memberId}/${card.workDate}`;
    const group = groups.get(key) ?? {
      key,
      memberId: card.memberId,
      memberName: card.memberName,
      teamName: card.teamName,
      workDate: card.workDate,
      cards: [],
    };
    group.cards.push(card);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function makeCard(sketch: Sketch, index: number, today: LocalDate): QueueCard {
  const workDate = addDays(today, -1);
  return {
    id: `practice-${index + 1}`,
    revision: sketch.returned ? 2 : 1,
    memberId: `practice-${sketch.name.replaceAll(" ", "-")}`,
    memberName: sketch.name,
    teamId: 0,
    teamName: "Tổ tập duyệt",
    villageName: null,
    activityKey: "practice",
    activityName: sketch.activityName,
    workDate,
    submittedAt: startOfDay(workDate) + (17 + index / 4) * HOUR_MS,
    mode: sketch.mode,
    audience: "residents",
    place: sketch.place,
    note: sketch.note ?? null,
    link: null,
    visits: sketch.visits ?? sketch.units.length,
    minutes: null,
    counters: {},
    isFromPaper: false,
    enteredBy: null,
    helpers: sketch.helper ? [{ name: sketch.helper, part: "helper" }] : [],
    units: sketch.visits ? [] : sketch.units.map(fillUnit),
    photos: [],
    signals: sketch.signal ? [{ kind: sketch.signal, facts: {} }] : [],
    returned: sketch.returned ?? null,
    dueAt: null,
    isAfterClose: false,
    as: "leader",
  };
}

function fillUnit(unit: Partial<QueueUnit>, index: number): QueueUnit {
  return {
    ordinal: index + 1,
    label: null,
    householdCode: null,
    slot: null,
    villageName: null,
    serviceName: null,
    outcome: null,
    stage: null,
    isPriority: false,
    bonuses: {},
    quantity: 1,
    ...unit,
  };
}

const EACH = 400;

/** An answer as the real one would be, a cap among them; nothing is written anywhere. */
export function answerInPractice(decision: QueueDecision): DecisionResult<never> {
  const isCapped = decision.claimId.endsWith("-5");
  return {
    claimId: decision.claimId,
    ok: true,
    points: decision.verdict === "approve" ? (isCapped ? EACH / 2 : EACH) : 0,
    capped: decision.verdict === "approve" && isCapped ? { counted: EACH / 2, gross: EACH } : null,
    isAdjustment: false,
  };
}
