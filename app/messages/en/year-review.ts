import type { Catalogue } from "../catalogue.ts";

export const yearReview: Catalogue["yearReview"] = {
  tabs: { label: "Parts of the review", ranking: "Ranking" },
};
