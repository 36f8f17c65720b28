import type { BandCondition, Criterion, TieRung } from "#app/domain/year/criteria-sheet.ts";
import type { FigureName } from "#app/domain/year/sheet-figures.ts";

const figures: Readonly<Record<FigureName, string>> = {
  perTeam: "Số người mỗi tổ mỗi tháng",
  ofAdults: "Tỷ lệ người trưởng thành",
  trustFrom: "Tin số báo cáo khi hậu kiểm khớp từ",
  asked: "Đủ điểm khi đạt",
  absentAtMost: "Trừ hộ vắng lâu ngày, nhiều nhất",
  from: "Không điểm từ mức",
  to: "Đủ điểm từ mức",
  lateDays: "Số ngày chậm còn tính",
  lateShare: "Phần điểm khi chậm",
  recognised: "Mỗi sáng kiến được công nhận",
  replicated: "Mỗi sáng kiến được nhân rộng",
  story: "Mỗi tin bài đã đăng",
  goal: "Mỗi mục tiêu đợt cao điểm đạt",
};

const natures: Readonly<Record<Criterion["nature"], string>> = {
  part: "Tính trong tổng điểm",
  bonus: "Điểm thưởng",
  deduction: "Điểm trừ",
};

const ties: Readonly<Record<TieRung, string>> = {
  household_coverage: "tỷ lệ phủ hộ cao hơn",
  months_met: "nhiều tháng đạt chỉ tiêu hơn",
  agreement: "hậu kiểm khớp nhiều hơn",
};

const conditions: Readonly<Record<BandCondition["kind"], string>> = {
  no_gap: "đủ số liệu mọi tiêu chí",
  no_report_missing: "không thiếu báo cáo",
  quota_met_months: "đủ số tháng đạt chỉ tiêu",
};

export const yearCriteria = {
  title: "Bảng tiêu chí",
  lead: (villages: string) =>
    `Thang điểm thi đua của các ${villages}. Hai người cùng ban hành, mọi tổ đều xem được.`,
  proposal: "Đề xuất",
  proposalBody:
    "Thang điểm này do phần mềm đề xuất theo kế hoạch. Ban hành kèm văn bản của đơn vị thì mới dùng để xếp hạng.",
  states: { draft: "Dự thảo", asked: "Chờ ban hành", adopted: "Đã ban hành", withdrawn: "Đã bỏ" },
  inForce: "Đang áp dụng",
  version: (version: number) => `Bản số ${version}`,
  adopted: (name: string, document: string, day: string) => `${name} ban hành ngày ${day}, theo ${document}.`,
  publishedTo: "Mọi tổ đang xem được bảng này cùng ví dụ tính.",
  seeAsTeams: "Xem như các tổ",
  download: "Tải Excel",
  sum: "Cộng điểm tối đa",
  arithmetic: (parts: string, sum: string) => `${parts} = ${sum}`,
  beyond: (bonus: string, off: string) =>
    [bonus === "0" ? "" : `Thưởng tới ${bonus} điểm`, off === "0" ? "" : `trừ tới ${off} điểm`]
      .filter((part) => part !== "")
      .join(", "),
  isNew: "mới",
  was: (points: string) => `trước là ${points}`,
  readAll: "Xem cả bảng",
  by: { metric: "Tự tính", document: "Theo văn bản", vote: "Hội đồng chấm" },
  natures,
  bands: "Xếp loại",
  bandFrom: (from: string) => `từ ${from} điểm`,
  bandConditions: (list: string) => `Cần ${list}`,
  conditions,
  tiesLead: (list: string) => `Bằng điểm thì xét lần lượt: ${list}; vẫn bằng thì cùng hạng.`,
  ties,
  quotaLead: (share: string, villages: string) => `Được đề nghị khen nhiều nhất ${share} số ${villages}.`,
  spread:
    "Tiêu chí không tổ chức ở đâu thì chia điểm cho các tiêu chí khác. Riêng một nơi chưa có số liệu thì ghi rõ là chưa có số liệu.",
  versions: "Các bản",
  start: {
    title: "Soạn bản mới",
    lead: "Bắt đầu từ một bản có sẵn rồi sửa. Bản đang áp dụng không đổi.",
    name: "Tên bảng",
    nameHint: "Ví dụ: Bảng chấm điểm thi đua năm 2027",
    from: "Bắt đầu từ",
    fromProposal: "Đề xuất theo kế hoạch",
    fromHint: "Để trống thì lấy bảng đề xuất theo kế hoạch.",
    submit: "Soạn bản mới",
    orImport: "Lấy từ tệp Excel",
  },
  draft: {
    title: "Bản đang soạn",
    edit: "Sửa tiêu chí và điểm",
    importLink: "Thay bằng tệp Excel",
    ask: "Đề nghị ban hành",
    askLead: "Sau khi đề nghị, một người khác xem và ban hành.",
    document: "Văn bản ban hành",
    documentHint: "Ví dụ: Quyết định 45/QĐ-UBND ngày 10/12/2026",
    asked: (name: string, document: string) => `${name} đề nghị ban hành theo ${document}.`,
    waits: "Chờ một người khác của đơn vị ban hành.",
    sure: "Tôi đã đọc cả bảng và ban hành",
    adopt: "Ban hành",
    giveBack: "Trả lại để sửa",
    takeBack: "Rút lại để sửa",
    drop: "Bỏ bản này",
    dropSure: "Tôi muốn bỏ bản đang soạn",
  },
  edit: {
    title: "Sửa bảng tiêu chí",
    lead: (total: string) => `Các tiêu chí phải cộng đủ ${total} điểm. Chưa đủ thì chưa lưu được.`,
    name: "Tên bảng",
    criterionTitle: "Tên tiêu chí",
    explanation: "Cách tính, một câu",
    maximum: "Điểm tối đa",
    drop: "Bỏ tiêu chí này",
    more: "Cách tính và các mốc",
    added: "Thêm tiêu chí",
    addedLead: "Tiêu chí thêm do văn phòng chấm theo văn bản.",
    group: "Nhóm",
    nature: "Loại",
    bands: "Mốc xếp loại",
    quota: "Được đề nghị khen nhiều nhất",
    percent: "%",
    points: "điểm",
    save: "Lưu bản đang soạn",
    figures,
  },
  import: {
    title: "Lấy bảng từ tệp Excel",
    lead: "Gửi bảng chấm điểm của đơn vị. Dòng nào trùng tên hoặc mã với tiêu chí đang có thì vẫn tự tính, dòng khác chấm theo văn bản.",
    file: "Tệp bảng chấm điểm",
    fileHint: "Excel, LibreOffice hoặc CSV. Cần cột “Tiêu chí” và “Điểm tối đa”.",
    name: "Tên bảng",
    replaces: "Bản đang soạn sẽ được thay bằng bảng trong tệp.",
    submit: "Đọc tệp",
  },
  flashes: {
    moi: "Đã tạo bản để soạn.",
    luu: "Đã lưu bản đang soạn.",
    nhap: "Đã đọc bảng từ tệp. Xem lại từng dòng trước khi đề nghị ban hành.",
    "de-nghi": "Đã đề nghị ban hành. Cần một người khác xem.",
    "ban-hanh": "Đã ban hành. Mọi tổ xem được bảng này từ bây giờ.",
    "tra-lai": "Bản này đã mở lại để sửa.",
    bo: "Đã bỏ bản đang soạn.",
  },
  teams: {
    title: "Cách chấm điểm thi đua",
    lead: (village: string) => `Cách tính điểm cuối năm của ${village}, ai cũng tính lại được bằng tay.`,
    none: "Chưa ban hành bảng tiêu chí",
    noneBody: "Khi đơn vị ban hành, bảng và ví dụ tính hiện ở đây.",
    basis: (document: string, day: string) => `Theo ${document}, công bố ngày ${day}.`,
    notActivity: "Điểm thi đua ở đây khác điểm hoạt động của từng người, không cộng vào nhau.",
    download: "Tải bảng tự chấm (Excel)",
    example: "Ví dụ tính",
    exampleLead: (village: string, households: string, adults: string) =>
      `Một ${village} giả định có ${households} hộ, ${adults} người trưởng thành, một tổ. Số liệu chỉ để xem cách tính.`,
    exampleVillage: "Nơi ví dụ",
    exampleDocument: "văn bản ví dụ",
    total: "Tổng điểm",
    band: "Xếp loại",
    rounded: "Tổng điểm cộng từ số chính xác, chỉ làm tròn một lần ở cuối.",
    link: "Cách chấm điểm thi đua",
  },
};

export const yearCriteriaArea = { name: "yearCriteria", words: yearCriteria } as const;
