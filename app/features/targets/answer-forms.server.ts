import { type Ancestor, TIERS } from "#app/domain/targets/detail.ts";
import type { Step } from "#app/domain/targets/progress.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { saveDetail } from "./save-detail.server.ts";
import { ANCESTOR_FIELDS, type DetailForm, detailSchema, ownSchema, toldSchema } from "./targets.schema.ts";
import { tellFigure } from "./tell-figure.server.ts";

export type TargetFormAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  /** No such target, village or person. */
  | null;

/** What the office adds to a target of the plan, or the whole of a target of the commune's own. */
export async function answerDetailForm(
  caller: Caller,
  key: string,
  isOwn: boolean,
  fields: FormData,
): Promise<TargetFormAnswer> {
  const form = await readForm(fields, isOwn ? ownSchema : detailSchema);
  if (!form.ok) return { ...form, problems: form.problems as FormProblems };
  const values = form.values as FormValues;
  const read = form.value as DetailForm & Partial<ReturnType<typeof ownSchema.parse>>;
  const half = halfWritten(read);
  if (half !== null) return { ok: false, problems: half, values };
  const own =
    isOwn && read.text && read.of && read.comparator && read.percent
      ? {
          text: read.text,
          fact: factOf(read.of),
          comparator: read.comparator,
          basisPoints: read.percent * 100,
          of: read.of,
          aspirational: read.aspirational === true,
        }
      : null;
  const verdict = await inRoster(caller, "targets.save-detail", (tx, act) =>
    saveDetail(tx, act, {
      key,
      seenRevision: read.revision,
      detail: { source: read.source, steps: stepsOf(read), lineage: lineageOf(read) },
      accountableId: read.accountableId ?? null,
      own,
      isRetired: read.retire === true,
    }),
  );
  if (verdict.ok) return { ok: true };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  const field = problem.code === "target_source_other_list" ? "source" : "form";
  return { ok: false, problems: { [field]: problem } as FormProblems, values };
}

export async function answerToldForm(
  caller: Caller,
  key: string,
  fields: FormData,
): Promise<TargetFormAnswer> {
  const form = await readForm(fields, toldSchema);
  if (!form.ok) return { ...form, problems: form.problems as FormProblems };
  const { villageId = null, part = null, whole = null, place = null, ...rest } = form.value;
  const verdict = await inRoster(caller, "targets.tell-figure", (tx, act) =>
    tellFigure(tx, act, { ...rest, key, villageId, part, whole, place }),
  );
  if (verdict.ok) return { ok: true };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  const fieldOf = {
    told_figure_above_list: "part",
    told_figure_after_today: "toldOn",
    told_figure_incomplete: "form",
  };
  return {
    ok: false,
    problems: { [fieldOf[problem.code]]: problem } as FormProblems,
    values: form.values as FormValues,
  };
}

function factOf(of: string): "guided" | "trained" | "achieved" {
  if (of === "members") return "trained";
  return of === "households" || of === "households_and_businesses" ? "guided" : "achieved";
}

function stepsOf(form: DetailForm): Step[] {
  const pairs = [
    [form.stepDay1, form.stepPercent1],
    [form.stepDay2, form.stepPercent2],
  ] as const;
  return pairs.flatMap(([lastDay, percent]) =>
    lastDay === undefined || percent === undefined ? [] : [{ lastDay, basisPoints: percent * 100 }],
  );
}

function lineageOf(form: DetailForm): Ancestor[] {
  return TIERS.flatMap((tier) => {
    const [document, text] = ANCESTOR_FIELDS[tier].map((name) => form[name]);
    return typeof document === "string" && typeof text === "string" ? [{ tier, document, text }] : [];
  });
}

/** One half of a pair is a slip: the other half is asked for where it is missing. */
function halfWritten(form: DetailForm): FormProblems | null {
  const problems: Record<string, { code: "required" }> = {};
  const pairs: readonly (readonly (keyof DetailForm)[])[] = [
    ["stepDay1", "stepPercent1"],
    ["stepDay2", "stepPercent2"],
    ...Object.values(ANCESTOR_FIELDS),
  ];
  for (const [one, other] of pairs) {
    if (one === undefined || other === undefined) continue;
    if ((form[one] === undefined) !== (form[other] === undefined)) {
      problems[form[one] === undefined ? one : other] = { code: "required" };
    }
  }
  return Object.keys(problems).length === 0 ? null : problems;
}
