import type { DepartureKind } from "#app/domain/awards/shortlist.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { partsOf } from "#app/domain/calendar/local-date.ts";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import type { Attendance } from "#app/domain/council/quorum.ts";
import type { Outcome } from "#app/domain/council/tally.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import type { NomineeKind, ReviewFacts } from "#app/domain/year-papers/paper-facts.ts";
import { makeFormat } from "./format.ts";
import { officialName } from "./official-names.ts";

const format = makeFormat("vi");
export const two = (count: number) => String(count).padStart(2, "0");

const departures: Readonly<Record<DepartureKind, string>> = {
  bring_in: "đưa vào danh sách",
  pass_over: "không đưa vào danh sách",
  choose_among_equals: "chọn trong các đơn vị bằng nhau",
};

export const countWords: Readonly<Record<NomineeKind, string>> = {
  collective: "tập thể",
  individual: "cá nhân",
  household: "hộ gia đình",
};

/** "03 tập thể, 05 cá nhân, 02 hộ gia đình"; kinds of which there is none are left out. */
function sayCounts(counts: Readonly<Record<NomineeKind, number>>): string {
  const said = (["collective", "individual", "household"] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${two(counts[kind])} ${countWords[kind]}`);
  return said.length === 0 ? "00 tập thể, cá nhân" : said.join(", ");
}

function dayWords(day: LocalDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `ngày ${two(dayOfMonth)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

const spanOf = ({ kind, year, title }: Pick<ReviewFacts, "kind" | "year" | "title">): string => {
  switch (kind) {
    case "annual":
      return `năm ${year}`;
    case "mid":
      return `giữa năm ${year}`;
    case "timely":
      return title;
  }
};

/** Words of the papers of a year. Papers of the state are in Vietnamese. */
export const yearPaper = {
  symbols: { submission: "TTr", minutes: "BB", decision: "QĐ", notice: "TB" },
  count: two,
  counts: sayCounts,
  day: dayWords,
  span: spanOf,
  openDay: (year: number) => `ngày        tháng        năm ${year}`,
  place: (kind: CommuneKind, name: string) => officialName(kind, name),
  chairman: (kind: CommuneKind, name: string) => `Chủ tịch Ủy ban nhân dân ${officialName(kind, name)}`,
  council: (kind: CommuneKind, name: string) => `Hội đồng Thi đua - Khen thưởng ${officialName(kind, name)}`,
  /** As proposed: laws change, so the office writes its own. */
  bases: [
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Luật Thi đua, khen thưởng",
    "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
  ],
  sheet: (title: string, version: number) => `${title} (phiên bản ${version})`,
  /** Under the committee's name, which says which one. */
  councilShort: "Hội đồng Thi đua - Khen thưởng",
  /** The name of the place is never broken at the end of a line. */
  unbrokenBody: (body: string, place: string) => body.replace(place, place.replaceAll(" ", "\u00a0")),
  /** A body above the one that issues may be shortened (Nghị định 30/2020/NĐ-CP). */
  shortBody: (body: string, place: string) =>
    body.replace(/^Ủy ban nhân dân/i, "UBND").replace(place, place.replaceAll(" ", "\u00a0")),
  officeHead: (office: string) =>
    /^phòng\b/i.test(office)
      ? `Trưởng ${office.charAt(0).toLocaleLowerCase("vi")}${office.slice(1)}`
      : `Thủ trưởng ${office}`,
  signOfficeHead: (office: string) => (/^phòng\b/i.test(office) ? "Trưởng phòng" : "Thủ trưởng đơn vị"),
  movement: (team: string) => `hoạt động của ${team} và phong trào “Bình dân học vụ số”`,
  check: {
    line: (code: string, result: string, moment: number) =>
      `Mã văn bản ${code} · kết quả đã chốt ${result.slice(0, 16)} · lập lúc ${format.moment(moment)}`,
    hint: "Quét mã để xem văn bản này có đúng là bản đã phát hành hay không.",
    shortHint: "Quét mã để kiểm tra.",
  },
  numbered: (number: string) => `Số: ${number}`,
  annexTitle: "Phụ lục",

  submission: {
    type: "Tờ trình",
    subject: (team: string, span: string) =>
      `Về việc khen thưởng thành tích trong hoạt động của ${team} ${span}`,
    opening: (office: string, council: string, chairman: string, counts: string) =>
      `Căn cứ kết quả chấm điểm thi đua đã chốt và ý kiến của ${council}, ${office} kính trình ${chairman} xem xét, tặng Giấy khen cho ${counts} như sau:`,
    process: "QUÁ TRÌNH XÉT CHỌN",
    sheet: (sheet: string, document: string | null, sha: string) =>
      `Việc chấm điểm theo ${sheet}${document === null ? "" : ` (${document})`}, từ số liệu các tháng đã khóa. Mã kết quả đã chốt: ${sha}.`,
    quota: "Số lượng đề nghị được tính như sau:",
    met: (council: string, day: string, counted: number, of: number) =>
      `${council} đã họp ${day}, có ${two(counted)}/${two(of)} thành viên tham gia ý kiến.`,
    notMet: "Hội đồng chưa họp; số phiếu được bổ sung sau cuộc họp.",
    departures: "Các trường hợp đề nghị khác với thứ tự xếp hạng và lý do:",
    excluded: "Các trường hợp không đưa vào danh sách và lý do:",
    because: (name: string, reason: string) => `${name}: ${reason}`,
    list: "DANH SÁCH ĐỀ NGHỊ",
    listAttached: (counts: string) =>
      `Đề nghị tặng Giấy khen cho ${counts} (danh sách chi tiết tại Phụ lục I):`,
    listLine: (name: string, place: string, form: string) =>
      `${name}${place === "" ? "" : ` (${place})`}: ${form}`,
    money: "TIỀN THƯỞNG",
    moneyLine: (kind: NomineeKind, count: number, each: number, base: number, permille: number) =>
      `Mức ${format.number(each)} đồng đối với ${countWords[kind]} (lương cơ sở ${format.number(base)} đồng × ${format.number(permille / 1000, 3).replace(/,?0+$/, "")}, làm tròn lên hàng chục nghìn): ${two(count)} ${countWords[kind]}, cộng ${format.number(each * count)} đồng.`,
    moneyTotal: (sum: number) => `Tổng số tiền thưởng: ${format.number(sum)} đồng.`,
    attached: "Gửi kèm: danh sách đề nghị; bảng tổng hợp chấm điểm; biên bản họp; báo cáo thành tích.",
    closing: (office: string, chairman: string) => `${office} kính trình ${chairman} xem xét, quyết định./.`,
    recipients: ["Như trên", "Hội đồng Thi đua - Khen thưởng", "Lưu: VT"],
  },

  list: {
    title: "Danh sách đề nghị khen thưởng",
    ofDecision: "Danh sách được tặng Giấy khen",
    kinds: { collective: "Tập thể", individual: "Cá nhân", household: "Hộ gia đình" } satisfies Record<
      NomineeKind,
      string
    >,
    columns: {
      number: "STT",
      name: "Họ và tên",
      names: "Tên tập thể",
      heads: "Hộ gia đình (chủ hộ)",
      birth: "Năm sinh",
      man: "Nam",
      woman: "Nữ",
      born: "Năm sinh",
      place: "Chức vụ, đơn vị",
      address: "Địa chỉ",
      achievement: "Tóm tắt thành tích",
      form: "Hình thức đề nghị",
      given: "Hình thức khen thưởng",
      votes: "Số phiếu đồng ý/ tổng số",
      money: "Tiền thưởng (đồng)",
      note: "Ghi chú",
    },
    total: "Tổng cộng",
    quota: (cluster: string | null, villages: number, share: number, seats: number, listed: number) =>
      `${cluster === null ? "" : `${cluster}: `}${format.number(villages)} thôn, tổ dân phố × ${format.percent(share)} = ${format.points(Math.floor((villages * share) / 100))}, lấy tròn ${format.number(seats)}; trong danh sách ${format.number(listed)}`,
    departed: (kind: DepartureKind, reason: string) => `${departures[kind]}; ${reason}`,
    outOf: (reason: string, document: string) => `không xếp hạng; ${reason} (${document})`,
    held: (reason: string, document: string) => `tạm dừng xét khen; ${reason} (${document})`,
    offList: "không thuộc danh sách theo xếp hạng và số lượng đề nghị",
    notPassed: "Hội đồng không thông qua",
    notVoted: "Hội đồng chưa biểu quyết",
    covered: "Hưởng tiền thưởng của danh hiệu cao hơn",
    model: (name: string) => `Mô hình: ${name}`,
    initiative: (title: string) => `Sáng kiến: ${title}`,
    fair: {
      women: "Nữ trong số cá nhân",
      leaders: "Tổ trưởng, tổ phó trong số cá nhân",
      unions: "Đoàn viên, hội viên trong số cá nhân",
      villages: "Số thôn, tổ dân phố có tên trong danh sách",
    },
    closing: (counts: string) => `Ấn định danh sách có ${counts}./.`,
    fairness: "Cơ cấu danh sách:",
    fairnessLine: (name: string, part: number, of: number) =>
      `${name}: ${format.number(part)}/${format.number(of)}${of === 0 ? "" : ` (${format.percent(Math.floor((part * 10_000) / of))})`}`,
    votes: (agree: number, of: number) => `${agree}/${of}`,
    born: (year: number, place: string) => `Sinh năm ${year}${place === "" ? "" : `; ${place}`}`,
    attachedTo: (paper: string) => `(Kèm theo ${paper})`,
  },

  villages: {
    title: (team: string, span: string) => `Tổng hợp chấm điểm thi đua ${team} ${span}`,
    sheetName: "Chấm điểm",
    departure: {
      bring_in: "Đưa vào danh sách, có lý do tại Tờ trình",
      pass_over: "Không đưa vào, có lý do tại Tờ trình",
      choose_among_equals: "Chọn trong các đơn vị bằng nhau",
    } satisfies Record<DepartureKind, string>,
    rankOfAll: (rank: number) => `Hạng chung ${rank}`,
    notRanked: "Không xếp hạng",
    attachedToSubmission: (symbol: string, year: number) =>
      `(Kèm theo Tờ trình số        /${symbol} ngày        tháng        năm ${year})`,
    columns: (village: string) => ({
      number: "STT",
      village: capital(village),
      households: "Tổng số hộ",
      members: "Số thành viên Tổ",
      people: "Số người được hướng dẫn",
      coverage: "Tỷ lệ hộ (%)",
      monthsMet: "Số tháng đạt chỉ tiêu",
      reports: "Số báo cáo đúng hạn",
      goodWork: "Sáng kiến, mô hình",
      bonus: "Điểm thưởng",
      deduction: "Điểm trừ",
      score: "Tổng điểm",
      rank: "Xếp hạng",
      band: "Xếp loại",
      proposed: "Đề nghị",
      note: "Ghi chú",
    }),
    closing: (villages: number, village: string, ranked: number) =>
      `Bảng có ${two(villages)} ${village}, trong đó ${two(ranked)} ${village} được xếp hạng. Dấu – là chưa có số liệu, không phải số không. Cùng điểm thì cùng hạng.`,
  },

  minutes: {
    type: "Biên bản",
    subject: (council: string, span: string) => `Họp ${council} xét khen thưởng ${span}`,
    opened: (when: string, day: string) => `Thời gian bắt đầu: ${when}, ${day}.`,
    clock: (hour: number, minute: number) => `${two(hour)} giờ ${two(minute)}`,
    about: (name: string, opinion: string) => `về ${name}: ${opinion}`,
    outcomes: {
      chosen: "",
      chosen_by_chair: "Bằng phiếu, theo phía Chủ tọa",
      not_enough: "Không đủ phiếu",
      over_places: "Đủ phiếu, hết số lượng",
      lost_to_chair: "Bằng phiếu, không theo phía Chủ tọa",
      tied: "Bằng phiếu, chưa chọn",
    } satisfies Record<Outcome, string>,
    votedAgain: (round: number) => `Đã biểu quyết lại ở lượt ${round}; tính lượt đó`,
    openTime: "       giờ       ",
    place: (place: string) => `Địa điểm: ${place}.`,
    attendance: "THÀNH PHẦN THAM DỰ",
    counted: (counted: number, of: number, quorum: number) =>
      `Tham gia ý kiến: ${two(counted)}/${two(of)} thành viên; cần ít nhất ${two(quorum)} thành viên.`,
    reached: "Cuộc họp đủ điều kiện tiến hành.",
    notReached: "Cuộc họp chưa đủ thành viên để biểu quyết.",
    columns: {
      number: "STT",
      name: "Họ và tên",
      position: "Chức vụ",
      role: "Trong Hội đồng",
      attendance: "Tham dự",
    },
    roles: {
      chair: "Chủ tịch",
      vice_chair: "Phó Chủ tịch",
      secretary: "Thư ký",
      member: "Ủy viên",
    } satisfies Record<CouncilRole, string>,
    attendances: {
      present: "Có mặt",
      proxy: "Ủy quyền",
      written: "Ý kiến bằng văn bản",
      absent: "Vắng",
    } satisfies Record<Attendance, string>,
    proxyFor: (proxy: string) => `Ủy quyền cho ${proxy}`,
    guests: (names: string) => `Khách mời (phát biểu, không biểu quyết): ${names.replace(/\.$/, "")}.`,
    chair: (name: string) => `Chủ trì: ${name}.`,
    secretary: (name: string) => `Thư ký: ${name}.`,
    content: "NỘI DUNG",
    heard: (sheet: string, sha: string) =>
      `Hội đồng nghe báo cáo kết quả chấm điểm theo ${sheet}; mã kết quả đã chốt: ${sha}.`,
    round: (number: number, title: string) => `${number}. ${title}`,
    modes: {
      show: "Biểu quyết bằng hình thức giơ tay.",
      secret: "Biểu quyết kín trên thiết bị của từng thành viên.",
      paper: "Bỏ phiếu kín bằng phiếu giấy.",
      written: "Cho ý kiến bằng văn bản.",
    },
    cast: (voted: number, voters: number) => `Số người biểu quyết: ${two(voted)}/${two(voters)}.`,
    ballots: (issued: number, returned: number, invalid: number) =>
      `Phiếu phát ra: ${two(issued)}; thu về: ${two(returned)}; không hợp lệ: ${two(invalid)}.`,
    tellers: (names: string) => `Kiểm phiếu: ${names}.`,
    chairSide: (names: string, reason: string) =>
      `Bằng phiếu ở vị trí cuối, chọn theo phía Chủ tọa: ${names}. Lý do: ${reason}.`,
    threshold: (needed: number, of: number) =>
      `Được thông qua khi có từ ${two(needed)} phiếu đồng ý trở lên trên tổng số ${two(of)}.`,
    result: "KẾT QUẢ BIỂU QUYẾT",
    voteColumns: {
      number: "STT",
      name: "Tập thể, cá nhân, hộ gia đình",
      agree: "Đồng ý",
      against: "Không đồng ý",
      abstain: "Không ý kiến",
      outcome: "Kết quả",
      note: "Ghi chú",
    },
    passed: "Thông qua",
    failed: "Không thông qua",
    departures: "Trường hợp quyết định khác với thứ tự xếp hạng và lý do:",
    dissent: "Ý kiến khác được ghi lại và báo cáo người đứng đầu:",
    noDissent: "Không có ý kiến khác.",
    conclusion: (passed: string) => `Hội đồng thống nhất đề nghị tặng Giấy khen cho ${passed}.`,
    none: "Hội đồng không thông qua trường hợp nào.",
    closed: (when: string, day: string) => `Cuộc họp kết thúc vào ${when}, ${day}./.`,
    signers: { secretary: "Thư ký", chair: "Chủ tọa" },
    recipients: ["Lưu: VT, Hồ sơ"],
    symbol: "BB-HĐTĐKT",
  },

  ballot: {
    type: "Phiếu biểu quyết",
    subject: (span: string) => `Xét tặng Giấy khen của Chủ tịch Ủy ban nhân dân ${span}`,
    how: "Đánh dấu × vào một ô ở mỗi dòng. Dòng để trống hoặc đánh dấu nhiều ô là phiếu không hợp lệ ở dòng đó.",
    agree: "Đồng ý",
    against: "Không đồng ý",
    abstain: "Không ý kiến",
    secret: "Phiếu kín: không ghi tên, không ký.",
    shown: (name: string) => `Họ và tên thành viên: ${name}`,
    blank: "………………………………………",
    signer: "Người biểu quyết",
  },
  tally: {
    type: "Biên bản kiểm phiếu",
    subject: (span: string) => `Xét tặng Giấy khen ${span}`,
    opened: (day: string, place: string) => `Ban kiểm phiếu làm việc ${day}, tại ${place}.`,
    tellers: "Ban kiểm phiếu gồm:",
    teller: "………………………………………………………………………………",
    share: "Tỷ lệ đồng ý",
    passed: (counts: string) => `Đủ số phiếu đồng ý: ${counts}.`,
    closing: "Biên bản được đọc lại cho Hội đồng nghe và thống nhất./.",
    signers: { teller: "TM. Ban kiểm phiếu", chair: "Chủ tọa" },
  },

  achievement: {
    type: "Báo cáo thành tích",
    subject: (kind: NomineeKind, name: string) => `Đề nghị tặng Giấy khen cho ${countWords[kind]} ${name}`,
    summary: "SƠ LƯỢC",
    results: "THÀNH TÍCH ĐẠT ĐƯỢC",
    before: "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",
    name: (kind: NomineeKind, name: string) =>
      ({
        collective: `Tên tập thể: ${name}.`,
        individual: `Họ và tên: ${name}.`,
        household: `Hộ gia đình: ${name}.`,
      })[kind],
    born: (year: number, isWoman: boolean | null) =>
      `Năm sinh: ${year}${isWoman === null ? "" : `; giới tính: ${isWoman ? "nữ" : "nam"}`}.`,
    place: (kind: NomineeKind, place: string) =>
      `${kind === "individual" ? "Chức vụ, đơn vị" : "Địa chỉ"}: ${place}.`,
    figures: "Kết quả cụ thể (số liệu lấy từ các việc đã được xác nhận và các tháng đã khóa):",
    columns: { name: "Nội dung", done: "Thực hiện", asked: "Chỉ tiêu", before: "Năm trước" },
    figuresOf: {
      people: "Số người được hướng dẫn sử dụng thành thạo",
      coverage: "Tỷ lệ hộ được hướng dẫn",
      reports: "Số báo cáo đúng hạn",
      score: "Tổng điểm thi đua",
      rank: "Xếp hạng",
      visits: "Số lượt hướng dẫn",
      helped: "Số người được hướng dẫn",
      households: "Số hộ được hướng dẫn",
    },
    force: (members: number, women: number) =>
      `Số thành viên: ${format.number(members)} người, trong đó ${format.number(women)} nữ.`,
    awarded: (achievement: string, number: string, day: LocalDate) =>
      `Giấy khen theo Quyết định số ${number} ${dayWords(day)}: ${achievement}`,
    family: (number: string) => `Được công nhận Gia đình số (${number})`,
    noFigures: "Chưa có số liệu đã chốt cho nội dung này.",
    deeds: "Biện pháp, cách làm và ảnh hưởng:",
    write: "……………………………………………………………………………………………………",
    none: "Chưa có.",
    signers: {
      collective: ["Đại diện tập thể"],
      individual: ["Người báo cáo"],
      household: ["Đại diện hộ gia đình"],
    } satisfies Record<NomineeKind, readonly string[]>,
    confirm: "Xác nhận của cấp trên trực tiếp",
  },

  decision: {
    type: "Quyết định",
    subject: (team: string, span: string) =>
      `Về việc tặng Giấy khen cho các tập thể, cá nhân, hộ gia đình có thành tích trong hoạt động của ${team} ${span}`,
    minutesBasis: (council: string, day: string) => `Căn cứ Biên bản họp ${council} ${day}`,
    proposalBasis: (office: string, symbol: string, year: number) =>
      `Theo đề nghị của ${office} tại Tờ trình số        /${symbol} ngày        tháng        năm ${year}`,
    word: "QUYẾT ĐỊNH:",
    article: (number: number) => `Điều ${number}.`,
    award: (chairman: string, counts: string, team: string, span: string) =>
      `Tặng Giấy khen của ${chairman} cho ${counts} đã có thành tích trong hoạt động của ${team} ${span} (có danh sách kèm theo).`,
    money: (lines: string, total: number) =>
      `Tiền thưởng kèm theo Giấy khen: ${lines}. Tổng số tiền: ${format.number(total)} đồng, chi từ quỹ thi đua, khen thưởng theo quy định.`,
    moneyPart: (kind: NomineeKind, dong: number) => `${countWords[kind]} ${format.number(dong)} đồng`,
    noMoney: "Tiền thưởng thực hiện theo quy định hiện hành.",
    force: (office: string) =>
      `Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, ${office}, các đơn vị liên quan và các tập thể, cá nhân, hộ gia đình có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.`,
    recipients: (office: string) => ["Như Điều 3", office, "Lưu: VT"],
    attachedTo: (kind: CommuneKind, name: string, number: string | null, day: string) =>
      `(Kèm theo Quyết định số ${number ?? "       /QĐ-UBND"} ${day} của Chủ tịch Ủy ban nhân dân ${officialName(kind, name)})`,
  },

  notice: {
    type: "Thông báo",
    subject: (span: string) => `Công khai kết quả xét khen thưởng ${span}`,
    opening: (body: string, counts: string, team: string, span: string) =>
      `${body} công khai kết quả xét, đề nghị tặng Giấy khen cho ${counts} có thành tích trong hoạt động của ${team} ${span}:`,
    where: (village: string) =>
      `Niêm yết tại trụ sở Ủy ban nhân dân, nhà văn hóa và điểm sinh hoạt của các ${village} trong ít nhất 30 ngày liên tục; thông báo trên loa truyền thanh và trang thông tin điện tử.`,
    speak: (office: string) =>
      `Ý kiến, kiến nghị gửi về ${office} hoặc trưởng thôn, tổ trưởng tổ dân phố trong thời gian niêm yết.`,
    closing: "Trân trọng thông báo./.",
    recipients: ["Các thôn, tổ dân phố", "Trang thông tin điện tử", "Lưu: VT"],
  },
} as const;

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase("vi")}${text.slice(1)}`;
}
