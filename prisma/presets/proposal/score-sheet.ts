import {
  type CriteriaSheet,
  type Criterion,
  type Formula,
  FULL_SHEET,
} from "#app/domain/year/criteria-sheet.ts";
import { percent, points } from "../typed-values.ts";

type PeopleMean = Extract<Formula, { kind: "people_mean" }>;
type Change = Extract<Formula, { kind: "attained_and_closed" }>;

interface SheetOfPlan {
  readonly quotaPerTeam: number | null;
  readonly rates: Change["rates"];
  readonly every: PeopleMean["every"];
}

/** SCORING.md row 4 and REQUIREMENTS e.12: fewer looks tell more of chance than of people. */
const LEAST_LOOKS = 10;

/**
 * Đề xuất. Results of people weigh most, what is true and who is reached come next, diligence the rest; the council's
 * votes stay outside the score.
 */
export function makeScoreSheet(plan: SheetOfPlan): CriteriaSheet {
  return {
    total: FULL_SHEET,
    groups: [
      { key: "results", title: "Kết quả với người dân", criteria: results(plan) },
      { key: "quality", title: "Chất lượng và không bỏ lại ai", criteria: QUALITY },
      { key: "diligence", title: "Nề nếp", criteria: DILIGENCE },
      { key: "initiative", title: "Sáng kiến và lan tỏa", criteria: INITIATIVE },
      { key: "bonus", title: "Điểm thưởng", criteria: BONUS },
    ],
    bands: [
      {
        key: "excellent",
        title: "Xuất sắc",
        from: points(90),
        conditions: [{ kind: "no_gap" }, { kind: "no_report_missing" }],
      },
      {
        key: "good",
        title: "Tốt",
        from: points(80),
        conditions: [{ kind: "no_gap" }, { kind: "no_report_missing" }],
      },
      { key: "fair", title: "Khá", from: points(65), conditions: [] },
      { key: "average", title: "Trung bình", from: points(50), conditions: [] },
      { key: "weak", title: "Yếu", from: 0, conditions: [] },
    ],
    ties: ["household_coverage", "months_met", "agreement"],
    quota: percent(20),
    clusters: [],
  };
}

function results({ quotaPerTeam, rates, every }: SheetOfPlan): readonly Criterion[] {
  return [
    {
      key: "proficient-people",
      title: "Người thành thạo",
      explanation: askedFor(quotaPerTeam, every),
      maximum: points(30),
      nature: "part",
      measure: {
        by: "metric",
        metric: "proficient_people",
        formula: {
          kind: "people_mean",
          every,
          perTeam: quotaPerTeam,
          ofAdults: percent(10),
          trust: { from: percent(95), leastLooks: LEAST_LOOKS },
        },
      },
    },
    {
      key: "household-coverage",
      title: "Phủ hộ gia đình",
      explanation:
        "Hộ có ít nhất một người làm được có hỗ trợ; đủ điểm khi đạt 80% số hộ, trừ hộ đi vắng lâu ngày đã xác nhận (nhiều nhất 15%).",
      maximum: points(20),
      nature: "part",
      measure: {
        by: "metric",
        metric: "household_coverage",
        formula: { kind: "share", asked: percent(80), absentAtMost: percent(15) },
      },
    },
    {
      key: "improvement",
      title: "Chuyển biến",
      explanation: "Trung bình của mức đạt so với chỉ tiêu và phần khoảng cách đã rút ngắn trong năm.",
      maximum: points(15),
      nature: "part",
      measure: { by: "metric", metric: "change", formula: { kind: "attained_and_closed", rates } },
    },
  ];
}

function askedFor(quotaPerTeam: number | null, every: PeopleMean["every"]): string {
  const span = every === "month" ? "tháng" : "quý";
  const asked =
    quotaPerTeam === null
      ? "số giao cho tổ; chưa giao thì 10% người trưởng thành"
      : `${quotaPerTeam} người mỗi tổ hoặc 10% người trưởng thành, lấy số nhỏ hơn`;
  return `Bình quân các ${span} được tính; mốc mỗi tháng là ${asked}.`;
}

const QUALITY: readonly Criterion[] = [
  {
    key: "quality",
    title: "Chất lượng",
    explanation:
      "Hậu kiểm 20 hoạt động mỗi thôn mỗi năm; đủ điểm khi khớp từ 95%, không điểm khi khớp 80% trở xuống.",
    maximum: points(10),
    nature: "part",
    measure: {
      by: "metric",
      metric: "agreement",
      formula: { kind: "between", from: percent(80), to: percent(95), leastLooks: LEAST_LOOKS },
    },
  },
  {
    key: "priority-groups",
    title: "Nhóm ưu tiên",
    explanation: "Số người thuộc nhóm ưu tiên được giúp trên số đã lập danh sách; đủ điểm khi đạt 50%.",
    maximum: points(5),
    nature: "part",
    measure: {
      by: "metric",
      metric: "priority_groups",
      formula: { kind: "share", asked: percent(50), absentAtMost: 0 },
    },
  },
];

const DILIGENCE: readonly Criterion[] = [
  {
    key: "reports",
    title: "Báo cáo đúng hạn",
    explanation: "Chia đều cho các kỳ báo cáo; chậm đến 3 ngày được một nửa.",
    maximum: points(8),
    nature: "part",
    measure: {
      by: "metric",
      metric: "reports",
      formula: { kind: "punctual", lateDays: 3, lateShare: percent(50) },
    },
  },
  {
    key: "training",
    title: "Tập huấn",
    explanation: "Tỷ lệ dự các buổi bắt buộc; nghỉ có lý do không tính.",
    maximum: points(5),
    nature: "part",
    measure: {
      by: "metric",
      metric: "training",
      formula: { kind: "share", asked: percent(100), absentAtMost: 0 },
    },
  },
];

const INITIATIVE: readonly Criterion[] = [
  {
    key: "initiatives",
    title: "Sáng kiến, mô hình, tin bài",
    explanation: "Được công nhận 2 điểm, được nơi khác nhân rộng thêm 1 điểm, bài đã đăng 0,5 điểm.",
    maximum: points(7),
    nature: "part",
    measure: {
      by: "metric",
      metric: "good_work",
      formula: {
        kind: "each",
        points: { recognised: points(2), replicated: points(1), story: points(0.5) },
      },
    },
  },
];

const BONUS: readonly Criterion[] = [
  {
    key: "campaigns",
    title: "Thưởng chiến dịch",
    explanation: "Mỗi mục tiêu chiến dịch đã công bố trước và đạt được cộng 1 điểm, nhiều nhất 3 điểm.",
    maximum: points(3),
    nature: "bonus",
    measure: {
      by: "metric",
      metric: "campaigns",
      formula: { kind: "each", points: { goal: points(1) } },
    },
  },
];
