import type { NomineeKind } from "#app/domain/year-papers/paper-facts.ts";
import { makeFormat } from "./format.ts";
import { countWords, two } from "./year-paper-words.ts";

const format = makeFormat("vi");

/** Words of sheets of merit and of the ceremony. Papers of the state are in Vietnamese. */
export const yearCeremony = {
  merit: {
    country: "Cộng hòa xã hội chủ nghĩa Việt Nam",
    motto: "Độc lập - Tự do - Hạnh phúc",
    given: "Tặng",
    heading: "Giấy khen",
    merit: (achievement: string, span: string) =>
      `Đã có thành tích trong hoạt động chuyển đổi số cộng đồng ${span}: ${achievement}`,
    decision: (number: string | null, day: string) => `Quyết định số ${number ?? "……/QĐ-UBND"}, ${day}`,
    book: (order: number) => `Số sổ vàng: ${two(order)}`,
    test: (right: number, down: number) => [
      "TỜ IN THỬ: in trên giấy trắng A4 nằm ngang, tỷ lệ 100 %, không chọn “vừa trang”.",
      "1. Thước ở mép trái và mép trên bắt đầu cách mép giấy đúng 20 mm, mỗi vạch 10 mm. Đo khoảng cách thật.",
      "2. Đặt tờ in thử lên phôi giấy khen, soi qua ánh sáng: dòng tên phải nằm đúng chỗ trống của phôi.",
      `3. Nhập phần lệch còn lại vào ô “Dịch sang phải” và “Dịch xuống”. Đang dùng: sang phải ${format.number(right / 10, 1)} mm, xuống ${format.number(down / 10, 1)} mm.`,
    ],
    sampleName: "NGUYỄN VĂN MẪU",
    samplePlace: "Thôn Mẫu, xã Mẫu",
    sampleAchievement: "Dòng thành tích in thử",
  },
  slides: {
    title: (span: string) => `Trao Giấy khen ${span}`,
  },

  ceremony: {
    names: "Danh sách công bố",
    namesSubject: (span: string) => `Đọc tên tại lễ trao Giấy khen ${span}`,
    reads: (order: number, name: string, place: string) =>
      `${order}. ${name}${place === "" ? "" : `, ${place}`}`,
    how: "Đọc theo đúng thứ tự dưới đây; mời từng nhóm lên nhận, không quá 10 người một lượt.",
    turn: (turn: number, kind: NomineeKind, count: number) =>
      `LƯỢT ${turn}: ${two(count)} ${countWords[kind].toLocaleUpperCase("vi")}`,
    handOver: "Danh sách ký nhận",
    handOverSubject: (span: string) => `Giấy khen và tiền thưởng ${span}`,
    columns: {
      number: "STT",
      name: "Tên",
      place: "Địa chỉ, đơn vị",
      money: "Tiền thưởng (đồng)",
      book: "Số sổ vàng",
      signature: "Ký nhận",
    },
    given: "Người giao",
    witness: "Người chứng kiến",
  },
} as const;
