import { type PlanPreset, PRESET_IDS, type PresetId } from "#app/domain/plan/plan-preset.ts";
import { daiSon2026 } from "./dai-son-2026.ts";
import { hongGai2024 } from "./hong-gai-2024.ts";
import { ngocHoi2026 } from "./ngoc-hoi-2026.ts";
import { ninhThuan2022 } from "./ninh-thuan-2022.ts";

/** The four plans, as data a commune picks up and edits. */
export const PRESETS: Readonly<Record<PresetId, PlanPreset>> = {
  "dai-son-2026": daiSon2026,
  "hong-gai-2024": hongGai2024,
  "ninh-thuan-2022": ninhThuan2022,
  "ngoc-hoi-2026": ngocHoi2026,
};

export function listPresets(): PlanPreset[] {
  return PRESET_IDS.map((id) => PRESETS[id]);
}
