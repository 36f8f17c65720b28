import { MODES, OUTCOMES } from "#app/domain/activity/scheme.ts";
import { activity } from "./vi/activity.ts";

/** As they are written in the narrow column: Biết, Hỗ trợ, Thành thạo. */
const LETTERS = { knows: "B", with_help: "H", proficient: "T" } as const;

/** Paper goes to the villages in Vietnamese, whatever language the officer's own screen speaks. */
export const logSheetPaper = {
  title: "Phiếu ghi việc",
  heading: "PHIẾU GHI VIỆC",
  period: "Tháng ......... năm ............   Tờ số ......",
  nameLabel: "Họ và tên:",
  teamLabel: "Tổ:",
  placeOf: (commune: string, village: string | null) => [village, commune].filter(Boolean).join(", "),
  columns: [
    "TT",
    "Ngày",
    "Việc (số)",
    "Cách (số)",
    "Số hộ / người",
    "Tên người được hướng dẫn, dịch vụ",
    "Kết quả (B, H, T)",
    "Số lượt",
    "Số phút",
    "Nơi làm, ghi chú",
  ],
  modes: `Cách làm: ${MODES.map((mode, index) => `${index + 1} ${activity.modes[mode]}`).join("; ")}.`,
  outcomes: `Kết quả: ${OUTCOMES.map((outcome) => `${LETTERS[outcome]} ${activity.outcomes[outcome]}`).join("; ")}. Không ghi số căn cước, không ghi đủ số điện thoại.`,
  signatures: ["Thành viên", "Tổ trưởng hoặc tổ phó", "Người nhận phiếu"],
  signHint: "(ký, ghi rõ họ tên)",
};
