export const broadcast = {
  title: "Bản tin loa truyền thanh",
  lead: "Đọc khoảng một phút. Số đã viết thành chữ, chỉ việc đọc.",
  open: "Bản tin loa",
  notYet: "Kỳ này chưa niêm phong",
  notYetBody: "Bản tin có ngay khi số liệu của kỳ được niêm phong, để số đã đọc không đổi nữa.",
  length: (syllables: number) => `${syllables} chữ, khoảng một phút.`,
  copy: "Chép bản tin",
  download: "Tải tệp .txt",
};

export const broadcastArea = { name: "broadcast", words: broadcast } as const;
