import { z } from "zod";
import type { Cutoff } from "#app/domain/calendar/cutoff.ts";
import type { DocumentHeader } from "#app/domain/plan/document-template.ts";
import type { PlanWords } from "#app/domain/plan/words.ts";

/** What a commune decided for itself, section by section. Each is kept as one JSON value and read through here. */
export interface CommuneSettings {
  readonly words: PlanWords;
  readonly document_header: DocumentHeader;
  readonly cutoff: Cutoff;
}

export type SettingSection = keyof CommuneSettings;

const dueDay = z.object({
  day: z.number().int(),
  inMonth: z.enum(["named", "next"]),
  strictlyBefore: z.boolean(),
});

export const SETTING_SCHEMAS = {
  words: z.object({ team: z.string(), teamShort: z.string(), village: z.string(), office: z.string() }),
  document_header: z.object({
    superiorBody: z.string(),
    issuingBody: z.string(),
    office: z.string(),
    place: z.string(),
    officeSymbol: z.string(),
    signsFor: z.string(),
    signerTitle: z.string(),
    recipients: z.array(z.string()),
  }),
  cutoff: z.object({
    startDay: z.number().int(),
    graceDays: z.number().int(),
    due: z.object({ team: dueDay, office: dueDay }),
  }),
} satisfies { [Section in SettingSection]: z.ZodType<CommuneSettings[Section]> };

export function parseSetting<Section extends SettingSection>(
  section: Section,
  value: unknown,
): CommuneSettings[Section] {
  return SETTING_SCHEMAS[section].parse(value) as CommuneSettings[Section];
}

/** Two values are one when they write the same, whatever order their keys were stored in. */
export function isSameSetting<Section extends SettingSection>(
  section: Section,
  left: CommuneSettings[Section],
  right: CommuneSettings[Section],
): boolean {
  return JSON.stringify(parseSetting(section, left)) === JSON.stringify(parseSetting(section, right));
}
