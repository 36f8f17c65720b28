import type { TieRung } from "#app/domain/year/criteria-sheet.ts";
import type { Language } from "./language.ts";
import { capitalised, type Terms } from "./terms.ts";

/** Words of the published year; like the public board's they travel inside the page. */
export interface PublicYearWords {
  readonly listTitle: string;
  readonly published: (document: string, day: string) => string;
  readonly summary: (villages: string, terms: Terms) => string;
  readonly ranks: (terms: Terms) => string;
  readonly ranksLead: string;
  readonly cluster: (title: string) => string;
  readonly rankOfAll: (rank: number) => string;
  readonly points: (points: string) => string;
  readonly of: (points: string, maximum: string) => string;
  readonly detail: string;
  readonly noData: string;
  readonly notRun: string;
  readonly heldBack: string;
  readonly out: string;
  readonly outLine: (village: string, reason: string, document: string) => string;
  readonly ties: (rungs: readonly string[]) => string;
  readonly rungs: Readonly<Record<TieRung, string>>;
  readonly sheet: (title: string, document: string | null) => string;
  readonly months: (from: string, to: string) => string;
  readonly check: string;
  readonly checkLead: string;
  readonly mark: string;
  readonly package: string;
  readonly papers: string;
  readonly papersLead: string;
}

const vi: PublicYearWords = {
  listTitle: "Kết quả thi đua đã công bố",
  published: (document, day) => `Công bố theo ${document} ngày ${day}.`,
  summary: (villages, { village }) => `Điểm và hạng của ${villages} ${village}.`,
  ranks: ({ village }) => `Xếp hạng ${village}`,
  ranksLead: "Điểm thi đua tối đa 100, thêm điểm thưởng nếu có. Bằng điểm thì cùng hạng.",
  cluster: (title) => `Cụm: ${title}`,
  rankOfAll: (rank) => `hạng chung toàn xã ${rank}`,
  points: (points) => `${points} điểm`,
  of: (points, maximum) => `${points} / ${maximum}`,
  detail: "Điểm từng tiêu chí",
  noData: "chưa có số liệu",
  notRun: "cả xã không làm",
  heldBack: "Chưa đủ điều kiện của loại trên",
  out: "Không xếp hạng",
  outLine: (village, reason, document) => `${village}: ${reason} (${document})`,
  ties: (rungs) => `Bằng điểm thì xét lần lượt: ${rungs.join(", ")}.`,
  rungs: {
    household_coverage: "tỷ lệ phủ hộ",
    months_met: "số kỳ đạt chỉ tiêu người",
    agreement: "tỷ lệ khớp khi kiểm tra lại",
  },
  sheet: (title, document) => `Chấm theo ${title}${document === null ? "" : `, ${document}`}.`,
  months: (from, to) => `Tính từ các tháng đã khóa sổ, từ ${from} đến ${to}.`,
  check: "Tự kiểm tra",
  checkLead:
    "Gói mở có số liệu, bảng điểm, sổ điểm đã bỏ tên người và chương trình tính lại. Ai cũng tính lại được mà không cần hệ thống này.",
  mark: "Mã kiểm tra SHA-256 của kết quả:",
  package: "Tải gói mở",
  papers: "Giấy chứng nhận trong kỳ",
  papersLead: "Bấm vào từng giấy để kiểm tra. Người chưa đồng ý nêu tên không có ở đây.",
};

const en: PublicYearWords = {
  listTitle: "Published results",
  published: (document, day) => `Published by ${document} of ${day}.`,
  summary: (villages, { village }) => `Scores and ranks of ${villages} ${village}s.`,
  ranks: ({ village }) => `${capitalised(village)} ranking`,
  ranksLead: "At most 100 points, and bonus points where there are any. Equal scores share a rank.",
  cluster: (title) => `Cluster: ${title}`,
  rankOfAll: (rank) => `place ${rank} of the commune`,
  points: (points) => `${points} points`,
  of: (points, maximum) => `${points} / ${maximum}`,
  detail: "Points by criterion",
  noData: "no data",
  notRun: "run nowhere",
  heldBack: "A condition of the next band is not met",
  out: "Not ranked",
  outLine: (village, reason, document) => `${village}: ${reason} (${document})`,
  ties: (rungs) => `Equal scores are parted by: ${rungs.join(", ")}.`,
  rungs: {
    household_coverage: "share of households reached",
    months_met: "spans in which the target was met",
    agreement: "agreement of second looks",
  },
  sheet: (title, document) => `Scored by ${title}${document === null ? "" : `, ${document}`}.`,
  months: (from, to) => `From sealed months, ${from} to ${to}.`,
  check: "Check it yourself",
  checkLead:
    "The open package holds the facts, the sheet, the ledger without names and a verifier. Anybody can compute the result again without this system.",
  mark: "Check code SHA-256 of the result:",
  package: "Download the open package",
  papers: "Certificates of these months",
  papersLead: "Each can be checked by its link. People who did not agree to be named are not here.",
};

export const publicYearWords: Record<Language, PublicYearWords> = { vi, en };
