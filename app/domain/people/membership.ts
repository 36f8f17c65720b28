import type { LocalDate } from "../calendar/local-date.ts";

export const teamRoles = ["leader", "deputy", "member"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** A person's time in one team. Both days count; an open end is null. */
export interface Membership {
  readonly memberId: string;
  readonly teamId: string;
  readonly role: TeamRole;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export type Interval = Pick<Membership, "from" | "until">;

export function coversDay(interval: Interval, day: LocalDate): boolean {
  return interval.from <= day && (interval.until === null || day <= interval.until);
}

export function overlap(left: Interval, right: Interval): boolean {
  return (
    (right.until === null || left.from <= right.until) && (left.until === null || right.from <= left.until)
  );
}

export type MembershipRefusal =
  | { code: "membership_ends_before_it_starts" }
  | { code: "membership_overlaps"; from: LocalDate; until: LocalDate | null };

/** One person is in one team at most once on any day; a second role there is a change, not a second row. */
export function checkMembership(
  wanted: Interval,
  others: readonly Interval[],
): { ok: true } | ({ ok: false } & MembershipRefusal) {
  if (wanted.until !== null && wanted.until < wanted.from) {
    return { ok: false, code: "membership_ends_before_it_starts" };
  }
  const hit = others.find((other) => overlap(wanted, other));
  return hit ? { ok: false, code: "membership_overlaps", from: hit.from, until: hit.until } : { ok: true };
}
