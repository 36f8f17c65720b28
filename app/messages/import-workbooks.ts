import type { ImportProblem } from "#app/domain/people/plan-roster-import.ts";
import { imports } from "./vi/import.ts";

interface FailedLine {
  readonly outcome: { readonly fate: string; readonly problems?: readonly ImportProblem[] };
}

const { fields, roles, sexes, fates, sameName } = imports.batch;

/** The sheet of lines to mend. Its headings are those the reader knows, so that it can be sent in again. */
export const problemWorkbookWords = {
  sheet: fates.problem,
  headings: [
    "Dòng",
    fields.name,
    fields.birth,
    fields.sex,
    fields.position,
    fields.role,
    "Thôn",
    fields.phone,
    "Lý do",
  ] as const,
  sex: sexes,
  role: roles,
  reason({ outcome }: FailedLine): string {
    if (outcome.fate === "conflict") return `${sameName}.`;
    return (outcome.problems ?? []).map(sayProblem).join(" ");
  },
};

function sayProblem(problem: ImportProblem): string {
  const say = imports.problems[problem.code] as (facts: ImportProblem) => string;
  return say(problem);
}
