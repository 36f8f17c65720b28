import { z } from "zod";
import { type LocalDate, parseLocalDate, parseTypedDate } from "#app/domain/calendar/local-date.ts";
import { type Id, isId } from "#app/domain/ids.ts";
import { cleanText, type TextRefusal, type TextRule } from "#app/domain/text/clean-text.ts";
import type { Rejection } from "#app/messages/rejections.ts";

// The fields forms are made of. Each takes the one string a browser sends and answers with a value of the house,
// or with the refusal whose sentence stands beside the field.

interface Length {
  readonly minimum?: number;
  readonly maximum: number;
}

/** Names, titles, words on one line. Citizens' numbers are refused: no field of the house holds them. */
export function lineText(length: Length) {
  return textOf({ minimum: 1, lines: "one", identityNumbers: "refused", ...length });
}

/** Notes, reasons, descriptions. */
export function noteText(length: Length) {
  return textOf({ minimum: 1, lines: "many", identityNumbers: "refused", ...length });
}

/** A pasted table or list, where tabs part the columns; whoever reads the table judges the length of each cell. */
export function pastedText({ maximum }: { readonly maximum: number }) {
  return z.string().transform((raw, context): string => {
    if (raw.length > maximum) return refuse(context, { code: "too_long", maximum });
    const rows = raw.split(/\r\n?|\n/).map((row) => row.split("\t"));
    for (const cell of rows.flat()) {
      const verdict = cleanText(cell, { minimum: 0, maximum, lines: "one", identityNumbers: "kept" });
      if (!verdict.ok) return refuseVerdict(context, verdict);
    }
    return rows
      .map((row) => row.join("\t"))
      .join("\n")
      .normalize("NFC");
  });
}

/** A password or PIN: every space counts, it is never shown again, and only broken text is refused. */
export function secretText(length: Length) {
  return z
    .string()
    .transform((raw, context) => {
      const text = raw.normalize("NFC");
      const count = [...text].length;
      if (/\p{Surrogate}|[\0\uFFFD]/u.test(text)) return refuse(context, { code: "not_readable" });
      if (count > length.maximum) return refuse(context, { code: "too_long", maximum: length.maximum });
      const minimum = length.minimum ?? 1;
      return count < minimum ? refuse(context, { code: "too_short", minimum }) : text;
    })
    .meta({ [SECRET]: true });
}

/** Marks a schema whose value is never sent back to the page. */
export const SECRET = "isSecret";

export function wholeNumber(range: { readonly minimum: number; readonly maximum: number }) {
  return z.string().transform((raw, context): number => {
    const text = raw.trim();
    if (!/^-?\d{1,15}$/.test(text)) return refuse(context, { code: "not_a_number" });
    const number = Number(text);
    if (number < range.minimum) return refuse(context, { code: "too_small", minimum: range.minimum });
    if (number > range.maximum) return refuse(context, { code: "too_large", maximum: range.maximum });
    return number === 0 ? 0 : number;
  });
}

/** What a date input sends (2026-11-20) and what people type (20/11/2026). */
export function dayText() {
  return z.string().transform((raw, context): LocalDate => {
    const day = parseLocalDate(raw.trim()) ?? parseTypedDate(raw.trim());
    return day ?? refuse(context, { code: "not_a_date" });
  });
}

/** The id of a record; a wrong one was not typed by a person. */
export function idText() {
  return z
    .string()
    .transform((raw, context): Id => (isId(raw) ? raw : refuse(context, { code: "not_valid" })));
}

/** A box that sends nothing when it is empty. */
export function checkBox() {
  return z
    .string()
    .optional()
    .transform((value) => value !== undefined);
}

/** Refuses inside a transform, so that other fields can be built with codes of their own. */
export function refuse(context: z.RefinementCtx, rejection: Rejection): never {
  context.addIssue({ code: "custom", params: { rejection } });
  return z.NEVER;
}

function textOf(rule: TextRule) {
  return z.string().transform((raw, context): string => {
    const verdict = cleanText(raw, rule);
    return verdict.ok ? verdict.value : refuseVerdict(context, verdict);
  });
}

function refuseVerdict(
  context: z.RefinementCtx,
  { ok: _, ...rejection }: { ok: false } & TextRefusal,
): never {
  return refuse(context, rejection);
}
