import { z } from "zod";
import { MODES, SCHEME_TAGS, type Scheme } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { EVIDENCES } from "#app/domain/plan/activity-proposal.ts";

const points = z.number().int();

const scale = z.discriminatedUnion("by", [
  z.object({ by: z.literal("outcome"), knows: points, withHelp: points, proficient: points }),
  z.object({ by: z.literal("unit"), each: points }),
  z.object({ by: z.literal("part"), teacher: points, helper: points }),
  z.object({ by: z.literal("stage"), piloted: points, recognised: points }),
]);

const UNITS = [
  "person_service",
  "person",
  "learner",
  "household",
  "document",
  "certificate",
  "stall",
  "step",
  "product",
  "session",
  "class",
  "shift",
  "week",
  "item",
  "stage",
] as const;

const activity = z.object({
  key: z.string(),
  name: z.string(),
  pillar: z.enum(["government", "economy", "society", "common"]),
  unit: z.enum(UNITS),
  scale,
  bonuses: z.array(z.object({ key: z.string(), text: z.string(), each: points, atMost: points })),
  repeat: z.enum([
    "every_time",
    "once",
    "once_a_year",
    "once_a_round",
    "once_a_survey_round",
    "after_30_days",
  ]),
  cap: z.object({ units: z.number().int(), per: z.enum(["day", "month", "person", "household"]) }).nullable(),
  sharing: z.enum(["split", "each"]),
  evidence: z.array(z.enum(EVIDENCES)),
  least: z
    .object({ people: z.number().int().optional(), minutes: z.number().int().optional() })
    .nullable()
    .transform((least) => least as Scheme["activities"][number]["least"]),
  modes: z.array(z.enum(MODES)),
  tags: z.array(z.enum(SCHEME_TAGS)),
  topics: z.array(z.string()),
  retiredOn: z
    .string()
    .nullable()
    .transform((day) => day as LocalDate | null),
});

/** What scheme_version and scheme_draft keep; anything else in the column is a broken invariant. */
const SCHEME = z.object({
  activities: z.array(activity),
  limits: z.object({
    perDay: points,
    perMonth: points,
    priorityPerson: points,
    priorityPerMonth: points,
    campaignFactorAtMost: z.number().int(),
  }),
});

export function parseScheme(content: unknown): Scheme {
  return SCHEME.parse(content);
}
