import { z } from "zod";
import { PRESET_IDS } from "#app/domain/plan/plan-preset.ts";
import {
  bareCommuneName,
  COMMUNE_KINDS,
  isCommuneCode,
  LONGEST_COMMUNE_NAME,
  VILLAGE_KINDS,
} from "#app/domain/roster/commune.ts";
import { SETUP_STEPS } from "#app/domain/roster/setup.ts";
import { LONGEST_VILLAGE_NAME } from "#app/domain/roster/village.ts";
import { idText, lineText, noteText, pastedText, refuse, wholeNumber } from "../forms/text.schema.ts";

// The forms of set-up and settings. A revision tells which state of the commune the person was looking at.

const revision = wholeNumber({ minimum: 1, maximum: 2_000_000_000 });
const word = lineText({ maximum: 60 });
const headerLine = lineText({ maximum: 160 });

export const planForm = z.object({ preset: z.enum(PRESET_IDS) });

export const identityForm = z.object({
  kind: z.enum(COMMUNE_KINDS),
  name: lineText({ maximum: LONGEST_COMMUNE_NAME }).transform(bareCommuneName),
  province: lineText({ maximum: 80 }),
  code: lineText({ maximum: 12 })
    .transform((text, context) => (isCommuneCode(text) ? text : refuse(context, { code: "not_valid" })))
    .optional(),
  superiorBody: headerLine.optional(),
  issuingBody: headerLine.optional(),
  office: headerLine,
  place: lineText({ maximum: 80 }).optional(),
  officeSymbol: lineText({ maximum: 20 }),
  signsFor: headerLine,
  signerTitle: headerLine,
  recipients: noteText({ maximum: 2_000 }).optional(),
  revision,
  headerRevision: revision,
});

export type IdentityForm = z.output<typeof identityForm>;

/** Of the hub: put one step off, or open the commune for work. */
export const setupIntentForm = z.object({
  intent: z.enum(["put-off", "finish"]),
  step: z.enum(SETUP_STEPS).optional(),
});

export const villagesForm = z.object({
  intent: z.enum(["preview", "save"]),
  list: pastedText({ maximum: 60_000 }).optional(),
  kind: z.enum(VILLAGE_KINDS),
});

export const villageForm = z.object({
  intent: z.enum(["rename", "remove"]),
  newName: lineText({ maximum: LONGEST_VILLAGE_NAME }),
  revision,
});

export const wordsForm = z.object({
  team: word,
  teamShort: lineText({ maximum: 24 }),
  village: word,
  office: word,
  revision,
});

export const officerForm = z.object({
  account: idText(),
  role: z.enum(["office", "commune_leader"]),
  name: lineText({ minimum: 2, maximum: 120 }),
  username: lineText({ maximum: 60 }).optional(),
});
