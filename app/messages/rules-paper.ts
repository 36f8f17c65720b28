import { activity } from "./vi/activity.ts";
import { ruleWords } from "./vi/scheme.ts";

/** Words of the annex of the regulation. Papers of the state are in Vietnamese. */
export const rulesPaperWords = {
  rules: ruleWords,
  pillars: activity.pillars,
  modes: activity.modes,
  title: "Phụ lục",
  subtitle: (team: string) => `Quy tắc tính điểm hoạt động của ${team}`,
  attachedTo: (number: string) => `(Kèm theo Quy chế số ${number})`,
  proposal: "(Đề xuất, chạy thử: chưa có quy chế ban hành, điểm không tính vào năm nào)",
  version: (version: number, from: string, sha256: string) =>
    `Bản ${version}, áp dụng từ ${from}. Mã kiểm tra (SHA-256): ${sha256}.`,
  headings: {
    number: "TT",
    kind: "Loại việc, hình thức",
    points: "Điểm",
    cap: "Mức trần, tính lại",
    evidence: "Minh chứng",
  },
  retired: (day: string) => `Ngừng áp dụng từ ${day}.`,
  file: "Phụ lục quy tắc tính điểm",
};
