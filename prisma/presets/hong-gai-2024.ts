import type { Milestone } from "#app/domain/plan/milestone.ts";
import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import type { Population } from "#app/domain/plan/population.ts";
import type { CountedFact, PlanTarget } from "#app/domain/plan/target.ts";
import type { TargetSource } from "#app/domain/targets/source.ts";
import { makePointProposal } from "./proposal/point-proposal.ts";
import { day, percent } from "./typed-values.ts";

function share(
  key: string,
  text: string,
  fact: CountedFact,
  atLeast: number,
  of: Population,
  source: TargetSource,
  more: Partial<Pick<PlanTarget, "aspirational" | "parts" | "lastDay">> = {},
): PlanTarget {
  const test = { kind: "share", comparator: "at_least", basisPoints: percent(atLeast), of } as const;
  return { key, text, fact, test, source, aspirational: false, parts: [], lastDay: null, ...more };
}

const nineTargets: readonly PlanTarget[] = [
  share(
    "t1-online-services",
    "100% người dân có điện thoại thông minh, khi có nhu cầu, được hướng dẫn dịch vụ công trực tuyến và dịch vụ số thiết yếu",
    "guided",
    100,
    "smartphone_owners_who_asked",
    "guided_askers",
    {
      parts: [
        "Dịch vụ công trực tuyến",
        "Tra cứu trên Cổng/Trang thông tin điện tử",
        "Dịch vụ bưu chính công ích",
        "VNeID",
        "VssID",
        "Dịch vụ số thiết yếu khác",
      ],
    },
  ),
  share(
    "t2-e-commerce",
    "100% hộ gia đình, hộ sản xuất kinh doanh được hướng dẫn lên sàn thương mại điện tử, mở tài khoản thanh toán, có giao dịch",
    "guided",
    100,
    "households_and_businesses",
    "commerce_households",
    { parts: ["Cài đặt ứng dụng", "Mở tài khoản thanh toán điện tử", "Có phát sinh giao dịch"] },
  ),
  share(
    "t3-sim-4g",
    "Vận động 100% người đang dùng SIM 2G chuyển sang SIM 4G",
    "urged",
    100,
    "sim_2g_users",
    "urged_sim_2g",
    {
      parts: ["Đã chuyển"],
    },
  ),
  share(
    "t4-smartphone",
    "Vận động 100% người chưa dùng điện thoại thông minh chuyển sang dùng",
    "urged",
    100,
    "people_without_smartphone",
    "urged_without_smartphone",
    { parts: ["Đã chuyển"] },
  ),
  share(
    "t5-e-payment",
    "Tối thiểu 90% người dân trưởng thành có tài khoản thanh toán điện tử",
    "achieved",
    90,
    "adults",
    "adults_e_payment",
  ),
  share(
    "t6-young-helper",
    "Mỗi hộ có ít nhất 01 thành viên trẻ biết cài đặt, sử dụng ứng dụng thanh toán điện tử",
    "achieved",
    100,
    "households",
    "households_young_helper",
    { aspirational: true },
  ),
  share(
    "t7-informed",
    "100% người dân được tuyên truyền về chuyển đổi số, công nghệ số",
    "informed",
    100,
    "residents",
    "informed_households",
  ),
  share(
    "t8-phone-and-apps",
    "100% người dân trưởng thành có điện thoại di động và cài đặt ứng dụng số",
    "achieved",
    100,
    "adults",
    "adults_phone_and_apps",
  ),
  share(
    "t9-members-trained",
    "100% thành viên Tổ CNSCĐ hoàn thành các khóa học kỹ năng số trực tuyến, trước ngày 30/6/2024",
    "trained",
    100,
    "members",
    "members_courses",
    { lastDay: day("2024-06-29") },
  ),
];

const STEERING = "Ban Chỉ đạo chuyển đổi số phường";
const CULTURE = "Bộ phận Văn hóa - Thông tin";
const CULTURE_AND_STATISTICS = "Bộ phận Văn hóa - Thông tin, Văn phòng - Thống kê";
const VILLAGES_AND_TEAMS = "Các khu phố và Tổ CNSCĐ";

const milestones: readonly Milestone[] = [
  {
    key: "briefing",
    text: "Quán triệt đến toàn thể cán bộ, công chức, thành viên Tổ CNSCĐ",
    time: { kind: "before", day: day("2024-06-15") },
    leadUnit: STEERING,
    coordinatingUnits: ["Các đơn vị, bộ phận liên quan", "Các khu phố"],
  },
  {
    key: "team-revision",
    text: "Rà soát, kiện toàn Tổ CNSCĐ",
    time: { kind: "before", day: day("2024-06-15") },
    leadUnit: CULTURE_AND_STATISTICS,
    coordinatingUnits: ["Các đơn vị, bộ phận liên quan", "Các khu phố"],
  },
  {
    key: "courses",
    text: "Thành viên Tổ CNSCĐ hoàn thành các khóa học trực tuyến",
    time: { kind: "before", day: day("2024-06-30") },
    leadUnit: VILLAGES_AND_TEAMS,
    coordinatingUnits: [CULTURE],
  },
  {
    key: "regulation",
    text: "Ban hành quy chế hoạt động và cơ chế khen thưởng của Tổ CNSCĐ",
    time: { kind: "within", period: "2024-06" },
    leadUnit: CULTURE_AND_STATISTICS,
    coordinatingUnits: [VILLAGES_AND_TEAMS],
  },
  {
    key: "methods",
    text: "Nhóm Zalo của khu phố, đi từng ngõ, gõ từng nhà",
    time: { kind: "before", day: day("2024-07-30") },
    leadUnit: VILLAGES_AND_TEAMS,
    coordinatingUnits: [CULTURE, "Các đơn vị liên quan"],
  },
  {
    key: "campaigns",
    text: "Các chiến dịch cao điểm cài đặt ứng dụng, dịch vụ công trực tuyến",
    time: { kind: "before", day: day("2024-10-30") },
    leadUnit: VILLAGES_AND_TEAMS,
    coordinatingUnits: [CULTURE, "Các đơn vị liên quan"],
  },
  {
    key: "propaganda",
    text: "Tuyên truyền đến hộ gia đình, người dân qua hệ thống truyền thanh cơ sở",
    time: { kind: "all_year", year: 2024 },
    leadUnit: STEERING,
    coordinatingUnits: ["Các đơn vị, bộ phận liên quan", "Các khu phố"],
  },
];

export const hongGai2024: PlanPreset = {
  id: "hong-gai-2024",
  name: "Phường Hồng Gai 2024",
  summary: "Chín mục tiêu theo tỷ lệ, mỗi tháng một câu chuyện; báo cáo trước ngày 14.",
  year: 2024,
  communeKind: "ward",
  villageKind: "neighbourhood",
  words: {
    team: "Tổ công nghệ số cộng đồng",
    teamShort: "Tổ CNSCĐ",
    village: "khu phố",
    office: "Bộ phận Văn hóa - Thông tin",
  },
  team: {
    minimum: null,
    maximum: null,
    minimumCountsActive: false,
    teamsPerVillage: 1,
    otherTeams: [],
    preferredAgeBelow: null,
    leaderIs: [],
    deputyIs: [],
    others: [
      "Người trẻ có kiến thức, kỹ năng công nghệ thông tin",
      "Cảnh sát khu vực",
      "Đoàn viên, thanh niên",
    ],
  },
  report: {
    every: "month",
    onRequest: false,
    // Teams and the section that adds them up are both told "trước ngày 14": months end on the 9th, figures
    // stand on the 12th, and two days are left to write.
    cutoff: {
      startDay: 10,
      graceDays: 2,
      due: {
        team: { day: 14, inMonth: "named", strictlyBefore: true },
        office: { day: 14, inMonth: "named", strictlyBefore: true },
      },
    },
    contents: ["Số lượng thành viên", "Kết quả hoạt động", "Khó khăn, vướng mắc"],
  },
  quotas: [
    {
      key: "monthly-story",
      text: "Mỗi tháng tối thiểu 01 tin, bài, câu chuyện trên chuyên mục Chuyển đổi số của phường",
      measure: "published_stories",
      count: 1,
      by: "commune",
      per: "month",
      aspirational: false,
      companions: [],
    },
  ],
  targets: nineTargets,
  milestones,
  movements: [
    "Đoàn viên thanh niên tiên phong sử dụng các nền tảng, ứng dụng công nghệ để lan tỏa trong cộng đồng",
  ],
  awardSubjects: ["team", "member"],
  document: {
    superiorBody: "",
    officeSymbol: "VHTT",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: [
      "Thường trực Đảng ủy phường",
      "Lãnh đạo UBND phường",
      "Các đơn vị, bộ phận liên quan",
      "Các khu phố",
      "Lưu: VT",
    ],
  },
  legalBases: [
    {
      text: "Kế hoạch số 254/KH-UBND ngày 29 tháng 5 năm 2024 của Ủy ban nhân dân thành phố Hạ Long về việc triển khai hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn thành phố Hạ Long",
      issuedBy: "province",
    },
    {
      text: "Kế hoạch số 168/KH-UBND ngày 27 tháng 3 năm 2024 về Chuyển đổi số toàn diện thành phố Hạ Long năm 2024",
      issuedBy: "province",
    },
  ],
  proposal: makePointProposal({ quotaPerTeam: null, rates: "targets_of_the_plan", every: "month" }),
};
