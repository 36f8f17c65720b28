import { z } from "zod";
import type { LegalDocument } from "#app/domain/plan/legal-basis.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";
import { SETTING_SCHEMAS } from "#app/features/communes/commune-settings.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

/** As plan_draft and plan_version keep it; what was stored before a field existed would not be read as if it had it. */
export const PLAN_SETTINGS = z.object({
  words: SETTING_SCHEMAS.words,
  team: z.object({
    minimum: z.number().int().nullable(),
    maximum: z.number().int().nullable(),
    teamsPerVillage: z.number().int(),
  }),
  cutoff: SETTING_SCHEMAS.cutoff,
  quotas: z.array(z.object({ key: z.string(), text: z.string(), count: z.number().int() })),
  targets: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      basisPoints: z.number().int().nullable(),
      aspirational: z.boolean(),
    }),
  ),
}) satisfies z.ZodType<PlanSettings>;

export const LEGAL_BASES = z.array(
  z.object({
    text: z.string(),
    type: z.string(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
  }),
);

export function parsePlanSettings(value: unknown): PlanSettings {
  return PLAN_SETTINGS.parse(value) as PlanSettings;
}

export function parseLegalBases(value: unknown): LegalDocument[] {
  return LEGAL_BASES.parse(value) as LegalDocument[];
}

export const planHeadSchema = z.object({
  id: idText(),
  number: lineText({ maximum: 60 }),
  issuedOn: dayText(),
  title: noteText({ maximum: 300 }),
  replacesId: idText().optional(),
  startsOn: dayText(),
  endsOn: dayText(),
  legalBases: noteText({ maximum: 12_000 }).optional(),
  revision: wholeNumber({ minimum: 0, maximum: 1_000_000 }),
});

const word = lineText({ maximum: 80 });
const dueMonth = z.enum(["named", "next"]);
const size = wholeNumber({ minimum: 1, maximum: 200 });

export const draftSchema = z.object({
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }),
  teamWord: word,
  teamShortWord: word,
  villageWord: word,
  officeWord: word,
  minimum: size.optional(),
  maximum: size.optional(),
  teamsPerVillage: wholeNumber({ minimum: 1, maximum: 20 }),
  startDay: wholeNumber({ minimum: 1, maximum: 28 }),
  graceDays: wholeNumber({ minimum: 0, maximum: 20 }),
  teamDueDay: wholeNumber({ minimum: 1, maximum: 28 }),
  teamDueMonth: dueMonth,
  teamDueStrictly: checkBox(),
  officeDueDay: wholeNumber({ minimum: 1, maximum: 28 }),
  officeDueMonth: dueMonth,
  officeDueStrictly: checkBox(),
});

export type DraftForm = z.output<typeof draftSchema>;

/** The fields whose names come from the plan itself: one for each quota and each target that is a share. */
export function figuresSchema(settings: PlanSettings) {
  const quotas = settings.quotas.map(({ key }) => [
    quotaField(key),
    wholeNumber({ minimum: 1, maximum: 100_000 }),
  ]);
  const targets = settings.targets
    .filter(({ basisPoints }) => basisPoints !== null)
    .map(({ key }) => [targetField(key), wholeNumber({ minimum: 1, maximum: 100 })]);
  return z.object(
    Object.fromEntries([...quotas, ...targets]) as Record<string, ReturnType<typeof wholeNumber>>,
  );
}

export const quotaField = (key: string) => `quota.${key}`;
export const targetField = (key: string) => `target.${key}`;

export function settingsOfForm(
  form: DraftForm,
  figures: Readonly<Record<string, number>>,
  known: PlanSettings,
): PlanSettings {
  return {
    words: {
      team: form.teamWord,
      teamShort: form.teamShortWord,
      village: form.villageWord,
      office: form.officeWord,
    },
    team: {
      minimum: form.minimum ?? null,
      maximum: form.maximum ?? null,
      teamsPerVillage: form.teamsPerVillage,
    },
    cutoff: {
      startDay: form.startDay,
      graceDays: form.graceDays,
      due: {
        team: { day: form.teamDueDay, inMonth: form.teamDueMonth, strictlyBefore: form.teamDueStrictly },
        office: {
          day: form.officeDueDay,
          inMonth: form.officeDueMonth,
          strictlyBefore: form.officeDueStrictly,
        },
      },
    },
    quotas: known.quotas.map((quota) => ({ ...quota, count: figures[quotaField(quota.key)] ?? quota.count })),
    targets: known.targets.map((target) => {
      const percent = figures[targetField(target.key)];
      // A share that is no whole percent is shown rounded and stays as exact as it was until somebody changes it.
      const isSame =
        target.basisPoints === null || percent === undefined || percent === percentOf(target.basisPoints);
      return isSame ? target : { ...target, basisPoints: percent * 100 };
    }),
  };
}

export function percentOf(basisPoints: number): number {
  return Math.round(basisPoints / 100);
}

export const publishSchema = z.object({
  effectiveOn: dayText(),
  note: noteText({ maximum: 500 }).optional(),
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }),
});
