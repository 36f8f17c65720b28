import type { Problems } from "../kit/error-summary.tsx";

/** What an action answers when it could not save: what is wrong, and what was typed. */
export interface FormAnswer {
  readonly problems: Problems;
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The props of one text field: what was typed just now, else what is stored. */
export function fieldsOf(answer: FormAnswer | undefined) {
  return (name: string, stored: string | number | null) => ({
    name,
    defaultValue: typedIn(answer, name) ?? (stored === null ? "" : String(stored)),
    error: answer?.problems[name],
  });
}

export function typedIn(answer: FormAnswer | undefined, name: string): string | undefined {
  const typed = answer?.values[name];
  return typeof typed === "string" ? typed : undefined;
}

/** The words of a page by field name, for the summary of what is wrong. Sentences with values are left out. */
export function labelsIn(words: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
