import type { LocalDate } from "../calendar/local-date.ts";
import type { Pillar } from "../plan/activity-proposal.ts";
import { unifySpelling } from "../text/fold-vietnamese.ts";

export const SERVICE_KINDS = ["service", "app", "channel", "platform"] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

/** The sectors the plans name as owners (L04, L18). A commune may type others. */
export const SECTORS = [
  "Công an",
  "Tư pháp",
  "Thuế",
  "Y tế",
  "Giáo dục",
  "Bảo hiểm xã hội",
  "Giao thông",
  "Bưu chính",
  "Ngân hàng",
  "Công Thương",
  "Du lịch",
  "Khoa học và Công nghệ",
  "Ủy ban nhân dân",
] as const;

/** A service, app, channel or platform people are guided to (C04, B15, L18). */
export interface ServiceEntry {
  readonly key: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly pillar: Pillar;
  readonly sector: string | null;
  /** Named in the plan as an example of what the monthly quota counts (B15). */
  readonly inQuota: boolean;
  readonly isProject06: boolean;
  /** No new work with it from this day on; what was done with it stays (C18). */
  readonly retiredOn: LocalDate | null;
}

export type ServiceRefusal =
  | { readonly code: "service_not_there" }
  | { readonly code: "service_name_taken"; readonly name: string };

export function isOffered(service: Pick<ServiceEntry, "retiredOn">, day: LocalDate): boolean {
  return service.retiredOn === null || day < service.retiredOn;
}

/** Two entries that are still offered and read the same would be counted as two services of one person. */
export function isSameName(left: string, right: string): boolean {
  return unifySpelling(left) === unifySpelling(right);
}
