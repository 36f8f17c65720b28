import type { BadgeProposal, RuleAward } from "#app/domain/plan/badge-proposal.ts";
import type { Catalogue } from "#app/messages/catalogue.ts";
import type { Format } from "#app/messages/format.ts";

type Words = Catalogue["badges"];

/** "10", or "80%" where a share is measured. */
export function sayGoal(award: RuleAward, goal: number, format: Format): string {
  return award.measure === "household_coverage_basis_points" ? format.percent(goal) : format.number(goal);
}

/** All goals in one breath: "Trực 20 / 40 ca trong năm (bậc Bạc / bậc Vàng)". */
export function sayAllGoals(award: BadgeProposal["award"], words: Words, format: Format): string {
  if (award.by === "people") return words.byPeople(award.approvals);
  const figures = award.goals.map((goal) => sayGoal(award, goal, format)).join(" / ");
  const tiers = award.goals.map((_, index) => sayTier(award, index + 1, words)).filter((tier) => tier !== "");
  const sentence = sayRuleOf(award, figures, words);
  return tiers.length === 0 ? sentence : `${sentence} (${tiers.join(" / ")})`;
}

/** What one goal asks: "giúp 10 người dùng thành thạo trong một tháng". */
export function sayRule(award: RuleAward, goal: number, words: Words, format: Format): string {
  return sayRuleOf(award, sayGoal(award, goal, format), words);
}

function sayRuleOf(award: RuleAward, figures: string, words: Words): string {
  const what = words.measures[award.measure](figures);
  const only = award.only === null ? "" : ` ${words.limits[award.only]}`;
  const within = award.within === "ever" ? "" : ` ${words.windows[award.within]}`;
  const sentence = `${what}${only}${within}`;
  return `${sentence.charAt(0).toLocaleUpperCase("vi")}${sentence.slice(1)}`;
}

/** Each goal with its tier, the lowest first. */
export function sayGoals(
  award: BadgeProposal["award"],
  words: Words,
  format: Format,
): readonly { readonly tier: string; readonly text: string }[] {
  if (award.by === "people") return [{ tier: "", text: words.byPeople(award.approvals) }];
  return award.goals.map((goal, index) => ({
    tier: sayTier(award, index + 1, words),
    text: sayRule(award, goal, words, format),
  }));
}

/** "bậc Bạc"; nothing where there is one goal. Of two goals the first is silver. */
export function sayTier(award: BadgeProposal["award"], tier: number, words: Words): string {
  if (award.by === "people" || award.goals.length < 2) return "";
  return words.tiers[tier + 3 - Math.min(3, award.goals.length)] ?? "";
}

/** "tháng 11/2026", "năm 2026"; nothing for what is earned once. */
export function sayOccasion(occasion: string, words: Words): string {
  const month = /^(\d{4})-(\d{2})$/.exec(occasion);
  if (month) return words.occasionMonth(`${Number(month[2])}/${month[1]}`);
  return /^\d{4}$/.test(occasion) ? words.occasionYear(occasion) : "";
}
