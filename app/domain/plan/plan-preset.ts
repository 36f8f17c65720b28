import type { Cutoff } from "../calendar/cutoff.ts";
import type { CommuneKind, VillageKind } from "../roster/commune.ts";
import type { CriteriaSheet } from "../year/criteria-sheet.ts";
import type { ActivityProposal, PointLimits } from "./activity-proposal.ts";
import type { BadgeProposal } from "./badge-proposal.ts";
import type { DocumentTemplate, LegalBasis } from "./document-template.ts";
import type { Milestone } from "./milestone.ts";
import type { PlanQuota, PlanTarget } from "./target.ts";
import type { PlanWords } from "./words.ts";

export const PRESET_IDS = ["dai-son-2026", "hong-gai-2024", "ninh-thuan-2022", "ngoc-hoi-2026"] as const;
export type PresetId = (typeof PRESET_IDS)[number];

export const DEFAULT_PRESET_ID: PresetId = "dai-son-2026";

export function isPresetId(text: string): text is PresetId {
  return (PRESET_IDS as readonly string[]).includes(text);
}

export interface TeamSize {
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** A10: the minimum is of active members ("thành viên hoạt động"), not of names on the list. */
  readonly minimumCountsActive: boolean;
  readonly teamsPerVillage: number;
  /** Kinds of team the plan knows beside the village's own. */
  readonly otherTeams: readonly ("commune" | "school" | "response")[];
  /** Age below which members are preferred, where the plan says so. Never a reason to refuse. */
  readonly preferredAgeBelow: number | null;
  readonly leaderIs: readonly string[];
  readonly deputyIs: readonly string[];
  readonly others: readonly string[];
}

export interface ReportPlan {
  readonly every: "month" | "quarter";
  readonly onRequest: boolean;
  readonly cutoff: Cutoff;
  readonly contents: readonly string[];
}

/** A plan as a commune can pick it up and edit it. Figures of the proposal are ours and say so on every screen. */
export interface PlanPreset {
  readonly id: PresetId;
  readonly name: string;
  readonly summary: string;
  readonly year: number;
  readonly communeKind: CommuneKind;
  readonly villageKind: VillageKind;
  readonly words: PlanWords;
  readonly team: TeamSize;
  readonly report: ReportPlan;
  readonly quotas: readonly PlanQuota[];
  readonly targets: readonly PlanTarget[];
  readonly milestones: readonly Milestone[];
  readonly movements: readonly string[];
  readonly awardSubjects: readonly ("village" | "team" | "member" | "model" | "initiative")[];
  readonly document: DocumentTemplate;
  readonly legalBases: readonly LegalBasis[];
  readonly proposal: PointProposal;
}

/** No plan gives a points scale. This one is a proposal until the commune adopts it in its own regulation. */
export interface PointProposal {
  readonly standing: "proposed";
  readonly activities: readonly ActivityProposal[];
  readonly limits: PointLimits;
  readonly badges: readonly BadgeProposal[];
  readonly sheet: CriteriaSheet;
}
