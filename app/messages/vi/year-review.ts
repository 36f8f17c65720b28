export const yearReview = {
  tabs: { label: "Các phần của kỳ xét", ranking: "Xếp hạng" },
};

export const yearReviewArea = { name: "yearReview", words: yearReview } as const;
