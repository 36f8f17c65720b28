import { z } from "zod";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import {
  BADGE_LIMITS,
  BADGE_MEASURES,
  BADGE_SUBJECTS,
  BADGE_WINDOWS,
} from "#app/domain/plan/badge-proposal.ts";

const content = z.object({
  name: z.string(),
  description: z.string(),
  subject: z.enum(BADGE_SUBJECTS),
  award: z.discriminatedUnion("by", [
    z.object({
      by: z.literal("rule"),
      measure: z.enum(BADGE_MEASURES),
      goals: z.array(z.number().int().positive()).min(1),
      within: z.enum(BADGE_WINDOWS),
      only: z.enum(BADGE_LIMITS).nullable(),
    }),
    z.object({
      by: z.literal("people"),
      approvals: z.number().int(),
      checklist: z.array(z.string()),
      checklistLeast: z.number().int(),
      required: z.array(z.number().int().positive()).optional(),
      mentees: z.array(z.number().int().positive()).optional(),
    }),
  ]),
  termMonths: z.number().int().nullable(),
  isRetired: z.boolean(),
});

/** A version as the database keeps it; one that cannot be read is a fault of the house. */
export function parseBadgeContent(stored: unknown): BadgeContent {
  return content.parse(stored);
}
