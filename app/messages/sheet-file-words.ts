/** Words of the scoring sheet that leaves the house. Papers of the state are in Vietnamese. */
export const sheetFileWords = {
  type: "Bảng chấm điểm",
  sheetName: "Bảng chấm điểm",
  proposal: "(Đề xuất, chưa ban hành)",
  attachedTo: (document: string) => `(Kèm theo ${document})`,
  headings: {
    number: "TT",
    criterion: "Tiêu chí",
    how: "Cách tính",
    maximum: "Điểm tối đa",
    own: "Điểm tự chấm",
    proof: "Minh chứng",
    key: "Mã",
  },
  by: { document: "Chấm theo văn bản.", vote: "Hội đồng chấm." },
  total: "Tổng cộng",
  totalNote: "Không kể điểm thưởng, điểm trừ",
  version: (version: number, sha256: string) => `Bản số ${version}. Mã kiểm tra (SHA-256): ${sha256}.`,
  file: "Bảng chấm điểm thi đua",
};
