import { z } from "zod";
import { PRIORITY_GROUPS, UNIT_CHECKS } from "#app/domain/activity/claim.ts";
import { AUDIENCES, MODES, OUTCOMES } from "#app/domain/activity/scheme.ts";
import { parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { isId } from "#app/domain/ids.ts";

// What a program sends as JSON. Shapes and sizes only: what it may say, the domain judges field by field.

const idSchema = z.string().refine(isId);
const keySchema = z.string().min(1).max(60);
const textSchema = z.string().max(4_000).nullable();
const countSchema = z.number().int().min(-1_000_000).max(1_000_000);
const countsSchema = z.record(keySchema, countSchema).refine((counts) => Object.keys(counts).length <= 20);

const unitSchema = z.object({
  householdId: idSchema.nullable(),
  slot: countSchema.nullable(),
  serviceKey: keySchema.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  stage: z.enum(["piloted", "recognised"]).nullable(),
  groups: z.array(z.enum(PRIORITY_GROUPS)).max(PRIORITY_GROUPS.length),
  bonuses: countsSchema,
  quantity: countSchema,
  checks: z.array(z.enum(UNIT_CHECKS)).max(UNIT_CHECKS.length).optional(),
});

export const claimContentSchema = z.object({
  activityKey: keySchema,
  workDate: z.string().transform((text, context) => {
    const day = parseLocalDate(text);
    if (day === null) context.addIssue({ code: "custom", message: "not a day" });
    return day ?? z.NEVER;
  }),
  mode: z.enum(MODES),
  audience: z.enum(AUDIENCES),
  place: textSchema,
  note: textSchema,
  link: textSchema,
  visits: countSchema,
  minutes: countSchema.nullable(),
  counters: countsSchema,
  movements: z.array(z.string().max(400)).max(20),
  units: z.array(unitSchema).max(400),
  helpers: z.array(z.object({ memberId: idSchema, part: z.enum(["helper", "teacher"]) })).max(60),
  photos: z.array(idSchema).max(20),
});

export const CLAIMS_PER_BATCH = 50;

/** One claim that cannot be read does not cost the others their answer. */
export const batchSchema = z.object({
  phoneTime: z.iso.datetime({ offset: true }).nullish(),
  claims: z
    .array(z.object({ id: idSchema, content: z.unknown() }))
    .min(1)
    .max(CLAIMS_PER_BATCH),
});
