import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type {
  AchievementFacts,
  CouncilFacts,
  Nominee,
  NomineeList,
  PaperSetting,
  ReviewFacts,
  VillageRow,
} from "#app/domain/year-papers/paper-facts.ts";
import { HOSTILE } from "./sample-paper.ts";

// A year of a commune that is nowhere; nobody of these names lives anywhere.

export const sampleSetting: PaperSetting = {
  commune: { kind: "commune", name: "Nậm Mười" },
  header: {
    superiorBody: "",
    issuingBody: "Ủy ban nhân dân xã Nậm Mười",
    office: "Phòng Văn hóa - Xã hội",
    place: "Nậm Mười",
    officeSymbol: "BC-VHXH",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: ["Như trên", "Lưu: VT, VHXH"],
  },
  words: { village: "bản", team: "Tổ công nghệ số cộng đồng" },
  bases: ["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Thi đua, khen thưởng"],
};

export const sampleReview: ReviewFacts = {
  kind: "annual",
  year: 2026,
  title: "Xét thi đua năm 2026",
  sheet: "Bảng chấm điểm thi đua năm 2026 (phiên bản 2)",
  sheetDocument: "Quyết định số 15/QĐ-UBND",
  resultSha256: "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90",
};

export const sampleVillages: readonly VillageRow[] = [
  {
    name: "Bản Lạ",
    households: 120,
    members: 7,
    people: 612,
    coverage: 8_497,
    monthsMet: 11,
    reportsOnTime: 12,
    goodWork: 2,
    bonus: 150,
    deduction: 0,
    score: 9_284,
    rank: 1,
    cluster: null,
    band: "Xuất sắc",
    proposed: "Giấy khen",
    note: "",
  },
  {
    name: HOSTILE,
    households: 96,
    members: 5,
    people: 540,
    coverage: 8_000,
    monthsMet: 10,
    reportsOnTime: 11,
    goodWork: 0,
    bonus: 0,
    deduction: 50,
    score: 8_131,
    rank: 2,
    cluster: null,
    band: "Tốt",
    proposed: "",
    note: "",
  },
  {
    name: "Bản Mới",
    households: 240,
    members: 6,
    people: null,
    coverage: null,
    monthsMet: null,
    reportsOnTime: 4,
    goodWork: null,
    bonus: 0,
    deduction: 0,
    score: null,
    rank: null,
    cluster: null,
    band: "",
    proposed: "",
    note: "Chưa đủ số liệu các tháng",
  },
];

const money = (dong: number, permille: number) => ({ dong, basePay: 2_530_000, permille });

export const sampleNominees: readonly Nominee[] = [
  {
    id: "01939a3e-7000-7000-8000-00000000a001",
    kind: "collective",
    name: "Tổ công nghệ số cộng đồng Bản Lạ",
    place: "Bản Lạ",
    birthYear: null,
    isWoman: null,
    achievement: "Hướng dẫn 612 người sử dụng thành thạo dịch vụ số; 84,97% số hộ được hướng dẫn",
    form: "Giấy khen",
    money: money(1_520_000, 600),
    votes: { agree: 6, of: 7 },
    note: "",
  },
  {
    id: "01939a3e-7000-7000-8000-00000000a002",
    kind: "individual",
    name: "Lường Thị Thảo",
    place: "Tổ trưởng, Tổ công nghệ số cộng đồng Bản Lạ",
    birthYear: 1985,
    isWoman: true,
    achievement: "Mở 24 buổi hướng dẫn tại nhà văn hóa cho người cao tuổi",
    form: "Giấy khen",
    money: money(760_000, 300),
    votes: { agree: 7, of: 7 },
    note: "",
  },
  {
    id: "01939a3e-7000-7000-8000-00000000a003",
    kind: "household",
    name: "Hộ ông Quàng Văn Phó",
    place: "Bản Mới",
    birthYear: null,
    isWoman: null,
    achievement: "Cho mượn nhà làm điểm hướng dẫn suốt năm; cả nhà dùng thành thạo dịch vụ công",
    form: "Giấy khen",
    money: money(1_140_000, 450),
    votes: { agree: 5, of: 7 },
    note: "",
  },
];

export const sampleList: NomineeList = {
  nominees: sampleNominees,
  quota: ["Tập thể: 30 bản × 20% = 6, đề nghị 1"],
  fairness: [
    { name: "Nữ trong số cá nhân", part: 1, of: 1 },
    { name: "Số bản có tên trong danh sách", part: 2, of: 3 },
  ],
  departures: [{ name: "Bản Mới", reason: "Chọn giữa hai bản bằng điểm vì tập thể có trên 70% là nữ" }],
  excluded: [{ name: "Bản Xa", reason: "Đang xác minh đơn phản ánh (Thông báo số 02/TB-UBND)" }],
};

export const sampleCouncil: CouncilFacts = {
  name: "Hội đồng Thi đua - Khen thưởng xã Nậm Mười",
  day: "2026-12-18" as LocalDate,
  opened: "14 giờ 00",
  closed: "15 giờ 40",
  place: "Phòng họp Ủy ban nhân dân xã",
  members: [
    { name: "Lò Văn Chủ", position: "Chủ tịch UBND xã", role: "chair", attendance: "present", proxy: null },
    {
      name: "Vàng A Phó",
      position: "Phó Chủ tịch UBND xã",
      role: "vice_chair",
      attendance: "present",
      proxy: null,
    },
    {
      name: "Hà Thị Thư",
      position: "Chuyên viên Phòng VH-XH",
      role: "secretary",
      attendance: "present",
      proxy: null,
    },
    {
      name: "Cầm Văn Mặt",
      position: "Chủ tịch UB MTTQ xã",
      role: "member",
      attendance: "proxy",
      proxy: "Vàng A Phó",
    },
    { name: "Tòng Thị Đoàn", position: "Bí thư Đoàn xã", role: "member", attendance: "written", proxy: null },
    {
      name: "Lù Thị Hội",
      position: "Chủ tịch Hội LHPN xã",
      role: "member",
      attendance: "present",
      proxy: null,
    },
    {
      name: "Quàng Văn Cựu",
      position: "Chủ tịch Hội CCB xã",
      role: "member",
      attendance: "absent",
      proxy: null,
    },
  ],
  guests: "Ông Lường Văn Bản, Trưởng bản Lạ",
  counted: 6,
  quorum: 5,
  rounds: [
    {
      title: "Xét tặng Giấy khen",
      mode: "paper",
      base: 7,
      needed: 4,
      voters: 6,
      voted: 6,
      ballots: { issued: 6, returned: 6, invalid: 0 },
      tellers: null,
      votes: sampleNominees.map(({ name, kind, votes }) => ({
        nominee: name,
        kind,
        agree: (votes?.agree ?? 1) - 1,
        against: 0,
        abstain: 7 - (votes?.agree ?? 0),
        isPassed: true,
        isReplaced: false,
        note: "",
      })),
      chairSide: null,
    },
  ],
  departures: sampleList.departures,
  dissent: [{ name: "Lù Thị Hội", opinion: "Đề nghị thêm một cá nhân của Bản Mới" }],
  conclusion: [],
  discussion: ["Hội đồng thảo luận hai bản có cùng điểm ở vị trí cuối của danh sách."],
};

export const sampleAchievement: AchievementFacts = {
  nominee: sampleNominees[0] as Nominee,
  summary: ["Số thành viên: 7 người, trong đó 5 nữ.", "Số hộ của bản: 120."],
  figures: [
    { name: "Người sử dụng thành thạo", done: "612", asked: "600", before: "430" },
    { name: "Tỷ lệ hộ được hướng dẫn", done: "84,97%", asked: "80%", before: "61,2%" },
  ],
  deeds: ["Mô hình “Sáng thứ Bảy số” tại nhà văn hóa bản"],
  before: [],
};
