import type { ClaimField, ClaimProblem } from "#app/domain/activity/claim-refusals.ts";
import type { Rejection } from "#app/messages/rejections.ts";

/** What is wrong with a record, where the form shows it. */
export interface ClaimProblems {
  readonly fields: Readonly<Partial<Record<ClaimField | "form" | "service", Rejection>>>;
  readonly units: Readonly<Record<string, Rejection>>;
}

export const NO_PROBLEMS: ClaimProblems = { fields: {}, units: {} };

const SERVICE_CODES: ReadonlySet<string> = new Set([
  "unit_needs_service",
  "service_unknown",
  "service_retired",
]);

/** `unitKeys` names the form's row of each unit of the content: one row may have made several units. */
export function placeProblems(
  problems: readonly ClaimProblem[],
  unitKeys: readonly (string | null)[],
): ClaimProblems {
  const fields: Record<string, Rejection> = {};
  const units: Record<string, Rejection> = {};
  for (const { field, index, ...rejection } of problems) {
    // One choice of services serves everybody on the form.
    if (SERVICE_CODES.has(rejection.code)) {
      fields.service ??= rejection as Rejection;
      continue;
    }
    const key = field === "units" && index !== undefined ? unitKeys[index] : null;
    if (key) units[key] ??= rejection as Rejection;
    else fields[field] ??= rejection as Rejection;
  }
  return { fields, units };
}
