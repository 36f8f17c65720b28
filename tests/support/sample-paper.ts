import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperTable } from "#app/domain/documents/paper.ts";
import { paperWords } from "#app/messages/paper-words.ts";

/** What a person might type to make a program do something. */
export const HOSTILE = '=HYPERLINK("http://example.invalid","x")';
/** What a person might type to make a typesetter do something. */
const MARKUP = '#read("/etc/passwd") $x$ *đậm* <b>&amp; \\ @nhãn';

const table: PaperTable = {
  name: "Kết quả theo thôn",
  caption: "Bảng 1. Kết quả theo thôn",
  columns: [
    { heading: "TT", width: 5, kind: "text", isCentred: true },
    { heading: "Thôn", width: 24, kind: "text" },
    { heading: "Lượt", over: "Hướng dẫn", width: 12, kind: "whole" },
    { heading: "Người", over: "Hướng dẫn", width: 12, kind: "whole" },
    { heading: "Tỷ lệ hộ", width: 14, kind: "share" },
    { heading: "Điểm hoạt động", width: 14, kind: "points" },
    { heading: "Kinh phí (đồng)", width: 19, kind: "money" },
  ],
  groups: [
    {
      title: "Khu vực trung tâm",
      rows: [
        [1, "Bản Lạ", 1_234, 51, 8_497, 12_350, 1_500_000],
        [2, HOSTILE, 0, null, null, 0, null],
      ],
    },
    { title: null, rows: [[3, MARKUP, 12, 9, 8_500, 134, 0]] },
  ],
  total: [null, "Toàn xã", 1_246, 60, 8_498, 12_484, 1_500_000],
};

/** A paper with every part that papers have; nobody of this name lives anywhere. */
export const samplePaper: Paper = {
  letterhead: {
    superiorBody: "Ủy ban nhân dân xã Nậm Mười",
    issuingBody: "Phòng Văn hóa - Xã hội",
    country: paperWords.country,
    motto: paperWords.motto,
  },
  number: paperWords.number("BC-VHXH"),
  placeAndDate: paperWords.placeAndDate("Nậm Mười", "2026-01-05" as LocalDate),
  type: "Báo cáo",
  subject: "Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 12 năm 2025",
  attachedTo: null,
  bases: [
    "Căn cứ Luật Tổ chức chính quyền địa phương",
    "Căn cứ Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân xã Nậm Mười",
  ],
  addressees: { word: paperWords.addressees, names: ["Ủy ban nhân dân xã Nậm Mười"] },
  blocks: [
    { is: "heading", level: 1, text: "I. KẾT QUẢ THỰC HIỆN" },
    { is: "heading", level: 2, text: "1. Chính quyền số" },
    {
      is: "paragraph",
      text: "Trong kỳ, các tổ hướng dẫn 1.246 lượt, 60 người thành thạo; trong đó có người cao tuổi, người khuyết tật, hộ nghèo và đồng bào dân tộc thiểu số ở các bản vùng xa.",
    },
    { is: "table", table },
    { is: "heading", level: 3, text: "a) Khó khăn, vướng mắc" },
    { is: "list", items: ["Sóng di động yếu ở hai bản vùng cao", MARKUP] },
    { is: "paragraph", text: "Trên đây là báo cáo của Phòng Văn hóa - Xã hội./." },
  ],
  foot: {
    recipientsTitle: paperWords.recipientsTitle,
    recipients: ["Như trên", "Lưu: VT, VHXH"],
    signers: [{ lines: ["Trưởng phòng"], hint: null, name: "Lường Thị Thảo" }],
  },
  annexes: [
    {
      title: paperWords.annex,
      subject: "Kết quả từng thôn",
      attachedTo: "(Kèm theo Báo cáo số        /BC-VHXH ngày        tháng 01 năm 2026)",
      isAcross: true,
      blocks: [
        {
          is: "table",
          table: { ...table, name: "Kết quả: theo thôn/khu [phụ lục] của cả năm", caption: null },
        },
        { is: "paragraph", text: "Ghi chú: dấu – là chưa có số liệu.", look: "italic" },
      ],
    },
  ],
  check: {
    line: "Kỳ 12/2025 · mã kiểm tra 4f2a91c0e7b35d18",
    link: "https://thi-dua.example/ky/202512",
    hint: "Quét mã để xem số liệu đã chốt của kỳ này.",
  },
  isAcross: false,
};
