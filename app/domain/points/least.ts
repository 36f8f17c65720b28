import type { ActivityKind } from "../activity/scheme.ts";

/** Below its least size a piece of work is not of this kind: refused when it is written, worth nothing if it counts. */
export function isBelowLeast(
  { least }: Pick<ActivityKind, "least">,
  work: { readonly people: number; readonly minutes: number | null },
): boolean {
  return work.people < (least?.people ?? 0) || (work.minutes ?? 0) < (least?.minutes ?? 0);
}
