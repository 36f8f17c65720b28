import { type CsvCell, writeCsv } from "#app/domain/open-data/csv.ts";
import {
  FEWEST_PEOPLE,
  OPEN_DATA_FORMAT,
  type OpenData,
  type OpenFigures,
  type OpenMonth,
} from "#app/domain/open-data/open-data.ts";

// Files of open data speak Vietnamese whoever fetches them, like every paper of a commune.

const OPEN_DATA_FILES = ["to.csv", "ket-qua.csv", "du-lieu.json"] as const;
export type OpenDataFile = (typeof OPEN_DATA_FILES)[number];

export function isOpenDataFile(text: string): text is OpenDataFile {
  return (OPEN_DATA_FILES as readonly string[]).includes(text);
}

/** Programs of offices take a table for UTF-8 only with this mark before it. */
const BYTE_ORDER_MARK = "\uFEFF";

const TEAM_KINDS = {
  village: "thôn",
  school: "trường học",
  commune: "xã",
  response: "phản ứng nhanh",
} as const;

export function licenceOf(commune: string): string {
  return `Dữ liệu do ${commune} công bố theo giấy phép CC BY 4.0: được dùng lại tự do, ghi nguồn “${commune}, Thi đua số”, không làm sai lệch số liệu.`;
}

const NOTES = [
  "Chỉ có kỳ đã niêm phong. Điểm hoạt động của thành viên không phải điểm thi đua của thôn.",
  "Lượt là số lần hướng dẫn; người là số người trong danh sách của thôn, mỗi người đếm một lần trong kỳ.",
  "Người tính ở thôn nơi họ ở; với tổ là người được thành viên của tổ hướng dẫn.",
  `Nhóm ưu tiên có dưới ${FEWEST_PEOPLE} người thì không công bố. Không có tên, số điện thoại hay hộ gia đình nào.`,
] as const;

export interface OpenDataPaper {
  readonly type: string;
  readonly body: string;
}

/** One file. Without the moment it was made, so that the same figures always give the same text. */
export function writeOpenData(data: OpenData, file: OpenDataFile, generatedAt: string | null): OpenDataPaper {
  switch (file) {
    case "to.csv":
      return csv(teamRows(data, generatedAt));
    case "ket-qua.csv":
      return csv(resultRows(data, generatedAt));
    case "du-lieu.json":
      return {
        type: "application/json; charset=utf-8",
        body: `${JSON.stringify(jsonOf(data, generatedAt), null, 2)}\n`,
      };
  }
}

function csv(rows: readonly (readonly CsvCell[])[]): OpenDataPaper {
  return { type: "text/csv; charset=utf-8", body: BYTE_ORDER_MARK + writeCsv(rows) };
}

function teamRows(
  { commune, province, code, teamsOn, teams }: OpenData,
  generatedAt: string | null,
): CsvCell[][] {
  return [
    [
      "Tỉnh",
      "Mã xã",
      "Xã",
      "Tổ",
      "Loại tổ",
      "Thôn",
      "Số thành viên",
      "Tính đến ngày",
      "Lập lúc",
      "Giấy phép",
    ],
    ...teams.map(({ name, kind, village, members }) => [
      province,
      code,
      commune,
      name,
      TEAM_KINDS[kind],
      village,
      members,
      teamsOn,
      generatedAt,
      licenceOf(commune),
    ]),
  ];
}

function resultRows({ commune, province, code, months }: OpenData, generatedAt: string | null): CsvCell[][] {
  const row = (month: OpenMonth, level: string, name: string, figures: OpenFigures): CsvCell[] => [
    province,
    code,
    commune,
    monthOf(month.id),
    month.firstDay,
    month.lastDay,
    level,
    name,
    figures.claims,
    figures.visits,
    figures.people,
    figures.households,
    figures.pointsHundredths / 100,
    month.rulesVersion,
    month.isTrial ? "có" : "không",
    month.sealSha256,
    generatedAt,
    licenceOf(commune),
  ];
  return [
    [
      "Tỉnh",
      "Mã xã",
      "Xã",
      "Kỳ",
      "Từ ngày",
      "Đến ngày",
      "Cấp",
      "Tên",
      "Việc đã xác nhận",
      "Lượt",
      "Người",
      "Hộ",
      "Điểm hoạt động",
      "Bản quy tắc",
      "Chạy thử",
      "Mã niêm phong",
      "Lập lúc",
      "Giấy phép",
    ],
    ...months.flatMap((month) => [
      row(month, "xã", commune, month.commune),
      ...month.villages.map((village) => row(month, "thôn", village.name, village)),
      ...month.teams.map((team) => row(month, "tổ", team.name, team)),
    ]),
  ];
}

function jsonOf(
  { communeId, commune, province, code, teamsOn, teams, months }: OpenData,
  generatedAt: string | null,
) {
  return {
    format: OPEN_DATA_FORMAT,
    commune: { number: communeId, name: commune, province, code },
    licence: licenceOf(commune),
    licenceUrl: "https://creativecommons.org/licenses/by/4.0/deed.vi",
    notes: NOTES,
    generatedAt,
    fewestPeople: FEWEST_PEOPLE,
    teams: { asOf: teamsOn, rows: teams },
    months: months.map(({ id, ...month }) => ({ month: monthOf(id), ...month })),
  };
}

/** 202610 is "2026-10". */
function monthOf(id: number): string {
  return `${Math.floor(id / 100)}-${String(id % 100).padStart(2, "0")}`;
}
