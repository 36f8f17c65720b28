import type { LocalDate } from "../calendar/local-date.ts";

/** Written out in remix.config.js. */
export const INSPECTIONS_PATH = "/van-phong/kiem-tra-to";

/** J22: what a visit found, in the words offices use. */
export const INSPECTION_RESULTS = ["good", "to_improve", "serious"] as const;
export type InspectionResult = (typeof INSPECTION_RESULTS)[number];

export type InspectionRefusal =
  | { readonly code: "inspection_in_future"; readonly today: LocalDate }
  | { readonly code: "inspection_place_gone" }
  /** What must be done, and by when, go together. */
  | { readonly code: "inspection_due_missing" }
  | { readonly code: "inspection_due_before_visit" }
  | { readonly code: "inspection_follow_up_missing" }
  | { readonly code: "inspection_nothing_to_follow" };

export interface InspectionView {
  readonly id: string;
  readonly place: string;
  readonly inspectedOn: LocalDate;
  readonly inspectors: string;
  readonly result: InspectionResult;
  readonly findings: string;
  readonly followUp: {
    readonly text: string;
    readonly dueOn: LocalDate;
    readonly done: { readonly on: LocalDate; readonly note: string } | null;
    readonly isOverdue: boolean;
  } | null;
}

/** "village:3" or "team:5": one choice on the form, since a team stands in its village. */
export type InspectedPlace = { readonly kind: "village" | "team"; readonly id: number };

export function parseInspectedPlace(text: string): InspectedPlace | null {
  const parts = /^(village|team):([1-9]\d{0,8})$/.exec(text);
  return parts ? { kind: parts[1] as InspectedPlace["kind"], id: Number(parts[2]) } : null;
}

/** What a visit found serious must be followed up; whatever is to be done has a day. */
export function judgeInspection(
  facts: {
    readonly inspectedOn: LocalDate;
    readonly result: InspectionResult;
    readonly followUp: string | null;
    readonly followUpDue: LocalDate | null;
  },
  today: LocalDate,
): InspectionRefusal | null {
  const { inspectedOn, result, followUp, followUpDue } = facts;
  if (inspectedOn > today) return { code: "inspection_in_future", today };
  if (followUp === null) return result === "serious" ? { code: "inspection_follow_up_missing" } : null;
  if (followUpDue === null) return { code: "inspection_due_missing" };
  return followUpDue < inspectedOn ? { code: "inspection_due_before_visit" } : null;
}
