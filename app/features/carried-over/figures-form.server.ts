import { z } from "zod";
import { type CarriedPeriod, parseCarriedPeriod } from "#app/domain/carried-over/carried-period.ts";
import { CARRIED_METRICS, LARGEST_FIGURE, readFigure } from "#app/domain/carried-over/metric.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { lineText, refuse } from "#app/features/forms/text.schema.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { saveFigures } from "./save-figures.server.ts";

export const periodText = z
  .string()
  .transform(
    (raw, context): CarriedPeriod =>
      parseCarriedPeriod(raw) ?? refuse(context, { code: "carried_period_unclear" }),
  );
export const sourceText = lineText({ minimum: 3, maximum: 200 });

const schema = z.object({ period: periodText, metric: z.enum(CARRIED_METRICS), source: sourceText });

type Answer =
  | { readonly ok: true; readonly period: string; readonly metric: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The sheet of one figure: a field for every village, "village-12"; null where a village is not the commune's. */
export async function takeFigures(caller: Caller, fields: FormData): Promise<Answer> {
  const plain = new FormData();
  const values = new Map<number, number | null>();
  const problems: Record<string, Rejection> = {};
  const typed: Record<string, string> = {};
  for (const [name, entry] of fields) {
    const text = typeof entry === "string" ? entry : "";
    const village = /^village-(\d{1,9})$/.exec(name)?.[1];
    if (village === undefined) {
      plain.append(name, text);
      continue;
    }
    typed[name] = text;
    const value = text.trim() === "" ? null : readFigure(text);
    if (text.trim() !== "" && value === null)
      problems[name] = { code: "carried_not_a_figure", maximum: LARGEST_FIGURE };
    values.set(Number(village), value);
  }
  const form = await readForm(plain, schema);
  const back = { ...form.values, ...typed } as FormValues;
  if (!form.ok || Object.keys(problems).length > 0) {
    return {
      ok: false,
      problems: { ...(form.ok ? {} : form.problems), ...problems } as FormProblems,
      values: back,
    };
  }
  const verdict = await inRoster(caller, "carried-over.save", (tx, act) =>
    saveFigures(tx, act, { ...form.value, values }),
  );
  if (verdict.ok) return { ok: true, period: form.value.period, metric: form.value.metric };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...rejection } = verdict;
  return { ok: false, problems: { period: rejection } as FormProblems, values: back };
}
