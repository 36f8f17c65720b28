import { type Cell, writeXlsx } from "hucre/xlsx";

type Value = string | number | boolean | Date | null;

const FAMILY = ["Nguyễn", "Trần", "Lê", "Lường", "Lò", "Vì", "Cà", "Quàng", "Hoàng", "Đinh"];
const MIDDLE = ["Văn", "Thị", "Đức", "Thị Hồng", "Minh", "Thị Ngọc", "Hữu", "Xuân", "Thanh", "Quốc"];
const GIVEN = ["Hùng", "Hoà", "Thuý", "Ánh", "Linh", "Lĩnh", "Sơn", "Tiến", "Đạt", "Yến", "Ước", "Quý"];

export interface MessyRoster {
  readonly bytes: Uint8Array;
  readonly people: number;
  readonly villages: readonly string[];
}

/** Invented people only: numbers of the 030 range belong to nobody. */
export function phoneOf(index: number): string {
  return `030${String(1_000_000 + index)}`;
}

/**
 * A roster as an office writes it: titles, merged cells, a two-row heading, a section per village, capitals, phones
 * as numbers without their zero, days of birth in four manners, women marked by x, totals and a signature.
 */
export async function writeMessyRoster(wish: {
  people: number;
  villages: number;
  /** Lines that cannot be taken as they are. */
  broken?: boolean;
}): Promise<MessyRoster> {
  const names = Array.from({ length: wish.villages }, (_, index) => `Thôn ${index + 1}`);
  const rows: Value[][] = [
    ["ỦY BAN NHÂN DÂN", null, null, null, null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["XÃ NẬM MƯỜI", null, null, null, null, null, "Độc lập - Tự do - Hạnh phúc"],
    [],
    ["DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"],
    ["(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng    năm 2026)"],
    [],
    [
      "TT",
      "Họ và tên",
      "Ngày, tháng, năm sinh",
      "Giới tính",
      null,
      "Chức vụ, đơn vị công tác",
      "Nhiệm vụ trong tổ",
      "Số ĐT",
      "Số CCCD",
      "Ghi chú",
    ],
    [null, null, null, "Nam", "Nữ"],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
  ];
  const merges = [
    { startRow: 3, startCol: 0, endRow: 3, endCol: 9 },
    { startRow: 6, startCol: 3, endRow: 6, endCol: 4 },
  ];
  let person = 0;
  const perVillage = Math.ceil(wish.people / wish.villages);
  for (const [village, name] of names.entries()) {
    rows.push([`${"IVX"[village % 3]}. ${name}`]);
    merges.push({ startRow: rows.length - 1, startCol: 0, endRow: rows.length - 1, endCol: 9 });
    let inVillage = 0;
    for (; inVillage < perVillage && person < wish.people; inVillage++, person++) {
      rows.push(personRow(person, inVillage));
    }
    rows.push([null, "Cộng", inVillage]);
  }
  if (wish.broken) {
    rows.push(
      [9001, "NguyÔn V¨n Hïng", 1980, "x", null, null, "Thành viên", "0301999001", null, null],
      [9002, "Trần Thị Sai Số", 1980, null, "x", null, "Thành viên", "12345", "001080000001", null],
      [9003, "Lê Văn Tuổi Lạ", 1880, "x", null, null, "Thành viên", "0301999003", null, null],
      [9004, "Lò Văn Vai Trò", 1980, "x", null, null, "Đội phó", "0301999004", null, null],
      [9005, "Vì Thị Trùng Số", 1980, null, "x", null, "Thành viên", phoneOf(0), null, null],
    );
  }
  rows.push(
    ["Tổng cộng", null, wish.people],
    [],
    [null, null, null, null, null, null, "TM. ỦY BAN NHÂN DÂN"],
  );
  rows.push([null, null, null, null, null, null, "CHỦ TỊCH"]);
  const bytes = await writeXlsx({ sheets: [{ name: "Danh sách", rows: rows as Cell["value"][][], merges }] });
  return { bytes, people: wish.people + (wish.broken ? 5 : 0), villages: names };
}

function personRow(person: number, inVillage: number): Value[] {
  const family = FAMILY[person % FAMILY.length];
  const middle = MIDDLE[Math.floor(person / FAMILY.length) % MIDDLE.length];
  const given = GIVEN[Math.floor(person / (FAMILY.length * MIDDLE.length)) % GIVEN.length];
  const isWoman = (middle ?? "").startsWith("Thị");
  const name = `${family} ${middle} ${given}`;
  const year = 1960 + (person % 45);
  const phone = phoneOf(person);
  return [
    person + 1,
    person % 4 === 0 ? name.toLocaleUpperCase("vi") : name,
    [year, String(year), `5/6/${year}`, new Date(Date.UTC(year, 5, 5))][person % 4] ?? year,
    isWoman ? null : "x",
    isWoman ? "x" : null,
    inVillage === 0 ? "Trưởng thôn" : "Nông dân",
    inVillage === 0 ? "Tổ trưởng" : inVillage === 1 ? "Tổ phó" : "Thành viên",
    person % 3 === 0
      ? Number(phone)
      : person % 3 === 1
        ? phone
        : `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`,
    `0010${String(80_000_000 + person)}`,
    null,
  ];
}
