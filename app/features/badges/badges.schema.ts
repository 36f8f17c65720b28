import { z } from "zod";
import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { EXCUSED_REASONS } from "#app/domain/badges/judge-badge.ts";
import {
  BADGE_LIMITS,
  BADGE_MEASURES,
  BADGE_WINDOWS,
  type RuleAward,
} from "#app/domain/plan/badge-proposal.ts";
import { LEAST_APPROVALS, titleOf } from "#app/domain/titles/title-definition.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  refuse,
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

const MOST_ITEMS = 20;
const LONGEST_ITEM = 200;

export const titleFormSchema = z.object({
  ...face,
  approvals: wholeNumber({ minimum: LEAST_APPROVALS, maximum: 5 }),
  checklist: noteText({ maximum: MOST_ITEMS * LONGEST_ITEM })
    .transform((text, context) => {
      const items = text.split("\n").flatMap((line) => line.trim() || []);
      if (items.length > MOST_ITEMS) return refuse(context, { code: "too_large", maximum: MOST_ITEMS });
      const isTooLong = items.some((item) => item.length > LONGEST_ITEM);
      return isTooLong ? refuse(context, { code: "too_long", maximum: LONGEST_ITEM }) : items;
    })
    .optional(),
  checklistLeast: wholeNumber({ minimum: 1, maximum: MOST_ITEMS }).optional(),
  required: numbersText().optional(),
  mentees: numbersText().optional(),
  termMonths: wholeNumber({ minimum: 1, maximum: 60 }),
});

/** "1, 2, 3" as people write it. */
function numbersText() {
  return lineText({ maximum: 80 }).transform((text, context): number[] => {
    const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
    const areNumbers = parts.every((part) => /^[1-9]\d{0,2}$/.test(part));
    return areNumbers ? parts.map(Number) : refuse(context, { code: "not_a_number" });
  });
}

export const ruleFormSchema = z.object({
  ...face,
  measure: z.enum(BADGE_MEASURES),
  only: z.enum(BADGE_LIMITS).optional(),
  within: z.enum(BADGE_WINDOWS),
  goal1: goal,
  goal2: goal.optional(),
  goal3: goal.optional(),
});

export function changeByTitleForm(
  key: string,
  form: z.output<typeof titleFormSchema>,
): (content: BadgeContent) => BadgeContent {
  const { name, description, isRetired, approvals, checklist = [], termMonths } = form;
  return (content) => {
    const { award } = content;
    const shown = titleOf(key, 1, content);
    if (award.by !== "people" || shown === null) return { ...content, name, description, isRetired };
    // What the form showed because nothing was said stays unsaid where it was sent back as it was.
    const said = (stored: readonly number[] | undefined, seen: readonly number[], sent: readonly number[]) =>
      seen.join() === sent.join() ? stored : sent;
    const required = said(
      award.required,
      shown.required,
      key === "digital-family" ? (form.required ?? []) : [],
    );
    const mentees = said(award.mentees, shown.mentees, form.mentees ?? shown.mentees);
    return {
      ...content,
      name,
      description,
      isRetired,
      termMonths,
      award: {
        by: "people",
        approvals,
        checklist,
        checklistLeast: checklist.length === 0 ? 0 : (form.checklistLeast ?? checklist.length),
        ...(required ? { required } : {}),
        ...(mentees ? { mentees } : {}),
      },
    };
  };
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
