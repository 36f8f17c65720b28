/** Names of the movements alone, for pages that only lead there. */
export const movements = {
  title: "Phong trào, danh hiệu",
  titles: "Danh hiệu",
  nominate: "Đề cử danh hiệu",
  ambassador: "Đại sứ số",
  families: "Gia đình số",
  market: "Chợ số",
  products: "Sản phẩm lên sàn",
  satisfaction: "Xin ý kiến bà con",
  awards: "Đề nghị khen",
  satisfactionBoard: "Mức hài lòng",
  identity: "Danh tính số",
  models: "Mô hình",
  stories: "Chuyện hay",
  initiatives: "Sáng kiến",
  zalo: "Nhóm Zalo",
  perks: "Ưu đãi",
  campaigns: "Đợt thi đua",
  mobilePoints: "Điểm lưu động",
};

export const movementsArea = { name: "movements", words: movements } as const;
