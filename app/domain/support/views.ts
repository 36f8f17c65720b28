import type { LocalDate } from "../calendar/local-date.ts";
import type { ContributionKind, CostState, PartnerKind } from "./support.ts";

export interface PerkView {
  readonly id: string;
  readonly title: string;
  readonly details: string;
  readonly badgeKey: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** An offer as a member reads it. */
export interface OfferedPerk extends PerkView {
  readonly partnerName: string;
  readonly badgeName: string | null;
  readonly mayUse: boolean;
}

export interface EquipmentView {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly place: string;
  readonly lentTeamId: number | null;
  readonly lentTeam: string | null;
  readonly lentOn: LocalDate | null;
}

/** A47: one partner with all that stands behind it. */
export interface PartnerView {
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly perks: readonly PerkView[];
  readonly equipment: readonly EquipmentView[];
  readonly events: readonly string[];
  readonly given: number;
  readonly givenDong: number;
}

export interface ContributionView {
  readonly id: string;
  readonly from: string;
  readonly kind: ContributionKind;
  readonly what: string;
  readonly valueDong: number;
  readonly receivedOn: LocalDate;
  readonly document: string | null;
  readonly struckWhy: string | null;
}

export interface CostLineView {
  readonly id: string;
  readonly event: string;
  readonly plannedOn: LocalDate;
  readonly partner: string | null;
  readonly item: string;
  readonly quantity: number;
  readonly priceDong: number;
  readonly state: CostState;
  readonly enteredBy: string;
  readonly decidedBy: string | null;
  readonly decisionWhy: string | null;
  /** The reader may appraise it. */
  readonly mayDecide: boolean;
}

/** What a report says of the help of a span of days. */
export interface SupportSummary {
  readonly partners: number;
  readonly contributions: Readonly<
    Record<ContributionKind, { readonly count: number; readonly valueDong: number }>
  >;
  readonly lentPieces: number;
  readonly approvedDong: number;
  readonly proposedDong: number;
}

/** Nothing was given, lent or planned: no line of a report speaks of it. */
export function isWithoutSupport({ contributions, lentPieces, approvedDong }: SupportSummary): boolean {
  const given = Object.values(contributions).reduce((sum, { count }) => sum + count, 0);
  return given + lentPieces + approvedDong === 0;
}

export const SUPPORT_PATHS = {
  partners: "/van-phong/doi-tac",
  money: "/van-phong/kinh-phi",
  estimates: "/van-phong/kinh-phi/du-toan.xlsx",
  perks: "/uu-dai",
} as const;
