import type { BadgeRefusal } from "#app/domain/badges/judge-badge.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import {
  changeByRuleForm,
  changeByTitleForm,
  proposeBadgeSchema,
  publishBadgeSchema,
  ruleFormSchema,
  titleFormSchema,
} from "./badges.schema.ts";
import { changeBadgeDraft } from "./change-badge-draft.server.ts";
import { discardBadge, proposeBadge, publishBadge, withdrawBadge } from "./publish-badge.server.ts";

export type DeskAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** One of the forms on a badge's page in the office. Null: no form the page has. */
export async function answerBadgeForm(
  caller: Pick<Caller, "platform" | "scope">,
  key: string,
  fields: FormData,
): Promise<DeskAnswer | null> {
  const { platform, scope } = caller;
  switch (fields.get("intent")) {
    case "save-rule":
    case "save-title":
      return save(caller, key, fields);
    case "propose": {
      const form = await readForm(fields, proposeBadgeSchema);
      if (!form.ok) return form;
      const { revision, note = null } = form.value;
      const verdict = await proposeBadge(platform, scope("badges.propose"), { key, revision, note });
      return answerOf(verdict, "de-nghi", form.values);
    }
    case "publish": {
      const form = await readForm(fields, publishBadgeSchema);
      if (!form.ok) return { ok: false, problems: { form: { code: "not_valid" } }, values: {} };
      const wish = { key, revision: form.value.revision };
      return answerOf(await publishBadge(platform, scope("badges.publish"), wish), "ban-hanh");
    }
    case "withdraw":
      await withdrawBadge(platform, scope("badges.withdraw"), key);
      return { ok: true, done: "rut" };
    case "discard":
      await discardBadge(platform, scope("badges.discard"), key);
      return { ok: true, done: "bo" };
    default:
      return null;
  }
}

async function save(
  { platform, scope }: Pick<Caller, "platform" | "scope">,
  key: string,
  fields: FormData,
): Promise<DeskAnswer> {
  const desk = scope("badges.save-draft");
  if (fields.get("intent") === "save-title") {
    const form = await readForm(fields, titleFormSchema);
    if (!form.ok) return form;
    const wish = { key, revision: form.value.revision, change: changeByTitleForm(key, form.value) };
    const verdict = await changeBadgeDraft(platform, desk, wish);
    if (!verdict.ok && verdict.code === "badge_goals_not_rising")
      return { ok: false, problems: { mentees: verdict }, values: form.values };
    return answerOf(verdict, "luu", form.values);
  }
  const form = await readForm(fields, ruleFormSchema);
  if (!form.ok) return form;
  const wish = { key, revision: form.value.revision, change: changeByRuleForm(form.value) };
  return answerOf(await changeBadgeDraft(platform, desk, wish), "luu", form.values);
}

function answerOf(verdict: Verdict<null, BadgeRefusal>, done: string, values: FormValues = {}): DeskAnswer {
  if (verdict.ok) return { ok: true, done };
  return { ok: false, problems: { [FIELD_OF[verdict.code] ?? "form"]: verdict }, values };
}

const FIELD_OF: Readonly<Partial<Record<BadgeRefusal["code"], string>>> = {
  badge_goals_not_rising: "goal2",
  badge_goal_out_of_reach: "goal1",
  badge_measure_of_others: "measure",
  badge_checklist_too_short: "checklistLeast",
  badge_required_not_listed: "required",
};
