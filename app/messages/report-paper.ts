import type { PriorityGroup } from "#app/domain/activity/claim.ts";
import type { Mode, Outcome } from "#app/domain/activity/scheme.ts";
import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import type { AffiliationKind } from "#app/domain/people/team.ts";
import type { Pillar } from "#app/domain/plan/activity-proposal.ts";
import type { ReportPeriodFacts, ReportStanding } from "#app/domain/reports/report.ts";
import { makeFormat } from "./format.ts";
import { activity } from "./vi/activity.ts";

const format = makeFormat("vi");
const { pillars, modes, outcomes, groups } = activity;

/** Who is meant by "đóng góp của" in a report (A18). */
const contributors: Readonly<Partial<Record<AffiliationKind, string>>> = {
  youth_union: "Đoàn Thanh niên",
  womens_union: "Hội Liên hiệp Phụ nữ",
  farmers_union: "Hội Nông dân",
  veterans_union: "Hội Cựu chiến binh",
  front: "Mặt trận Tổ quốc",
  police: "Công an",
  teacher: "nhà giáo",
  student: "học sinh, sinh viên",
  enterprise: "doanh nghiệp",
};

/** Words of the reports that leave the house. Papers of the state are in Vietnamese. */
export const reportPaper = {
  type: "Báo cáo",
  typeSymbol: "BC",
  pillars: { ...pillars, none: "Phần vượt mức trần ngày, tháng" } satisfies Record<Pillar | "none", string>,
  modes: modes satisfies Record<Mode, string>,
  outcomes: outcomes satisfies Record<Outcome, string>,
  groups: groups satisfies Record<PriorityGroup, string>,
  contributors,

  subject: (team: string, period: string) => `Kết quả hoạt động của ${team} ${period}`,
  period: ({ kind, year, ordinal, firstDay, lastDay }: ReportPeriodFacts): string => {
    switch (kind) {
      case "month":
        return `tháng ${ordinal} năm ${year}`;
      case "quarter":
        return `quý ${["I", "II", "III", "IV"][(ordinal ?? 1) - 1]} năm ${year}`;
      case "half":
        return ordinal === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
      case "year":
        return `năm ${year}`;
      case "range":
        return `từ ngày ${format.date(firstDay)} đến ngày ${format.date(lastDay)}`;
    }
  },
  days: (first: LocalDate, last: LocalDate) => `từ ngày ${format.date(first)} đến ngày ${format.date(last)}`,
  recipients: ["Như trên", "Lưu"],
  leaderTitle: "Tổ trưởng",
  headTitle: "Thủ trưởng đơn vị",
  officeHead: (office: string) => (/^phòng\b/i.test(office) ? "Trưởng phòng" : "Thủ trưởng đơn vị"),
  commune: { commune: "toàn xã", ward: "toàn phường", special_zone: "toàn đặc khu" },

  opening: (sender: string, subject: string, days: string) => `${sender} ${subject} (${days}) như sau:`,
  reports: "báo cáo kết quả hoạt động",
  closing: (sender: string) => `Trên đây là báo cáo của ${sender}./.`,
  trial: "Kỳ này chạy thử: điểm hoạt động chỉ để tham khảo, không tính vào năm.",
  draft: "Bản nháp: số liệu có thể còn thay đổi cho tới khi chốt kỳ.",

  organisation: {
    title: "TÌNH HÌNH TỔ CHỨC",
    teams: (teams: number, place: string, term: string) =>
      `${place[0]?.toLocaleUpperCase("vi")}${place.slice(1)} có ${format.number(teams)} ${term}.`,
    roster: (members: number, women: number, date: LocalDate) =>
      `Số thành viên đến ngày ${format.date(date)}: ${format.number(members)} người, trong đó ${format.number(women)} nữ.`,
    guests: (guests: number) => `Tình nguyện viên tham gia theo đợt: ${format.number(guests)} người.`,
    active: (active: number) =>
      `Thành viên có việc được xác nhận trong ba tháng gần nhất: ${format.number(active)} người.`,
  },
  results: {
    title: "KẾT QUẢ THỰC HIỆN",
    overall: "Kết quả chung",
    counted: (visits: number, people: number, proficient: number, households: number) =>
      `Đã hướng dẫn ${format.number(visits)} lượt; ${format.number(people)} người xác định được, trong đó ${format.number(proficient)} người sử dụng thành thạo; ${format.number(households)} hộ có người làm được.`,
    nothing: "Trong kỳ chưa có việc nào được xác nhận.",
    before: (visits: string, proficient: string) =>
      `So với kỳ trước: lượt hướng dẫn ${visits}, người thành thạo ${proficient}.`,
    change: (now: number, before: number) => {
      const difference = now - before;
      if (difference === 0) return "giữ nguyên";
      return `${difference > 0 ? "tăng" : "giảm"} ${format.number(Math.abs(difference))}`;
    },
    notAdded:
      "Lượt và người là hai số riêng: một người được hướng dẫn nhiều lần tính nhiều lượt, chỉ tính một người.",
    pillars: "Kết quả theo lĩnh vực",
    quota: "Chỉ tiêu được giao",
    people: (people: number, asked: number) =>
      `Người sử dụng thành thạo: ${format.number(people)}/${format.number(asked)} người (đạt ${format.percent(Math.floor((people * 10_000) / asked))}).`,
    peopleOnly: (people: number) => `Người sử dụng thành thạo: ${format.number(people)} người.`,
    coverage: (village: string | null, reached: number, of: number) =>
      `Hộ được hướng dẫn từ đầu năm${village === null ? "" : ` ở ${village}`}: ${format.number(reached)}/${format.number(of)} hộ (${format.percent(Math.floor((reached * 10_000) / of))}).`,
    noCoverage: "Tỷ lệ hộ được hướng dẫn: chưa có số liệu (chưa có danh sách hộ).",
    campaign: "Số liệu đợt cao điểm dịch vụ công trực tuyến, chữ ký số",
    campaignLines: {
      turns: "Lượt thành viên tham gia",
      visits: "Lượt người dân được hướng dẫn",
      dossiers: "Hồ sơ trực tuyến phát sinh",
      signaturesMade: "Chứng thư chữ ký số đã tạo",
      signaturesUsed: "Lượt ký số khi nộp hồ sơ",
    },
    figure: (name: string, value: number) => `${name}: ${format.number(value)}`,
    project06: "Nhiệm vụ thuộc Đề án 06",
    project06Line: (claims: number, visits: number) =>
      `${format.number(claims)} việc, ${format.number(visits)} lượt (đã tính trong các số trên).`,
    groups: "Nhóm ưu tiên",
    groupLine: (name: string, visits: number, people: number) =>
      `${name}: ${format.number(visits)} lượt, ${format.number(people)} người`,
    noGroups: "Chưa ghi nhận lượt hướng dẫn nào thuộc nhóm ưu tiên.",
    modes: "Hình thức thực hiện",
    modeLine: (name: string, claims: number, visits: number) =>
      `${name}: ${format.number(claims)} việc, ${format.number(visits)} lượt`,
    contributions: "Đóng góp của các lực lượng",
    contributionLine: (name: string, members: number, turns: number) =>
      `${name[0]?.toLocaleUpperCase("vi")}${name.slice(1)}: ${format.number(members)} thành viên, ${format.number(turns)} lượt tham gia`,
    contributionNote: "Một người thuộc nhiều tổ chức được tính ở mỗi tổ chức; không cộng các dòng với nhau.",
    support: "Huy động nguồn lực, xã hội hóa",
    supportKinds: {
      money: "Tiền tài trợ",
      equipment: "Hiện vật, thiết bị",
      place: "Mặt bằng, địa điểm",
    },
    supportLine: (name: string, count: number, dong: number) =>
      `${name}: ${format.number(dong)} đồng (${format.number(count)} lần)`,
    supportPartners: (count: number) => `Doanh nghiệp, đối tác đang đồng hành: ${format.number(count)}`,
    supportLent: (pieces: number) => `Thiết bị đang cho tổ mượn: ${format.number(pieces)}`,
    supportApproved: (dong: number) => `Dự toán hoạt động đã duyệt: ${format.number(dong)} đồng`,
    quality: "Hậu kiểm theo mẫu bốc thăm",
    qualityLine: (looked: number, agreed: number, rate: string | null) =>
      `Đã hậu kiểm ${format.number(looked)} việc, ${format.number(agreed)} việc đúng${rate === null ? "; mẫu còn ít, chưa tính tỷ lệ" : ` (${rate})`}.`,
  },
  sections: {
    difficulties: "KHÓ KHĂN, VƯỚNG MẮC",
    proposals: "ĐỀ XUẤT, KIẾN NGHỊ",
    plan: "NHIỆM VỤ TRỌNG TÂM KỲ TIẾP THEO",
    remarks: "NỘI DUNG KHÁC",
  },
  none: "Không có.",
  notWritten: "(Chưa viết.)",
  raised: "Phản ánh trong kỳ, chưa giải quyết:",
  answered: "Đã giải quyết trong kỳ:",
  carried: "Tồn từ kỳ trước:",
  saidBefore: "Kỳ trước đã nêu:",
  difficultyLine: (place: string, content: string, date: LocalDate) =>
    `${place}: ${content} (phản ánh ngày ${format.date(date)})`,
  answerLine: (line: string, answer: string) => `${line}. Trả lời: ${answer}`,

  units: "Nội dung các đơn vị báo cáo",
  annexes: {
    attached: (date: LocalDate | null) => {
      if (date === null) return "(Kèm theo Báo cáo số        ngày        tháng        năm        )";
      const { year, month } = partsOf(date);
      return `(Kèm theo Báo cáo số        ngày        tháng ${month < 3 ? `0${month}` : month} năm ${year})`;
    },
    villages: (term: string) => `Kết quả theo ${term}`,
    kinds: "Kết quả theo nội dung công việc",
    reports: "Tình hình gửi báo cáo",
    roster: "Lực lượng",
    guided: "Hướng dẫn",
    quota: "Người thành thạo",
    coverage: "Hộ được hướng dẫn",
    headings: {
      number: "TT",
      village: (term: string) => term[0]?.toLocaleUpperCase("vi") + term.slice(1),
      members: "Thành viên",
      active: "Có hoạt động",
      claims: "Số việc",
      visits: "Lượt",
      people: "Người",
      reached: "Đạt",
      asked: "Chỉ tiêu",
      rate: "Tỷ lệ",
      of: "Tổng số hộ",
      points: "Điểm hoạt động",
      kind: "Nội dung",
      units: "Đơn vị tính được",
      households: "Hộ",
      sender: "Đơn vị",
      standing: "Tình trạng",
      sentAt: "Thời điểm gửi",
    },
    total: (place: string) => `Cộng ${place}`,
    totalNote:
      "Người và hộ của toàn đơn vị không phải là tổng các dòng: một người được nhiều nơi hướng dẫn chỉ tính một lần. Dấu – là chưa có số liệu.",
    teams: "Các tổ",
    others: "Các đơn vị khác",
  },
  standing: ({ state, isLate, isMissing }: ReportStanding): string => {
    if (isMissing) return "Chưa gửi";
    if (state === "draft" || state === "returned") return state === "draft" ? "Chưa gửi" : "Đang sửa";
    return isLate ? "Đã gửi, muộn" : "Đã gửi, đúng hạn";
  },
  moment: (at: number) => format.moment(at),

  checkLine: (report: string | null, seal: string | null, readAt: number) =>
    [
      report === null ? "Bản nháp" : `Mã báo cáo ${report.slice(0, 16)}`,
      ...(seal === null ? [] : [`mã chốt kỳ ${seal.slice(0, 16)}`]),
      `số liệu lúc ${format.moment(readAt)}`,
    ].join(" · "),
  checkHint: "Quét mã để đối chiếu số liệu kỳ này trên hệ thống.",

  files: {
    report: (period: string) => `Báo cáo ${period}`,
    fragment: (period: string) => `Phần ghép báo cáo ${period}`,
    share: (period: string) => `Tin nhắn báo cáo ${period}`,
  },
  share: {
    title: (name: string, period: string) => `${name}, ${period}`,
    line: (visits: number, proficient: number, households: number) =>
      `${format.number(visits)} lượt hướng dẫn, ${format.number(proficient)} người thành thạo, ${format.number(households)} hộ.`,
    quota: (people: number, asked: number) =>
      `Chỉ tiêu người thành thạo: ${format.number(people)}/${format.number(asked)}.`,
  },
};
