import type { PACKAGE_FILES } from "#app/domain/open-package/open-package.ts";
import type { BandCondition, Criterion, TieRung } from "#app/domain/year/criteria-sheet.ts";
import type { CriterionState } from "#app/domain/year/working.ts";
import type { Language } from "./language.ts";

interface Words {
  lead(commune: string, province: string, villages: number, months: number): string;
  readonly runTitle: string;
  run(verifier: string): readonly string[];
  readonly filesTitle: string;
  readonly files: Record<(typeof PACKAGE_FILES)[keyof typeof PACKAGE_FILES], string>;
  sheetTitle(title: string, document: string | null): string;
  readonly natures: Record<Criterion["nature"], (maximum: string) => string>;
  readonly told: { readonly document: string; readonly vote: string };
  readonly formulas: {
    people(
      every: "month" | "quarter",
      perTeam: number | null,
      ofAdults: string,
      trustFrom: string | null,
    ): string;
    share(asked: string, absentAtMost: string | null): string;
    threshold(asked: string, isStrict: boolean): string;
    readonly change: string;
    between(from: string, to: string, leastLooks: number): string;
    punctual(lateDays: number, lateShare: string): string;
    each(items: readonly string[]): string;
  };
  /** Of the formula "each"; a key that is not here stands as it is. */
  readonly items: Readonly<Record<string, string>>;
  readonly stepsTitle: string;
  steps(total: string): readonly string[];
  band(title: string, from: string, conditions: readonly string[]): string;
  readonly conditions: {
    readonly [Kind in Exclude<BandCondition["kind"], "quota_met_months">]: string;
  } & { quota_met_months(months: number): string };
  ranks(rungs: readonly string[]): readonly string[];
  readonly rungs: Record<TieRung, string>;
  exampleTitle(village: string): string;
  readonly exampleHeadings: readonly string[];
  readonly states: Record<CriterionState, string>;
  exampleEnd(exact: string, score: string): string;
}

const vi: Words = {
  lead: (commune, province, villages, months) =>
    `Kết quả chấm điểm thi đua ${villages} thôn, khu phố của ${commune}, ${province}, tính từ ${months} tháng đã niêm phong. Gói này không có tên, số điện thoại hay địa chỉ của ai: người và việc chỉ là mã, mỗi gói một bộ mã khác.`,
  runTitle: "Tự tính lại",
  run: (verifier) => [
    `1. Giải nén gói ra một thư mục.`,
    `2. Mở cửa sổ lệnh ở thư mục đó, gõ \`python3 ${verifier}\` (Windows: \`py ${verifier}\`). Chỉ cần Python 3.8 trở lên, không cài thêm gì, không cần mạng.`,
    "3. Dòng cuối là `EQUAL / KHỚP` khi mọi điểm, hạng tính lại đều đúng như đã ghi; là `NOT EQUAL / KHÔNG KHỚP` khi có chỗ khác, và chỗ khác được nêu tên.",
    `4. So dòng \`SHA-256\` với mã in trên quyết định hoặc trên trang công bố: \`python3 ${verifier} --sha256 MÃ\`.`,
  ],
  filesTitle: "Trong gói có gì",
  files: {
    "goi.json": "danh sách tệp và mã SHA-256 của từng tệp",
    "ket-qua.json": "kết quả đúng nguyên văn lúc khóa: số liệu, bảng điểm, điểm, hạng, cách tính từng bước",
    "tung-muc.csv": "từng mục của ket-qua.json, mỗi mục một dòng, mở được bằng Excel",
    "so-cai.csv": "từng dòng sổ điểm hoạt động của các tháng ấy (điểm tính bằng phần trăm điểm)",
    "niem-phong.csv": "niêm phong từng tháng: số dòng, tổng điểm, mã của tháng và của tháng trước",
    "kiem-tra.py": "chương trình tính lại, viết bằng Python, đọc được bằng mắt",
    "DOC-TRUOC.md": "trang này",
    "README.md": "trang này bằng tiếng Anh",
  },
  sheetTitle: (title, document) => `Chấm theo: ${title}${document === null ? "" : ` (${document})`}`,
  natures: {
    part: (maximum) => `tối đa ${maximum} điểm`,
    bonus: (maximum) => `thưởng, tối đa ${maximum} điểm`,
    deduction: (maximum) => `trừ, tối đa ${maximum} điểm`,
  },
  told: {
    document: "Văn phòng ghi điểm kèm số văn bản.",
    vote: "Thành viên hội đồng cho điểm, lấy trung bình.",
  },
  formulas: {
    people: (every, perTeam, ofAdults, trustFrom) =>
      [
        `Mỗi ${every === "month" ? "tháng" : "quý"}: số người thành thạo chia cho số phải đạt, nhiều nhất là 1; rồi lấy trung bình các ${every === "month" ? "tháng" : "quý"} được tính.`,
        perTeam === null
          ? `Số phải đạt là số đã giao cho tổ; chưa giao thì là ${ofAdults} số người lớn.`
          : `Số phải đạt là số nhỏ hơn trong hai số: ${perTeam} người mỗi tổ, và ${ofAdults} số người lớn.`,
        trustFrom === null
          ? ""
          : `Tỷ lệ khớp khi kiểm tra lại dưới ${trustFrom} thì số người nhân với tỷ lệ ấy.`,
      ]
        .filter((text) => text !== "")
        .join(" "),
    share: (asked, absentAtMost) =>
      `Tỷ lệ đạt được chia cho ${asked}, nhiều nhất là 1.${absentAtMost === null ? "" : ` Hộ vắng lâu ngày được bớt ra, nhiều nhất ${absentAtMost} số hộ.`}`,
    threshold: (asked, isStrict) =>
      isStrict
        ? `Trên ${asked} thì được trọn điểm, chưa thì 0.`
        : `Từ ${asked} trở lên thì được trọn điểm, chưa thì 0.`,
    change:
      "Mỗi tỷ lệ: trung bình của hai số, cuối kỳ chia cho chỉ tiêu, và phần đã tăng chia cho phần còn thiếu lúc đầu kỳ; rồi lấy trung bình các tỷ lệ.",
    between: (from, to, leastLooks) =>
      `Từ ${from} trở xuống được 0, từ ${to} trở lên được trọn điểm, ở giữa chia đều. Cần ít nhất ${leastLooks} lần kiểm tra.`,
    punctual: (lateDays, lateShare) =>
      `Chia đều cho các báo cáo: đúng hạn được trọn phần, chậm đến ${lateDays} ngày được ${lateShare} phần ấy, chậm hơn hoặc không gửi được 0.`,
    each: (items) => `Cộng theo số lượng, đến mức tối đa (${items.join("; ")}).`,
  },
  items: {
    recognised: "được công nhận",
    replicated: "được nhân rộng",
    story: "tin bài đã đăng",
    goal: "mục tiêu chiến dịch đạt",
  },
  stepsTitle: "Tính thế nào",
  steps: (total) => [
    "1. Mọi phép tính dùng phân số đúng, không làm tròn giữa chừng. Trong tệp, điểm ghi bằng phần trăm điểm: 8950 là 89,5 điểm; 6250/3 là 20,8333... điểm.",
    `2. Tiêu chí mà cả xã không làm ở thôn nào thì bỏ ra, điểm tối đa của các tiêu chí còn lại nhân lên theo tỷ lệ cho đủ ${total}.`,
    "3. Tiêu chí mà riêng một thôn không có số liệu thì thôn ấy được 0 ở đó và ghi “chưa có số liệu”; không có số liệu khác với số 0.",
    "4. Điểm của thôn là tổng điểm các tiêu chí, cộng thưởng, bớt trừ, không dưới 0. Chỉ làm tròn một lần ở bước cuối, đến 0,01, nửa thì lên.",
    "5. Xếp loại theo điểm chưa làm tròn; loại nào có điều kiện mà thôn không đạt thì xuống loại liền dưới đạt điều kiện:",
  ],
  band: (title, from, conditions) =>
    `${title}: từ ${from} điểm${conditions.length === 0 ? "" : `; ${conditions.join("; ")}`}`,
  conditions: {
    no_gap: "không có tiêu chí nào chưa có số liệu",
    no_report_missing: "không thiếu báo cáo nào",
    quota_met_months: (months) => `đạt đủ chỉ tiêu người ít nhất ${months} kỳ`,
  },
  ranks: (rungs) => [
    `6. Hạng theo điểm chưa làm tròn trong cùng cụm. Bằng điểm thì xét lần lượt: ${rungs.length === 0 ? "không xét gì thêm" : rungs.join(", ")}. Vẫn bằng thì đồng hạng: 1, 2, 2, 4.`,
    "7. Thôn bị loại khỏi xếp hạng theo văn bản vẫn có điểm, không có hạng.",
  ],
  rungs: {
    household_coverage: "tỷ lệ phủ hộ",
    months_met: "số kỳ đạt đủ chỉ tiêu người",
    agreement: "tỷ lệ khớp khi kiểm tra lại",
  },
  exampleTitle: (village) => `Thí dụ: ${village}`,
  exampleHeadings: ["Tiêu chí", "Phần đạt", "Điểm tối đa", "Điểm"],
  states: { scored: "", no_data: "chưa có số liệu", not_run: "cả xã không làm" },
  exampleEnd: (exact, score) =>
    `Cộng các điểm chưa làm tròn được ${exact} phần trăm điểm, làm tròn là **${score} điểm**.`,
};

const en: Words = {
  lead: (commune, province, villages, months) =>
    `Scores of ${villages} villages of ${commune}, ${province}, from ${months} sealed months. Nobody's name, phone or address is in this package: people and pieces of work are codes, and each package has codes of its own.`,
  runTitle: "Compute it yourself",
  run: (verifier) => [
    "1. Unpack the package into a folder.",
    `2. Open a terminal there and type \`python3 ${verifier}\` (on Windows \`py ${verifier}\`). Python 3.8 or newer is all it needs; nothing is installed and no network is used.`,
    "3. The last line is `EQUAL / KHỚP` when every score and rank comes out as written, or `NOT EQUAL / KHÔNG KHỚP` when anything differs; what differs is named.",
    `4. Compare the \`SHA-256\` line with the code printed on the decision or the public page: \`python3 ${verifier} --sha256 CODE\`.`,
  ],
  filesTitle: "What is in it",
  files: {
    "goi.json": "the files and the SHA-256 of each",
    "ket-qua.json":
      "the result word for word as it was locked: facts, sheet, scores, ranks and each step of the arithmetic",
    "tung-muc.csv": "every entry of ket-qua.json on a line of its own, for a spreadsheet",
    "so-cai.csv": "every ledger line of these months (points are hundredths of an activity point)",
    "niem-phong.csv": "the seal of each month: lines, points, its hash and the hash of the month before",
    "kiem-tra.py": "the program that computes it again, in Python, made to be read",
    "DOC-TRUOC.md": "this page in Vietnamese",
    "README.md": "this page",
  },
  sheetTitle: (title, document) => `Scored by: ${title}${document === null ? "" : ` (${document})`}`,
  natures: {
    part: (maximum) => `at most ${maximum} points`,
    bonus: (maximum) => `added, at most ${maximum} points`,
    deduction: (maximum) => `taken off, at most ${maximum} points`,
  },
  told: {
    document: "The office writes the points beside the number of a document.",
    vote: "Members of the council give points; the mean counts.",
  },
  formulas: {
    people: (every, perTeam, ofAdults, trustFrom) =>
      [
        `Each ${every}: people who can do it alone, divided by how many were asked for, at most 1; then the mean of the counted ${every}s.`,
        perTeam === null
          ? `Asked for is what the teams were assigned, else ${ofAdults} of the adults.`
          : `Asked for is the smaller of ${perTeam} people per team and ${ofAdults} of the adults.`,
        trustFrom === null
          ? ""
          : `Where second looks agree in less than ${trustFrom}, people are multiplied by that rate.`,
      ]
        .filter((text) => text !== "")
        .join(" "),
    share: (asked, absentAtMost) =>
      `The share reached divided by ${asked}, at most 1.${absentAtMost === null ? "" : ` Households long absent are left out, at most ${absentAtMost} of all.`}`,
    threshold: (asked, isStrict) =>
      isStrict ? `All points above ${asked}, none up to it.` : `All points from ${asked} on, none before.`,
    change:
      "Per rate the mean of two numbers: where it ended divided by the target, and what was gained divided by what was missing at the start; then the mean of the rates.",
    between: (from, to, leastLooks) =>
      `Nothing up to ${from}, all from ${to} on, in proportion between. At least ${leastLooks} second looks are needed.`,
    punctual: (lateDays, lateShare) =>
      `Spread over the reports: a whole part on time, ${lateShare} of it up to ${lateDays} days late, nothing later or never.`,
    each: (items) => `Added up by how many there are, up to the maximum (${items.join("; ")}).`,
  },
  items: {
    recognised: "recognised",
    replicated: "replicated elsewhere",
    story: "story published",
    goal: "campaign goal reached",
  },
  stepsTitle: "How it is computed",
  steps: (total) => [
    "1. Everything is computed in exact fractions; nothing is rounded on the way. In the files points are hundredths: 8950 is 89.5 points; 6250/3 is 20.8333... points.",
    `2. A criterion that was run in no village at all is left out, and the maxima of the others grow in proportion until they make ${total} again.`,
    "3. Where one village alone has no figure it gets nothing for that criterion, and the entry says “no data”; no data is not the same as zero.",
    "4. A village's score is the sum of its criteria, with what is added and taken off, never below 0. It is rounded once, at the end, to 0.01, a half upwards.",
    "5. Bands follow the score before rounding; who fails a condition of a band falls to the next lower one whose conditions hold:",
  ],
  band: (title, from, conditions) =>
    `${title}: from ${from} points${conditions.length === 0 ? "" : `; ${conditions.join("; ")}`}`,
  conditions: {
    no_gap: "no criterion without data",
    no_report_missing: "no report missing",
    quota_met_months: (months) => `the number of people asked for was met in at least ${months} spans`,
  },
  ranks: (rungs) => [
    `6. Ranks follow the score before rounding, within a cluster. Equal scores are parted by: ${rungs.length === 0 ? "nothing" : rungs.join(", ")}. Who is still equal shares a rank: 1, 2, 2, 4.`,
    "7. A village kept out of the ranking by a document has a score and no rank.",
  ],
  rungs: {
    household_coverage: "share of households reached",
    months_met: "spans in which the people asked for were met",
    agreement: "agreement of second looks",
  },
  exampleTitle: (village) => `By hand: ${village}`,
  exampleHeadings: ["Criterion", "Part reached", "Maximum", "Points"],
  states: { scored: "", no_data: "no data", not_run: "run nowhere" },
  exampleEnd: (exact, score) =>
    `The points before rounding add up to ${exact} hundredths, which is **${score} points** when rounded.`,
};

export const readmeWords: Record<Language, Words> = { vi, en };
