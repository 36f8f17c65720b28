import type { ActivityKind } from "../activity/scheme.ts";

/** Below its least size a piece of work is not of this kind: refused when it is typed, worth nothing if it counts. */
export type LeastRefusal =
  | { readonly code: "work_too_few_people"; readonly minimum: number }
  | { readonly code: "work_too_short"; readonly minimumMinutes: number };

export function refuseBelowLeast(
  { least }: Pick<ActivityKind, "least">,
  work: { readonly people: number; readonly minutes: number | null },
): LeastRefusal | null {
  if (least?.people !== undefined && work.people < least.people) {
    return { code: "work_too_few_people", minimum: least.people };
  }
  if (least?.minutes !== undefined && (work.minutes ?? 0) < least.minutes) {
    return { code: "work_too_short", minimumMinutes: least.minutes };
  }
  return null;
}
