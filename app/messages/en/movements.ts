import type { Catalogue } from "../catalogue.ts";

export const movements: Catalogue["movements"] = {
  title: "Movements, titles",
  titles: "Titles",
  nominate: "Nominate for a title",
  ambassador: "Digital ambassadors",
  families: "Digital families",
  market: "Digital market",
  identity: "Digital identity",
  models: "Models",
  stories: "Stories",
  initiatives: "Initiatives",
  zalo: "Zalo groups",
  campaigns: "Campaigns",
  mobilePoints: "Mobile points",
};
