import { allowed, refused, type Verdict } from "../verdict.ts";

/** What is asked of a team in a month: distinct people who do it alone (B14). */
export const PEOPLE_MEASURE = "proficient_people";

export const LARGEST_TARGET = 10_000;

export type TargetRefusal =
  | { code: "target_month_over" }
  | { code: "target_month_far"; until: number }
  /** Somebody else changed it since it was read. */
  | { code: "target_changed" }
  /** B23: proposed and approved by one person. */
  | { code: "target_own_word" }
  | { code: "target_not_waiting" };

/** Months in which a target may still be said: the running one and the one after. */
export interface OpenTargets {
  readonly current: number;
  readonly next: number;
}

/** Nobody is asked afterwards for what they should have done, nor measured by what came out. */
export function mayAssign(monthId: number, { current, next }: OpenTargets): Verdict<null, TargetRefusal> {
  if (monthId < current) return refused({ code: "target_month_over" });
  return monthId > next ? refused({ code: "target_month_far", until: next }) : allowed(null);
}

/** What holds: the office's word for this team and month, else the plan's quota; null where neither asks anything. */
export function targetOf(assigned: number | null, quota: number | null): number | null {
  return assigned ?? quota;
}

export interface TargetSum {
  readonly target: number;
  readonly done: number;
  /** Teams that reached theirs, of those that have one. */
  readonly reached: number;
  readonly asked: number;
}

export function sumTargets(
  lines: readonly { readonly target: number | null; readonly done: number }[],
): TargetSum {
  const asked = lines.flatMap(({ target, done }) => (target === null ? [] : [{ target, done }]));
  return {
    target: asked.reduce((sum, { target }) => sum + target, 0),
    done: asked.reduce((sum, { done }) => sum + done, 0),
    reached: asked.filter(({ target, done }) => done >= target).length,
    asked: asked.length,
  };
}
