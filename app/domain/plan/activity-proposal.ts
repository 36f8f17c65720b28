/** A kind of work and the points proposed for it. Points are hundredths of a point, always whole numbers. */
export type Pillar = "government" | "economy" | "society" | "common";

/** What one unit of the work is; points are paid per unit. */
export type WorkUnit =
  | "person_service"
  | "person"
  | "learner"
  | "household"
  | "document"
  | "certificate"
  | "stall"
  | "step"
  | "product"
  | "session"
  | "class"
  | "shift"
  | "week"
  | "item"
  | "stage";

export const EVIDENCES = [
  "household",
  "service",
  "receipt",
  "counter",
  "photo",
  "link",
  "note",
  "form",
  "headcount",
  "attendance_list",
  "roster_code",
  "certificate",
  "office_record",
] as const;
export type Evidence = (typeof EVIDENCES)[number];

export type PointScale =
  /** Outcome decides: knows of it, can do it with help, does it alone. */
  | { readonly by: "outcome"; readonly knows: number; readonly withHelp: number; readonly proficient: number }
  | { readonly by: "unit"; readonly each: number }
  | { readonly by: "part"; readonly teacher: number; readonly helper: number }
  | { readonly by: "stage"; readonly piloted: number; readonly recognised: number };

/** Points on top of the scale, for what the work led to. */
export interface PointBonus {
  readonly key: string;
  readonly text: string;
  readonly each: number;
  /** The most the bonus can come to for one unit of work. */
  readonly atMost: number;
}

/** The same person, household or service does not earn again sooner. */
export type Repeat =
  | "every_time"
  | "once"
  | "once_a_year"
  | "once_a_round"
  | "once_a_survey_round"
  | "after_30_days";

export interface OwnCap {
  readonly units: number;
  readonly per: "day" | "month" | "person" | "household";
}

export interface ActivityProposal {
  readonly key: string;
  readonly name: string;
  readonly pillar: Pillar;
  readonly unit: WorkUnit;
  readonly scale: PointScale;
  readonly bonuses: readonly PointBonus[];
  readonly repeat: Repeat;
  readonly cap: OwnCap | null;
  /** Points for one person helped are split among those who helped; a shift or a class pays each in full. */
  readonly sharing: "split" | "each";
  readonly evidence: readonly Evidence[];
  /** Below this size or length the work does not count as this kind. */
  readonly least: { readonly people?: number; readonly minutes?: number } | null;
}

/** Limits over all kinds together, so that neither one long day nor a favourite kind decides a month. */
export interface PointLimits {
  readonly perDay: number;
  readonly perMonth: number;
  /** Extra for a person of a priority group, and the most it adds in a month. */
  readonly priorityPerson: number;
  readonly priorityPerMonth: number;
  /** A campaign announced before its start may multiply points by at most this, in hundredths. */
  readonly campaignFactorAtMost: number;
}

/** The most one unit of this kind pays, bonuses apart. */
export function topOfScale(scale: PointScale): number {
  switch (scale.by) {
    case "outcome":
      return scale.proficient;
    case "unit":
      return scale.each;
    case "part":
      return Math.max(scale.teacher, scale.helper);
    case "stage":
      return scale.piloted + scale.recognised;
  }
}
