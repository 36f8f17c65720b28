import type { Catalogue } from "../catalogue.ts";

export const movements: Catalogue["movements"] = {
  title: "Movements, titles",
  titles: "Titles",
  nominate: "Nominate for a title",
  ambassador: "Digital ambassadors",
  families: "Digital families",
  market: "Digital market",
  products: "Products on floors",
  satisfaction: "Ask for a word",
  awards: "Propose a commendation",
  satisfactionBoard: "Satisfaction",
  identity: "Digital identity",
  models: "Models",
  stories: "Stories",
  initiatives: "Initiatives",
  zalo: "Zalo groups",
  perks: "Perks",
  campaigns: "Campaigns",
  mobilePoints: "Mobile points",
};
