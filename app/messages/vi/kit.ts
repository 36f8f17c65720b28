/** Words that components say by themselves. */
export const kit = {
  optional: "không bắt buộc",
  problems: (count: number) => (count === 1 ? "Còn 1 chỗ cần sửa" : `Còn ${count} chỗ cần sửa`),
  showPassword: "Hiện mật khẩu",
  hidePassword: "Ẩn mật khẩu",
  close: "Đóng",
  copy: "Sao chép",
  copied: "Đã sao chép",
  copyByHand: "Không sao chép được. Chọn dòng chữ rồi sao chép.",
  codeDigits: (count: number) => `Mã gồm ${count} chữ số`,
  chooseOne: "Chọn…",
  breadcrumb: "Bạn đang ở",
  pages: "Các trang",
  previousPage: "Trang trước",
  nextPage: "Trang sau",
  pageOf: (page: number, last: number) => `Trang ${page} / ${last}`,
  stepOf: (step: number, last: number) => `Bước ${step} / ${last}`,
  stepDone: "đã xong",
  loading: "Đang tải",
  percent: (value: number) => `${value}%`,
  qrCode: (content: string) => `Mã QR: ${content}`,
  print: "In",
  required: "bắt buộc",
  printerBusy: "Máy đang bận in. Đợi một phút rồi thử lại.",
};

export const kitArea = { name: "kit", words: kit } as const;
