import { z } from "zod";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { EXCUSED_REASONS } from "#app/domain/badges/judge-badge.ts";
import {
  BADGE_LIMITS,
  BADGE_MEASURES,
  BADGE_WINDOWS,
  type RuleAward,
} from "#app/domain/plan/badge-proposal.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";

/** The celebration is looked at or put aside; with it go all that waited. */
export const seenSchema = z.object({
  intent: z.enum(["see", "later"]),
  first: idText().optional(),
  award: z.array(idText()).max(200),
});

const revision = wholeNumber({ minimum: 0, maximum: 1_000_000 });
const goal = wholeNumber({ minimum: 1, maximum: 100_000 });

const face = {
  revision,
  name: lineText({ maximum: 80 }),
  description: lineText({ maximum: 200 }),
  isRetired: checkBox(),
};

export const titleFormSchema = z.object(face);

export const ruleFormSchema = z.object({
  ...face,
  measure: z.enum(BADGE_MEASURES),
  only: z.enum(BADGE_LIMITS).optional(),
  within: z.enum(BADGE_WINDOWS),
  goal1: goal,
  goal2: goal.optional(),
  goal3: goal.optional(),
});

export function changeByTitleForm({
  name,
  description,
  isRetired,
}: z.output<typeof titleFormSchema>): (content: BadgeContent) => BadgeContent {
  return (content) => ({ ...content, name, description, isRetired });
}

export function changeByRuleForm(
  form: z.output<typeof ruleFormSchema>,
): (content: BadgeContent) => BadgeContent {
  const { name, description, isRetired, measure, within } = form;
  const goals = [form.goal1, form.goal2, form.goal3].flatMap((each) => each ?? []);
  const award: RuleAward = {
    by: "rule",
    measure,
    only: form.only ?? null,
    within,
    goals: goals.map((each) => each * scaleOf(measure)),
  };
  return (content) => ({ ...content, name, description, isRetired, award });
}

/** Shares are typed in percent and kept in basis points. */
export function scaleOf(measure: RuleAward["measure"]): number {
  return measure === "household_coverage_basis_points" ? 100 : 1;
}

export const proposeBadgeSchema = z.object({ revision, note: noteText({ maximum: 500 }).optional() });

export const publishBadgeSchema = z.object({ revision });

export const excusedSchema = z.object({
  id: idText(),
  reason: z.enum(EXCUSED_REASONS),
  firstDay: dayText(),
  lastDay: dayText(),
  member: idText().optional(),
  note: lineText({ maximum: 300 }).optional(),
});

export const withdrawExcusedSchema = z.object({ id: idText() });
