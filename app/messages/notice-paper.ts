import { makeFormat } from "./format.ts";

const format = makeFormat("vi");

/** Words of the notice by which a commune tells its teams what a period brought. Papers of the state are in Vietnamese. */
export const noticePaper = {
  type: "Thông báo",
  typeSymbol: "TB",
  subject: (team: string, period: string) => `Kết quả hoạt động của ${team} ${period}`,
  addressees: (team: string, village: string) => [`Các ${team}`, `Trưởng các ${village}`],
  opening: (office: string, period: string, days: string) =>
    `Căn cứ các việc đã được xác nhận (${days}), ${office} thông báo kết quả ${period} như sau:`,
  overall: "Kết quả chung",
  villages: (village: string) => `Kết quả từng ${village}`,
  headings: {
    rank: "Hạng",
    village: (village: string) => `${village[0]?.toLocaleUpperCase("vi")}${village.slice(1)}`,
    people: "Người thành thạo",
    asked: "Chỉ tiêu",
    visits: "Lượt hướng dẫn",
    households: "Hộ được hướng dẫn",
    of: "Tổng số hộ",
  },
  reports: "Nộp báo cáo",
  onTime: (sent: number, asked: number) =>
    `Đúng hạn: ${format.number(sent)}/${format.number(asked)} tổ, đơn vị`,
  late: (names: readonly string[]) => `Nộp muộn: ${names.join("; ")}`,
  missing: (names: readonly string[]) => `Chưa nộp: ${names.join("; ")}`,
  answers: "Trả lời khó khăn, vướng mắc",
  answer: (place: string, content: string, answer: string) => `${place}: ${content}. Trả lời: ${answer}`,
  plan: "Việc cần làm kỳ tới",
  check: (office: string) =>
    `Tổ nào thấy số liệu chưa đúng thì báo về ${office} để kiểm tra; sau khi chốt kỳ, chỗ sửa được ghi vào kỳ sau.`,
  closing: "Trân trọng thông báo./.",
  file: (period: string) => `Thông báo kết quả ${period}`,
};
