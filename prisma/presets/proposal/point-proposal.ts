import type { PointProposal } from "#app/domain/plan/plan-preset.ts";
import { ACTIVITY_CATALOGUE, POINT_LIMITS } from "./activity-catalogue.ts";
import { BADGE_CATALOGUE } from "./badge-catalogue.ts";
import { makeScoreSheet } from "./score-sheet.ts";

export function makePointProposal(plan: Parameters<typeof makeScoreSheet>[0]): PointProposal {
  return {
    standing: "proposed",
    activities: ACTIVITY_CATALOGUE,
    limits: POINT_LIMITS,
    badges: BADGE_CATALOGUE,
    sheet: makeScoreSheet(plan),
  };
}
