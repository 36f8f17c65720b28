import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { compositionRulesOf } from "./composition-rules.ts";
import type { ReviewRules } from "./review-roster.ts";

/** What the roster of a day is held against: the version of the plan in force on that day (J24). */
export async function findReviewRules(tx: Tx, communeId: number, day: LocalDate): Promise<ReviewRules> {
  const { team } = await findSettingsOn(tx, communeId, day);
  const { presetId } = await findCommune(tx, communeId);
  return {
    composition: compositionRulesOf(team, PRESETS[presetId].team),
    teamsPerVillage: team.teamsPerVillage,
    year: partsOf(day).year,
    // Only verified work makes somebody active; until it is counted, nobody knows who is.
    activeMemberIds: null,
  };
}
