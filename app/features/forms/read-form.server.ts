import { z } from "zod";
import type { Rejection } from "#app/messages/rejections.ts";
import { rejectionOf } from "./rejection-of.ts";
import { SECRET } from "./text.schema.ts";

/** A form of flat fields. A field that may come several times is an array. */
type FormSchema = z.ZodObject;
type FieldOf<Schema extends FormSchema> = Extract<keyof z.output<Schema>, string>;

/** What is wrong, by field; "form" when it is no single field. */
export type FormProblems<Field extends string = string> = { readonly [Name in Field | "form"]?: Rejection };
/** What was typed, to be shown again. Secrets are never among it. */
export type FormValues<Field extends string = string> = {
  readonly [Name in Field]?: string | readonly string[];
};

export type FormReading<Schema extends FormSchema> =
  | { readonly ok: true; readonly value: z.output<Schema>; readonly values: FormValues<FieldOf<Schema>> }
  | {
      readonly ok: false;
      readonly problems: FormProblems<FieldOf<Schema>>;
      readonly values: FormValues<FieldOf<Schema>>;
    };

interface Fields {
  getAll(name: string): (FormDataEntryValue | string)[];
}

/** The fields of a request, for actions that look at one of them before they choose a schema. Null: not a form. */
export async function receiveForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}

/**
 * Reads the fields the schema names, and no others, from a posted form, a form already received or a query. An
 * empty field counts as absent. Nothing a browser can send makes this throw.
 */
export async function readForm<Schema extends FormSchema>(
  source: Request | FormData | URLSearchParams,
  schema: Schema,
): Promise<FormReading<Schema>> {
  const fields = source instanceof Request ? await receiveForm(source) : source;
  if (fields === null)
    return { ok: false, problems: problemsOf({ form: { code: "not_readable" } }), values: {} };
  return readFields(fields, schema);
}

function readFields<Schema extends FormSchema>(fields: Fields, schema: Schema): FormReading<Schema> {
  const raw = new Map<string, string | string[]>();
  const values = new Map<string, string | string[]>();
  const problems = new Map<string, Rejection>();
  for (const [name, field] of Object.entries(schema.shape)) {
    const sent = fields.getAll(name).filter((entry) => !isEmptyFile(entry));
    const texts = sent.filter((entry) => typeof entry === "string");
    const isSecret = holdsSecret(name, field);
    const given = isSecret ? texts.filter((text) => text !== "") : texts.filter((text) => text.trim() !== "");
    const isList = kindOf(field) === "array";
    if (texts.length > 0 && !isSecret) values.set(name, isList ? texts : (texts[0] ?? ""));
    if (sent.length > texts.length || (!isList && given.length > 1))
      problems.set(name, { code: "not_valid" });
    if (isList) raw.set(name, given);
    else if (given[0] !== undefined) raw.set(name, given[0]);
  }
  const parsed = schema.safeParse(Object.fromEntries(raw));
  for (const issue of parsed.error?.issues ?? []) {
    const [name = "form"] = issue.path;
    const field = typeof name === "string" ? name : "form";
    if (!problems.has(field)) problems.set(field, rejectionOf(issue, raw.has(field)));
  }
  const shown = Object.fromEntries(values) as FormValues<FieldOf<Schema>>;
  if (parsed.success && problems.size === 0) return { ok: true, value: parsed.data, values: shown };
  return { ok: false, problems: problemsOf(Object.fromEntries(problems)), values: shown };
}

function problemsOf<Field extends string>(problems: Record<string, Rejection>): FormProblems<Field> {
  return problems as FormProblems<Field>;
}

/** What a browser sends for a file input that was left alone. */
function isEmptyFile(entry: FormDataEntryValue | string): boolean {
  return typeof entry !== "string" && entry.size === 0 && entry.name === "";
}

/** Declared secret, or named like one by somebody who forgot to declare it. */
function holdsSecret(name: string, field: z.core.$ZodType): boolean {
  return (
    /pass(?:word|phrase|key)|secret|token|pin$|otp/i.test(name) ||
    layersOf(field).some((layer) => z.globalRegistry.get(layer)?.[SECRET])
  );
}

function kindOf(field: z.core.$ZodType): string {
  return layersOf(field).at(-1)?._zod.def.type ?? "";
}

/** The schema under optional(), default(), transform() and their like, outermost first. */
function layersOf(field: z.core.$ZodType): z.core.$ZodType[] {
  const layers = [field];
  for (;;) {
    const definition = layers.at(-1)?._zod.def as
      | { innerType?: z.core.$ZodType; in?: z.core.$ZodType }
      | undefined;
    const inner = definition?.innerType ?? definition?.in;
    if (inner === undefined) return layers;
    layers.push(inner);
  }
}
