import type { BadgeProposal } from "#app/domain/plan/badge-proposal.ts";
import type { Metal } from "./medal.tsx";

const TIERS: Readonly<Record<number, readonly Metal[]>> = {
  1: ["jade"],
  2: ["silver", "gold"],
  3: ["bronze", "silver", "gold"],
};

/** What a medal is cast in, and its stars. */
export function metalOf(
  award: BadgeProposal["award"],
  tier: number,
): { readonly metal: Metal; readonly stars: number } {
  if (award.by === "people") return { metal: "lacquer", stars: 0 };
  const metals = TIERS[award.goals.length] ?? [];
  return { metal: metals[tier - 1] ?? "gold", stars: award.goals.length > 1 ? tier : 0 };
}
