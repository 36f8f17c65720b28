import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

export interface QuotaFacts {
  readonly presetId: string;
  /** Of the plan's version in force; null before the first one. */
  readonly quotas: readonly { readonly key: string; readonly count: number }[] | null;
}

/** B13: how many people a team is asked to guide in a month; null where the plan asks for none. */
export function teamQuotaOf({ presetId, quotas }: QuotaFacts): number | null {
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const asked = PRESETS[presetId].quotas.find(
    ({ measure, by, per }) => measure === "proficient_people" && by === "team" && per === "month",
  );
  if (!asked) return null;
  return quotas?.find(({ key }) => key === asked.key)?.count ?? asked.count;
}
