import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import { makePointProposal } from "./proposal/point-proposal.ts";
import { percent } from "./typed-values.ts";

const OFFICE = "Phòng Văn hóa - Xã hội";
const SECRETARIAT = "Văn phòng HĐND và UBND";

export const ngocHoi2026: PlanPreset = {
  id: "ngoc-hoi-2026",
  name: "Xã Ngọc Hồi 2026",
  summary: "Tổ Chuyển đổi số cộng đồng, chỉ tiêu theo tỷ lệ người trưởng thành; báo cáo hằng quý.",
  year: 2026,
  communeKind: "commune",
  villageKind: "village",
  words: {
    team: "Tổ Chuyển đổi số cộng đồng",
    teamShort: "Tổ CĐSCĐ",
    village: "thôn",
    office: OFFICE,
  },
  team: {
    minimum: null,
    maximum: null,
    minimumCountsActive: false,
    teamsPerVillage: 1,
    otherTeams: ["commune", "response"],
    preferredAgeBelow: 40,
    leaderIs: ["Trưởng thôn", "Bí thư Chi bộ"],
    deputyIs: ["Bí thư Chi đoàn"],
    others: [
      "Đoàn viên, thanh niên",
      "Cảnh sát khu vực",
      "Giáo viên",
      "Người có hiểu biết về công nghệ số",
      "Hội viên Hội Phụ nữ",
      "Người có uy tín, sức ảnh hưởng trên mạng xã hội",
    ],
  },
  report: {
    every: "quarter",
    onRequest: true,
    // Quarterly, without a day: the state's periods, and the state's days after their end.
    cutoff: {
      startDay: 15,
      graceDays: 2,
      due: {
        team: { day: 18, inMonth: "named", strictlyBefore: false },
        office: { day: 22, inMonth: "named", strictlyBefore: false },
      },
    },
    contents: ["Tiến độ, kết quả thực hiện", "Khó khăn, vướng mắc", "Đề xuất giải pháp"],
  },
  quotas: [],
  targets: [
    {
      key: "basic-knowledge",
      text: "Phấn đấu 100% người dân trưởng thành có tri thức cơ bản về chuyển đổi số, có kỹ năng số",
      fact: "achieved",
      test: { kind: "share", comparator: "at_least", basisPoints: percent(100), of: "adults" },
      aspirational: true,
      parts: [],
      lastDay: null,
    },
    {
      key: "smartphones",
      text: "Phấn đấu trên 85% dân số trưởng thành có điện thoại thông minh",
      fact: "achieved",
      test: { kind: "share", comparator: "more_than", basisPoints: percent(85), of: "adults" },
      aspirational: true,
      parts: [],
      lastDay: null,
    },
    {
      key: "urban-e-payment",
      text: "Trên 50% dân số trưởng thành tại đô thị có tài khoản thanh toán điện tử",
      fact: "achieved",
      test: { kind: "share", comparator: "more_than", basisPoints: percent(50), of: "urban_adults" },
      aspirational: false,
      parts: [],
      lastDay: null,
    },
    {
      key: "national-place",
      text: "Thành phố giữ vị trí trong nhóm 5 địa phương dẫn đầu cả nước về phổ cập kỹ năng số trên VNeID",
      fact: "achieved",
      test: { kind: "place", within: 5 },
      aspirational: false,
      parts: [],
      lastDay: null,
    },
    {
      key: "members-trained",
      text: "100% thành viên được tập huấn, bồi dưỡng kiến thức, kỹ năng số",
      fact: "trained",
      test: { kind: "share", comparator: "at_least", basisPoints: percent(100), of: "members" },
      aspirational: false,
      parts: ["Kỹ năng ứng dụng AI", "Kỹ năng sư phạm"],
      lastDay: null,
    },
  ],
  milestones: [
    {
      key: "accessible-portal",
      text: "Cổng thông tin điện tử xã đáp ứng yêu cầu hỗ trợ người khuyết tật",
      time: { kind: "within", period: "2026-Q1" },
      leadUnit: SECRETARIAT,
      coordinatingUnits: [OFFICE],
    },
    {
      key: "team-training",
      text: "Tập huấn định kỳ, theo chuyên đề cho các tổ, gồm kỹ năng ứng dụng AI",
      time: { kind: "within", period: "2026" },
      leadUnit: OFFICE,
      coordinatingUnits: ["Công an xã", SECRETARIAT],
    },
    {
      key: "skills-for-all",
      text: "Phổ cập kỹ năng số: lớp cho người cao tuổi, người khuyết tật, đồng bào dân tộc thiểu số",
      time: { kind: "within", period: "2026" },
      leadUnit: OFFICE,
      coordinatingUnits: [
        "Công an xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Đoàn Thanh niên",
        "Các tổ chức chính trị - xã hội",
      ],
    },
    {
      key: "new-models",
      text: "Sáng kiến, cách làm mới phổ cập kỹ năng số",
      time: { kind: "all_year", year: 2026 },
      leadUnit: "Các phòng, ban, đơn vị thuộc xã",
      coordinatingUnits: ["Công an xã", "Ủy ban MTTQ Việt Nam xã", "Đoàn Thanh niên"],
    },
    {
      key: "propaganda",
      text: "Truyền thông, tuyên truyền về lợi ích của nền tảng số, công nghệ số",
      time: { kind: "all_year", year: 2026 },
      leadUnit: OFFICE,
      coordinatingUnits: ["Các phòng, ban, đơn vị thuộc xã", "Các Tổ Chuyển đổi số cộng đồng"],
    },
  ],
  movements: [
    "Bình dân học vụ số",
    "Học tập số toàn dân",
    "Đại sứ số",
    "Gia đình số",
    "Mỗi công dân - Một danh tính số",
    "Chợ số - Nông thôn số",
    "Thanh niên chung tay phổ cập kỹ năng số",
  ],
  awardSubjects: ["team", "member", "model", "initiative"],
  document: {
    superiorBody: "",
    officeSymbol: "VHXH",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: [
      "Sở Khoa học và Công nghệ",
      "Thường trực Đảng ủy, Thường trực HĐND xã",
      "Chủ tịch, các Phó Chủ tịch UBND xã",
      "Các phòng, ban, đơn vị thuộc xã",
      "Ủy ban MTTQ Việt Nam xã",
      "Các thôn trên địa bàn xã",
      "Lưu: VT, VHXH",
    ],
  },
  legalBases: [
    {
      text: "Kế hoạch số 01-KH/BCĐTW ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số triển khai Phong trào “Bình dân học vụ số”",
      issuedBy: "central",
    },
    {
      text: "Kế hoạch số 138/KH-UBND ngày 15 tháng 5 năm 2025 của Ủy ban nhân dân Thành phố Hà Nội về triển khai Phong trào “Bình dân học vụ số” trên địa bàn thành phố Hà Nội",
      issuedBy: "province",
    },
    {
      text: "Công văn số 3497/CĐSQG-CNCPS ngày 15 tháng 12 năm 2025 của Cục Chuyển đổi số quốc gia về thúc đẩy, phát huy hiệu quả của các Tổ công nghệ số cộng đồng trong hỗ trợ người dân",
      issuedBy: "central",
    },
    {
      text: "Kế hoạch số 20/KH-UBND ngày 14 tháng 01 năm 2026 của Ủy ban nhân dân thành phố Hà Nội về hoạt động của Tổ Chuyển đổi số cộng đồng trên địa bàn thành phố năm 2026",
      issuedBy: "province",
    },
  ],
  proposal: makePointProposal({
    quotaPerTeam: null,
    improvement: ["eid_level_2", "e_payment_account", "e_health_book", "digital_signature"],
  }),
};
