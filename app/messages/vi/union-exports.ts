import type { ClassifyingUnion } from "#app/domain/certificates/union-export.ts";

const unions: Record<ClassifyingUnion, string> = {
  youth_union: "Đoàn Thanh niên",
  womens_union: "Hội Liên hiệp Phụ nữ",
  farmers_union: "Hội Nông dân",
  veterans_union: "Hội Cựu chiến binh",
  front: "Mặt trận Tổ quốc",
  party: "Đảng bộ",
};

export const unionExports = {
  title: "Kết quả gửi đoàn thể",
  lead: "Kết quả đã xác nhận của từng đoàn viên, hội viên, để tổ chức của họ xếp loại hằng năm. Chỉ có người đã đồng ý.",
  unions,
  union: "Tổ chức",
  from: "Từ ngày",
  to: "Đến ngày",
  show: "Xem trước",
  preview: (union: string) => `Sẽ gửi ${union}`,
  person: "Họ và tên",
  organisation: "Chi đoàn, chi hội",
  days: "Ngày có việc",
  claims: "Lần ghi",
  time: "Giờ có ghi",
  people: "Số người",
  visits: "Số lượt",
  none: "Chưa ai đồng ý",
  noneBody: "Mỗi người tự đồng ý ở mục Dữ liệu của tôi, hoặc ký giấy để văn phòng ghi nhận.",
  withoutConsent: (people: number) =>
    people === 0
      ? "Ai trong tổ chức này cũng đã đồng ý."
      : `${people} người của tổ chức này chưa đồng ý, nên không có trong bảng.`,
  makeLead: "Lập bảng là ghi sổ: từng người trong bảng sẽ thấy kết quả của mình đã gửi đi đâu, ngày nào.",
  make: "Lập bảng để gửi",
  made: "Đã lập. Tải bảng về ở dưới.",
  madeTitle: "Đã lập",
  madeNone: "Chưa lập bảng nào.",
  range: (from: string, to: string) => `${from} đến ${to}`,
  when: "Ngày lập",
  by: "Người lập",
  howMany: "Số người",
  download: "Tải Excel",
  downloadOf: (union: string, range: string) => `Tải Excel: ${union}, ${range}`,
  laterNote: "Ai rút lại đồng ý thì bảng tải về sau đó không còn người ấy.",
  logTitle: "Kết quả đã gửi đoàn thể",
  logNone: "Chưa gửi lần nào.",
  logLine: (day: string, range: string) => `gửi ngày ${day}, kết quả từ ${range}`,
};

export const unionExportsArea = { name: "unionExports", words: unionExports } as const;
