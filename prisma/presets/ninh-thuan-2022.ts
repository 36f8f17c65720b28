import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import { makePointProposal } from "./proposal/point-proposal.ts";
import { percent } from "./typed-values.ts";

export const ninhThuan2022: PlanPreset = {
  id: "ninh-thuan-2022",
  name: "Tỉnh Ninh Thuận 2022",
  summary: "Tổ 3 đến 5 người, có tổ cấp xã và tổ trường học; đánh giá hằng tháng theo tháng dương lịch.",
  year: 2022,
  communeKind: "commune",
  villageKind: "village",
  words: {
    team: "Tổ công nghệ số cộng đồng",
    teamShort: "Tổ CNSCĐ",
    village: "thôn",
    office: "Phòng Văn hóa - Xã hội",
  },
  team: {
    minimum: 3,
    maximum: 5,
    minimumCountsActive: false,
    teamsPerVillage: 1,
    otherTeams: ["commune", "school"],
    preferredAgeBelow: null,
    leaderIs: [],
    deputyIs: [],
    others: [
      "Cán bộ, công chức xã phụ trách",
      "Trưởng thôn, khu phố",
      "Đại diện Chi đoàn thanh niên",
      "Đại diện Hội Phụ nữ",
      "Nhân sự doanh nghiệp bưu chính, viễn thông, công nghệ thông tin",
    ],
  },
  report: {
    every: "month",
    onRequest: true,
    // The plan names no day: calendar months, and the report of a month in the first days of the next.
    cutoff: {
      startDay: 1,
      graceDays: 2,
      due: {
        team: { day: 5, inMonth: "next", strictlyBefore: false },
        office: { day: 10, inMonth: "next", strictlyBefore: false },
      },
    },
    contents: ["Kết quả triển khai nền tảng số, công nghệ số", "Khó khăn, vướng mắc cần chỉ đạo"],
  },
  quotas: [],
  targets: [
    {
      key: "ocop-online",
      text: "Đưa 100% sản phẩm OCOP tại địa phương lên các sàn thương mại điện tử",
      fact: "achieved",
      test: { kind: "share", comparator: "at_least", basisPoints: percent(100), of: "ocop_products" },
      source: "ocop_listed",
      aspirational: false,
      parts: [],
      lastDay: null,
    },
  ],
  milestones: [
    {
      key: "regular-training",
      text: "Bồi dưỡng, tập huấn thường xuyên, nhiều lần cho các tổ",
      time: { kind: "all_year", year: 2022 },
      leadUnit: "Sở quản lý chuyên ngành",
      coordinatingUnits: ["Ủy ban nhân dân xã", "Doanh nghiệp công nghệ số"],
    },
    {
      key: "monthly-evaluation",
      text: "Hằng tháng đánh giá kết quả hoạt động của các tổ, báo cáo cấp trên",
      time: { kind: "all_year", year: 2022 },
      leadUnit: "Ủy ban nhân dân xã",
      coordinatingUnits: [],
    },
  ],
  movements: [],
  awardSubjects: ["team", "member"],
  document: {
    superiorBody: "",
    officeSymbol: "VHXH",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: ["Ủy ban nhân dân tỉnh", "Sở quản lý chuyên ngành", "Các thôn, khu phố", "Lưu: VT"],
  },
  legalBases: [
    {
      text: "Công văn số 793/BTTTT-THH ngày 05 tháng 3 năm 2022 của Bộ Thông tin và Truyền thông về việc hướng dẫn thí điểm triển khai Tổ công nghệ số cộng đồng tại các địa phương",
      issuedBy: "central",
    },
  ],
  proposal: makePointProposal({
    quotaPerTeam: null,
    rates: ["eid_level_2", "e_payment_account", "e_health_book", "digital_signature"],
    every: "month",
  }),
};
