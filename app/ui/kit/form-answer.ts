import type { Problems } from "./error-summary.tsx";

/** What an action answers when it refuses: what is wrong, and what was typed. */
export interface FormAnswer {
  readonly problems: Problems;
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What stands in a field: what was just typed, else what is stored. */
export function fieldText(
  answer: FormAnswer | undefined,
  name: string,
  stored: string | number | null = null,
): string {
  if (answer === undefined) return stored === null ? "" : String(stored);
  const typed = answer.values[name];
  return typeof typed === "string" ? typed : "";
}

/** What a field of a form is named, begins with, and is told about what was typed. */
export function fieldOf(answer: FormAnswer | undefined, name: string, stored: string | number | null = null) {
  return { name, defaultValue: fieldText(answer, name, stored), error: answer?.problems[name] };
}

export function fieldList(
  answer: FormAnswer | undefined,
  name: string,
  stored: readonly string[] = [],
): readonly string[] {
  if (answer === undefined) return stored;
  const typed = answer.values[name];
  return typeof typed === "string" ? [typed] : (typed ?? []);
}
