import { z } from "zod";
import { LARGEST_TARGET } from "#app/domain/targets/assigned-target.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { wholeNumber } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { assignTargets } from "./assign-targets.server.ts";

const TEAM_FIELD = /^team-([1-9]\d{0,8})$/;

export type TargetsAnswer =
  | { readonly ok: true; readonly monthId: number }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  /** No such month or team. */
  | null;

/** A field for every team, "team-12"; an empty one gives the plan's quota back. */
export async function answerTargets(caller: Caller, fields: FormData): Promise<TargetsAnswer> {
  const names = [...new Set(fields.keys())].filter((name) => TEAM_FIELD.test(name));
  const value = wholeNumber({ minimum: 1, maximum: LARGEST_TARGET }).optional();
  const schema = z.object({
    month: wholeNumber({ minimum: 202_001, maximum: 210_012 }),
    ...Object.fromEntries(names.map((name) => [name, value])),
  });
  const form = await readForm(fields, schema);
  if (!form.ok) return form.problems.month ? null : { ...form, problems: form.problems as FormProblems };
  const read: Readonly<Record<string, number | undefined>> = form.value;
  const monthId = form.value.month;
  const verdict = await inRoster(caller, "assigned-targets.assign", (tx, act) =>
    assignTargets(tx, act, {
      monthId,
      values: new Map(names.map((name) => [Number(TEAM_FIELD.exec(name)?.[1]), read[name] ?? null])),
    }),
  );
  if (verdict.ok) return { ok: true, monthId };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { form: problem }, values: form.values as FormValues };
}
