import { z } from "zod";
import type { ClusterSlot } from "#app/domain/year/clusters.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import { choiceOf, MEASURE_CHOICES, readChoice } from "#app/domain/year/measure-choice.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import {
  type CriterionChange,
  changeSheet,
  figuresOf,
  readHundredths,
  type SheetFigure,
  type TypedFigures,
} from "#app/domain/year/sheet-figures.ts";
import { lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const revision = wholeNumber({ minimum: 1, maximum: 1_000_000 });
const title = lineText({ minimum: 3, maximum: 200 });

export const startSchema = z.object({
  title,
  from: wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional(),
});
export const askSchema = z.object({ revision, document: lineText({ minimum: 3, maximum: 200 }) });
export const adoptSchema = z.object({
  revision,
  version: wholeNumber({ minimum: 1, maximum: 1_000_000 }),
  sure: z.literal("yes"),
});
export const dropSchema = z.object({ sure: z.literal("yes") });
export const importSchema = z.object({ title });

/** "30", "7,5": hundredths. */
function hundredthsText(most: number) {
  return z.string().transform((raw, context): number => {
    const hundredths = readHundredths(raw);
    if (hundredths === null) return refuse(context, { code: "criteria_figure_unread" });
    return hundredths > most * 100 ? refuse(context, { code: "too_large", maximum: most }) : hundredths;
  });
}

function figureText({ unit, isOptional }: SheetFigure) {
  const text = unit === "count" ? wholeNumber({ minimum: 0, maximum: 100_000 }) : hundredthsText(100);
  return isOptional ? text.optional() : text;
}

/** The fields of one sheet: those of every criterion and of every figure it is worked out by. */
export function sheetFormSchema(sheet: CriteriaSheet) {
  const fields: Record<string, z.ZodType> = {
    revision,
    title,
    quota: hundredthsText(100),
    "added.title": lineText({ maximum: 200 }).optional(),
    "added.explanation": noteText({ maximum: 600 }).optional(),
    "added.maximum": hundredthsText(100).optional(),
    "added.group": z.enum(sheet.groups.map(({ key }) => key) as [string, ...string[]]).optional(),
    "added.measure": z.enum(MEASURE_CHOICES).optional(),
    "added.nature": z.enum(["part", "bonus", "deduction"]).optional(),
  };
  for (const criterion of listCriteria(sheet)) {
    const { key } = criterion;
    fields[`${key}.title`] = lineText({ maximum: 200 });
    fields[`${key}.explanation`] = noteText({ maximum: 600 }).optional();
    fields[`${key}.maximum`] = hundredthsText(100);
    fields[`${key}.measure`] = z.enum(MEASURE_CHOICES).optional();
    fields[`${key}.drop`] = z.literal("yes").optional();
    for (const figure of figuresOf(criterion)) fields[`${key}.${figure.name}`] = figureText(figure);
  }
  for (const band of sheet.bands) fields[`band.${band.key}`] = hundredthsText(100);
  return z.object(fields);
}

/** What was typed, laid over the sheet it was typed for. */
export function sheetOfForm(
  typed: Readonly<Record<string, unknown>>,
): (sheet: CriteriaSheet) => CriteriaSheet {
  const text = (name: string) => String(typed[name] ?? "");
  const figure = (name: string) => (typeof typed[name] === "number" ? (typed[name] as number) : null);
  return (sheet) => {
    const kept = listCriteria(sheet).filter(({ key }) => typed[`${key}.drop`] !== "yes");
    const criteria = kept.map((criterion): [string, CriterionChange] => {
      const { key } = criterion;
      const figures: TypedFigures = Object.fromEntries(
        figuresOf(criterion).map(({ name }) => [name, figure(`${key}.${name}`)]),
      );
      const words = { title: text(`${key}.title`), explanation: text(`${key}.explanation`) };
      const measure = readChoice(typed[`${key}.measure`]) ?? choiceOf(criterion.measure);
      return [key, { ...words, maximum: figure(`${key}.maximum`) ?? 0, measure, figures }];
    });
    const group = text("added.group") || sheet.groups[0]?.key || "";
    const nature = typed["added.nature"];
    const added = {
      title: text("added.title"),
      explanation: text("added.explanation"),
      maximum: figure("added.maximum") ?? 0,
      nature: nature === "bonus" || nature === "deduction" ? nature : "part",
      group,
      measure: readChoice(typed["added.measure"]) ?? "document",
    } as const;
    return changeSheet(sheet, {
      criteria: new Map(criteria),
      added: added.title === "" ? null : added,
      bandsFrom: new Map(sheet.bands.map(({ key, from }) => [key, figure(`band.${key}`) ?? from])),
      quota: figure("quota") ?? sheet.quota,
    });
  };
}

/** A name for each line, and for each village the line it is in; an empty one is in none. */
export function clustersFormSchema(
  slots: readonly ClusterSlot[],
  villages: readonly { readonly id: number }[],
) {
  const line = wholeNumber({ minimum: 0, maximum: slots.length }).optional();
  return z.object({
    revision,
    ...Object.fromEntries(
      slots.map(({ slot }) => [`title-${slot}`, lineText({ maximum: 80 }).optional()] as const),
    ),
    ...Object.fromEntries(villages.map(({ id }) => [`village-${id}`, line] as const)),
  });
}
