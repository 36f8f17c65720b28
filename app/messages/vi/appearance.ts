export const appearance = {
  title: "Giao diện và cỡ chữ",
  lead: "Lựa chọn được nhớ trên máy này, cho mọi người dùng chung máy.",
  theme: "Màu nền",
  themes: { system: "Theo máy", light: "Sáng", dark: "Tối" },
  textSize: "Cỡ chữ",
  textSizes: { normal: "Vừa", large: "Lớn", larger: "Rất lớn" },
  language: "Ngôn ngữ",
  sample: "Xem thử",
  sampleTitle: "Tổ công nghệ số thôn Khe Nghĩa",
  sampleBody:
    "Tháng này tổ đã hướng dẫn 52 người nộp hồ sơ trực tuyến. Mỗi việc được người khác xác nhận rồi mới thành điểm.",
  statement: "Tuyên bố về khả năng tiếp cận",
  save: "Lưu lựa chọn",
  saved: "Đã lưu.",
};

export const appearanceArea = { name: "appearance", words: appearance } as const;
