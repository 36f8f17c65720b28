import type { TeamRole } from "./membership.ts";

/** What the plan asks of a team. Every figure is the plan's, none is the program's. */
export interface CompositionRules {
  readonly minMembers: number | null;
  readonly maxMembers: number | null;
  /** A10: "thành viên hoạt động": the minimum is of those who are active, as soon as that is known. */
  readonly minimumCountsActive: boolean;
  /** "Ưu tiên người có độ tuổi dưới 40 tuổi" (A12): a share to show, never a block. */
  readonly youngUnderAge: number;
  readonly youngShareBasisPoints: number | null;
}

export interface TeamMemberFacts {
  readonly role: TeamRole;
  readonly birthYear: number | null;
  /** At least one verified act in the last three months; null where nobody can say. */
  readonly isActive: boolean | null;
}

export type CompositionWarning =
  | { code: "team_too_small"; members: number; minimum: number }
  | { code: "team_too_few_active"; active: number; members: number; minimum: number }
  | { code: "team_too_large"; members: number; maximum: number }
  | { code: "team_without_leader" }
  | { code: "team_with_several_leaders"; leaders: number }
  | { code: "team_without_deputy" }
  | { code: "team_mostly_older"; shareBasisPoints: number; wantedBasisPoints: number; underAge: number }
  | { code: "birth_years_missing"; members: number };

export interface Composition {
  readonly members: number;
  /** Null where it is not known of everybody. Missing is not zero. */
  readonly activeMembers: number | null;
  /** Of those whose year of birth is known; null when none is. Missing is not zero. */
  readonly youngShareBasisPoints: number | null;
  readonly warnings: readonly CompositionWarning[];
}

/** Warns and never blocks (A09, A10, A12, A14, A15). */
export function reviewComposition(
  members: readonly TeamMemberFacts[],
  rules: CompositionRules,
  year: number,
): Composition {
  const known = members.filter((member) => member.birthYear !== null);
  const young = known.filter((member) => year - (member.birthYear ?? 0) < rules.youngUnderAge).length;
  const youngShareBasisPoints = known.length === 0 ? null : Math.floor((young * 10_000) / known.length);
  const leaders = members.filter((member) => member.role === "leader").length;
  const warnings: CompositionWarning[] = [];
  const active = members.every((member) => member.isActive !== null)
    ? members.filter((member) => member.isActive).length
    : null;
  // A10: "tối thiểu 5 thành viên"; A09: "từ 3-5 người". At least and at most include the figure itself.
  const minimum = rules.minMembers;
  if (minimum !== null && members.length < minimum) {
    warnings.push({ code: "team_too_small", members: members.length, minimum });
  } else if (minimum !== null && rules.minimumCountsActive && active !== null && active < minimum) {
    warnings.push({ code: "team_too_few_active", active, members: members.length, minimum });
  }
  if (rules.maxMembers !== null && members.length > rules.maxMembers) {
    warnings.push({ code: "team_too_large", members: members.length, maximum: rules.maxMembers });
  }
  if (leaders === 0) warnings.push({ code: "team_without_leader" });
  if (leaders > 1) warnings.push({ code: "team_with_several_leaders", leaders });
  if (!members.some((member) => member.role === "deputy")) warnings.push({ code: "team_without_deputy" });
  if (
    rules.youngShareBasisPoints !== null &&
    youngShareBasisPoints !== null &&
    youngShareBasisPoints < rules.youngShareBasisPoints
  ) {
    warnings.push({
      code: "team_mostly_older",
      shareBasisPoints: youngShareBasisPoints,
      wantedBasisPoints: rules.youngShareBasisPoints,
      underAge: rules.youngUnderAge,
    });
  }
  if (known.length < members.length) {
    warnings.push({ code: "birth_years_missing", members: members.length - known.length });
  }
  return {
    members: members.length,
    activeMembers: active,
    youngShareBasisPoints,
    warnings,
  };
}
