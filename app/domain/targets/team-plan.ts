import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { Span } from "./progress.ts";

/** B24: what a team takes on of one of the commune's targets, as a count it can see reached. */
export interface TeamPlanTarget {
  readonly key: string;
  readonly count: number;
}

export interface TeamPlanTask {
  readonly text: string;
  readonly dueOn: LocalDate | null;
}

export interface TeamPlanContent {
  readonly targets: readonly TeamPlanTarget[];
  readonly tasks: readonly TeamPlanTask[];
}

export type TeamPlanState = "none" | "draft" | "waiting" | "returned" | "approved";

export interface TeamPlanFacts {
  readonly isSubmitted: boolean;
  readonly verdict: "approve" | "return" | null;
}

export const MOST_PLAN_TASKS = 8;

/** Of the latest revision; an approved one holds until a later one is approved. */
export function stateOfTeamPlan(latest: TeamPlanFacts | null): TeamPlanState {
  if (latest === null) return "none";
  if (latest.verdict !== null) return latest.verdict === "approve" ? "approved" : "returned";
  return latest.isSubmitted ? "waiting" : "draft";
}

export type TeamPlanRefusal =
  | { readonly code: "team_plan_empty" }
  | { readonly code: "team_plan_task_outside_year"; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: "team_plan_waiting" }
  | { readonly code: "team_plan_own_word" }
  | { readonly code: "team_plan_not_waiting" }
  | { readonly code: "team_plan_changed" };

export function judgeTeamPlan(
  content: TeamPlanContent,
  isSubmitted: boolean,
  { firstDay, lastDay }: Span,
): Verdict<TeamPlanContent, TeamPlanRefusal> {
  if (isSubmitted && content.targets.length + content.tasks.length === 0) {
    return refused({ code: "team_plan_empty" });
  }
  const isOutside = ({ dueOn }: TeamPlanTask) => dueOn !== null && (dueOn < firstDay || dueOn > lastDay);
  return content.tasks.some(isOutside)
    ? refused({ code: "team_plan_task_outside_year", first: firstDay, last: lastDay })
    : allowed(content);
}

/** B23, B24: whoever wrote or proposed does not approve. */
export function mayApprove(writtenBy: string, approver: string): boolean {
  return writtenBy !== approver;
}

/** A team's share of what the commune is asked, by the length of its own list: rounded up, so that all together suffice. */
export function suggestCount(basisPoints: number, listOfTeam: number | null): number | null {
  if (listOfTeam === null || listOfTeam <= 0) return null;
  return Number((BigInt(listOfTeam) * BigInt(basisPoints) + 9_999n) / 10_000n);
}
