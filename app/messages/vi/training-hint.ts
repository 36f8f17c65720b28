/** Beside the log form: a hint of one or two lines, so it brings no other words along. */
export const trainingHint = {
  title: "Gợi ý: bạn chưa dự tập huấn nội dung này",
  body: (topics: string) =>
    `Việc này thường cần: ${topics}. Bạn vẫn ghi bình thường; xem học liệu để làm chắc tay hơn.`,
  materials: "Học liệu liên quan",
  all: "Xem học liệu",
  training: "Tập huấn của tôi",
  links: {
    title: "Tập huấn, học liệu",
    training: "Tập huấn của tôi",
    matrix: "Theo dõi tập huấn của tổ",
    certificates: "Chứng chỉ chờ xác nhận",
    library: "Học liệu",
  },
  classSheet: "Phiếu lớp: chủ đề, đối tượng, kết quả",
};

export const trainingHintArea = { name: "trainingHint", words: trainingHint } as const;
