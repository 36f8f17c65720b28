import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** A47: "doanh nghiệp Bưu điện khu vực, VNPT, Viettel, MobiFone", banks, and whoever else helps. */
export const PARTNER_KINDS = ["post", "telecom", "bank", "other"] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const CONTRIBUTION_KINDS = ["money", "equipment", "place"] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const COST_STATES = ["proposed", "approved", "declined"] as const;
export type CostState = (typeof COST_STATES)[number];

export type SupportRefusal =
  | { readonly code: "support_partner_known" }
  | { readonly code: "support_source_missing" }
  | { readonly code: "support_date_in_future"; readonly today: LocalDate }
  | { readonly code: "support_days_reversed" }
  | { readonly code: "support_cash_perk" }
  | { readonly code: "support_own_line" }
  | { readonly code: "support_decided" }
  | { readonly code: "support_struck" };

/** Amounts are whole đồng, in numbers that a program holds exactly. */
export function costOf({
  quantity,
  priceDong,
}: {
  readonly quantity: number;
  readonly priceDong: number;
}): number {
  return quantity * priceDong;
}

const CASH = /\b(tiền mặt|chuyển khoản|hoàn tiền|tặng tiền|thưởng tiền|cashback)\b/iu;

/** I05: a price or a service, never money in hand. */
export function judgePerk({
  title,
  details,
  startsOn,
  endsOn,
}: {
  readonly title: string;
  readonly details: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
}): Verdict<null, Extract<SupportRefusal, { code: "support_cash_perk" | "support_days_reversed" }>> {
  if (CASH.test(`${title} ${details}`.normalize("NFC"))) return refused({ code: "support_cash_perk" });
  return endsOn !== null && endsOn < startsOn ? refused({ code: "support_days_reversed" }) : allowed(null);
}

export interface PerkHolder {
  /** In a team today. */
  readonly isActive: boolean;
  readonly badges: ReadonlySet<string>;
}

/** I05: for members at work; some for those alone who hold a badge. */
export function mayUsePerk({ badgeKey }: { readonly badgeKey: string | null }, holder: PerkHolder): boolean {
  return holder.isActive && (badgeKey === null || holder.badges.has(badgeKey));
}

/** I09: appraised by another person, once. */
export function judgeDecision(
  line: { readonly state: CostState; readonly enteredBy: string },
  deciderId: string,
): Verdict<null, Extract<SupportRefusal, { code: "support_own_line" | "support_decided" }>> {
  if (line.enteredBy === deciderId) return refused({ code: "support_own_line" });
  return line.state === "proposed" ? allowed(null) : refused({ code: "support_decided" });
}
