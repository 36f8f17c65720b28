import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import { makePointProposal } from "./proposal/point-proposal.ts";
import { percent } from "./typed-values.ts";

export const daiSon2026: PlanPreset = {
  id: "dai-son-2026",
  name: "Xã Đại Sơn 2026",
  summary: "Mỗi tổ hướng dẫn 50 người dùng thành thạo mỗi tháng, phủ 80% số hộ; báo cáo trước ngày 20.",
  year: 2026,
  communeKind: "commune",
  villageKind: "village",
  words: {
    team: "Tổ công nghệ số cộng đồng",
    teamShort: "Tổ CNSCĐ",
    village: "thôn",
    office: "Phòng Văn hóa - Xã hội",
  },
  team: {
    minimum: 5,
    maximum: null,
    minimumCountsActive: true,
    teamsPerVillage: 1,
    otherTeams: [],
    preferredAgeBelow: null,
    leaderIs: [],
    deputyIs: [],
    others: [
      "Đoàn Thanh niên",
      "Giáo viên các trường trên địa bàn",
      "Trưởng thôn",
      "Thành viên các chi hội đoàn thể",
    ],
  },
  report: {
    every: "month",
    onRequest: false,
    // The plan says only "trước ngày 20"; a month that closed on the 20th could never be reported in time, so
    // it follows the state's months (15 to 14), figures stand on the 17th, and three days are left to write.
    cutoff: {
      startDay: 15,
      graceDays: 2,
      due: {
        team: { day: 20, inMonth: "named", strictlyBefore: true },
        office: { day: 25, inMonth: "named", strictlyBefore: true },
      },
    },
    contents: [
      "Tình hình thực hiện nhiệm vụ",
      "Kết quả sử dụng nền tảng số, công nghệ số",
      "Khó khăn, đề xuất",
    ],
  },
  quotas: [
    {
      key: "fifty-people",
      text: "Mỗi tháng, mỗi tổ hướng dẫn ít nhất 50 người dân trong thôn sử dụng thành thạo",
      measure: "proficient_people",
      count: 50,
      by: "team",
      per: "month",
      aspirational: true,
      companions: [
        { key: "digital-literacy", text: "Tham gia Bình dân học vụ số" },
        { key: "local-app", text: "Cài đặt ứng dụng của địa phương" },
        { key: "local-channels", text: "Theo dõi các trang thông tin của địa phương" },
      ],
    },
  ],
  targets: [
    {
      key: "households-guided",
      text: "Làm mẫu, hướng dẫn cho ít nhất 80% số hộ gia đình trong thôn",
      fact: "guided",
      test: { kind: "share", comparator: "at_least", basisPoints: percent(80), of: "households" },
      source: "guided_households",
      aspirational: false,
      parts: [],
      lastDay: null,
    },
    {
      key: "team-in-every-village",
      text: "Mỗi thôn có ít nhất 01 Tổ công nghệ số cộng đồng",
      fact: "achieved",
      test: { kind: "share", comparator: "at_least", basisPoints: percent(100), of: "villages" },
      source: "villages_with_team",
      aspirational: false,
      parts: [],
      lastDay: null,
    },
  ],
  milestones: [
    {
      key: "skill-survey",
      text: "Thu thập thông tin kỹ năng số và thiết bị công nghệ của công dân",
      time: { kind: "all_year", year: 2026 },
      leadUnit: "Tổ công nghệ số cộng đồng",
      coordinatingUnits: ["Các thôn"],
    },
    {
      key: "broadcast",
      text: "Phát thanh hằng ngày, đưa tin, bài trên các nền tảng số của xã",
      time: { kind: "all_year", year: 2026 },
      leadUnit: "Trung tâm Dịch vụ sự nghiệp công",
      coordinatingUnits: ["Phòng Văn hóa - Xã hội"],
    },
  ],
  movements: ["Cả nước thi đua đổi mới sáng tạo, chuyển đổi số", "Bình dân học vụ số"],
  awardSubjects: ["village"],
  document: {
    superiorBody: "",
    officeSymbol: "VHXH",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: [
      "Sở Khoa học và Công nghệ",
      "Thường trực Đảng ủy, Thường trực HĐND xã",
      "Chủ tịch, các Phó Chủ tịch UBND xã",
      "Các phòng, ban, đơn vị có liên quan",
      "Ủy ban MTTQ Việt Nam xã",
      "Các thôn trên địa bàn xã",
      "Lưu: VT, VHXH",
    ],
  },
  legalBases: [
    {
      text: "Kế hoạch số 02-KH/BCĐTW ngày 19 tháng 6 năm 2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả đáp ứng yêu cầu sắp xếp tổ chức bộ máy của hệ thống chính trị",
      issuedBy: "central",
    },
    {
      text: "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
      issuedBy: "central",
    },
    {
      text: "Kế hoạch số 38/KH-UBND ngày 30 tháng 01 năm 2026 của Ủy ban nhân dân xã về Chuyển đổi số năm 2026",
      issuedBy: "commune",
    },
    {
      text: "Kế hoạch số 27/KH-UBND ngày 27 tháng 01 năm 2026 của Ủy ban nhân dân xã về tổ chức thực hiện phong trào thi đua “Cả nước thi đua đổi mới sáng tạo, chuyển đổi số” và “Bình dân học vụ số” năm 2026",
      issuedBy: "commune",
    },
  ],
  proposal: makePointProposal({
    quotaPerTeam: 50,
    rates: ["eid_level_2", "e_payment_account", "e_health_book", "digital_signature"],
    every: "month",
  }),
};
