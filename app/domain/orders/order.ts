import { daysBetween, type Instant, type LocalDate } from "../calendar/local-date.ts";

export const MOST_PARTS = 200;
/** Somebody who was reminded is left alone for this long. */
const REMIND_AGAIN_AFTER_MS = 20 * 3_600_000;

export type OrderRefusal =
  | { readonly code: "order_due_in_past"; readonly today: LocalDate }
  | { readonly code: "order_nobody_chosen" }
  | { readonly code: "order_not_there" }
  | { readonly code: "order_task_not_there" }
  | { readonly code: "order_taken_back" }
  | { readonly code: "order_done_already" }
  | { readonly code: "order_time_not_later"; readonly dueOn: LocalDate }
  | { readonly code: "order_time_not_asked" }
  | { readonly code: "order_reminded_lately" };

export interface PartFacts {
  readonly percent: number;
  readonly dueOn: LocalDate;
  readonly isWithdrawn: boolean;
}

/** Whole days since the due day, which is wholly its own; null while there is time, or when it is done. */
export function daysLateOf({ percent, dueOn, isWithdrawn }: PartFacts, today: LocalDate): number | null {
  if (isWithdrawn || percent === 100 || today <= dueOn) return null;
  return daysBetween(dueOn, today);
}

export function mayRemind(remindedAt: Instant | null, now: Instant): boolean {
  return remindedAt === null || now - remindedAt >= REMIND_AGAIN_AFTER_MS;
}

/** One person's or team's part of an order. */
export interface PartView {
  readonly id: string;
  readonly orderId: string;
  readonly givenTo: "members" | "teams";
  readonly content: string;
  readonly detail: string | null;
  readonly activityKey: string | null;
  /** J14: the task of the plan it is done for. */
  readonly planTask: { readonly id: string; readonly content: string } | null;
  readonly teamId: number;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly dueOn: LocalDate;
  readonly askedUntil: LocalDate | null;
  readonly seenAt: Instant | null;
  readonly remindedAt: Instant | null;
  readonly percent: number;
  readonly issuedBy: string;
  readonly issuedOn: LocalDate;
  readonly withdrawReason: string | null;
  readonly daysLate: number | null;
}

export interface PartEvent {
  readonly id: string;
  readonly kind: "seen" | "progress" | "asked_time" | "gave_time" | "kept_time" | "reminded";
  readonly percent: number | null;
  readonly day: LocalDate | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Instant;
}

export interface OnePart extends PartView {
  readonly events: readonly PartEvent[];
  readonly may: { readonly perform: boolean; readonly direct: boolean };
}

/** An order to teams, with how many have seen it and done it. */
export interface OrderLine {
  readonly orderId: string;
  readonly content: string;
  readonly issuedBy: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly teams: number;
  readonly seen: number;
  readonly done: number;
  readonly late: number;
  readonly isWithdrawn: boolean;
}

/** An order under a task of the plan. */
export interface OrderOfTask {
  readonly orderId: string;
  readonly givenTo: PartView["givenTo"];
  readonly content: string;
  readonly dueOn: LocalDate;
  /** Where only one team was asked. */
  readonly teamName: string | null;
  readonly asked: number;
  readonly done: number;
  readonly late: number;
}

/** What waits for one person on their first page. */
export interface WorkInHand {
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
}

/** Written out in remix.config.js. */
export const ORDER_PATHS = {
  mine: "/viec-duoc-giao",
  one: (partId: string) => `/viec-duoc-giao/${partId}`,
  office: "/van-phong/giao-viec",
  ofOffice: (orderId: string) => `/van-phong/giao-viec/${orderId}`,
} as const;
