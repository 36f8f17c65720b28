import { z } from "zod";
import { teamRoles } from "#app/domain/people/membership.ts";
import type { RosterMend } from "#app/domain/people/mend-roster-row.ts";
import { checkBox, dayText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const uploadSchema = z.object({ effectiveOn: dayText() });

const line = wholeNumber({ minimum: 1, maximum: 1_000_000 });
const cell = (maximum: number) => lineText({ minimum: 0, maximum }).optional();

export const mendSchema = z.object({
  line,
  name: cell(120),
  birth: cell(20),
  phone: cell(30),
  position: cell(160),
  village: cell(80),
  role: z.enum(teamRoles).optional(),
  everyVillage: checkBox(),
});

export function mendOf({ line: _, everyVillage: __, ...fields }: z.output<typeof mendSchema>): RosterMend {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const lineSchema = z.object({ line });
export const choiceSchema = z.object({ line, choice: lineText({ maximum: 40 }) });
export const settleSchema = z.object({ effectiveOn: dayText() });

/** "team-12=7": of village 12 the team 7 is meant. */
export function readTeamChoices(fields: FormData): Record<string, number> {
  const teams: Record<string, number> = {};
  for (const [name, value] of fields) {
    const village = /^team-(\d{1,9})$/.exec(name)?.[1];
    if (village && typeof value === "string" && /^\d{1,9}$/.test(value)) teams[village] = Number(value);
  }
  return teams;
}
