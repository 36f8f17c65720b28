import { describe, expect, it } from "vitest";
import { type CompositionRules, reviewComposition, type TeamMemberFacts } from "./composition.ts";

const daiSon: CompositionRules = {
  minMembers: 5,
  maxMembers: null,
  minimumCountsActive: true,
  youngUnderAge: 40,
  youngShareBasisPoints: 5_000,
};

function team(size: number, change: Partial<TeamMemberFacts> = {}): TeamMemberFacts[] {
  return Array.from({ length: size }, (_, index) => ({
    role: index === 0 ? "leader" : index === 1 ? "deputy" : "member",
    birthYear: 2000,
    isActive: true,
    ...change,
  }));
}

const codes = (members: TeamMemberFacts[], rules = daiSon) =>
  reviewComposition(members, rules, 2026).warnings.map((warning) => warning.code);

describe("the composition of a team warns and never blocks", () => {
  it("A10: five members are enough, four are not", () => {
    expect(codes(team(5))).toEqual([]);
    expect(codes(team(4))).toEqual(["team_too_small"]);
  });

  it("A09: a plan of three to five warns outside that range only", () => {
    const ninhThuan = { ...daiSon, minMembers: 3, maxMembers: 5, minimumCountsActive: false };
    expect(codes(team(2), ninhThuan)).toEqual(["team_too_small"]);
    expect(codes(team(3), ninhThuan)).toEqual([]);
    expect(codes(team(5), ninhThuan)).toEqual([]);
    expect(codes(team(6), ninhThuan)).toEqual(["team_too_large"]);
  });

  it("A14, A15: a leader and a deputy are missed, two leaders are noticed", () => {
    expect(codes(team(5, { role: "member" }))).toEqual(["team_without_leader", "team_without_deputy"]);
    expect(codes(team(5, { role: "leader" }))).toEqual(["team_with_several_leaders", "team_without_deputy"]);
  });

  it("A12: forty is no longer under forty, and an unknown year of birth is neither", () => {
    expect(reviewComposition(team(2, { birthYear: 1986 }), daiSon, 2026).youngShareBasisPoints).toBe(0);
    expect(reviewComposition(team(2, { birthYear: 1987 }), daiSon, 2026).youngShareBasisPoints).toBe(10_000);
    expect(reviewComposition(team(2, { birthYear: null }), daiSon, 2026).youngShareBasisPoints).toBeNull();
    expect(codes(team(5, { birthYear: null }))).toEqual(["birth_years_missing"]);
  });

  it("A10: five on the roster of whom three are active are too few where the plan counts the active", () => {
    const half = [...team(3), ...team(2, { isActive: false, role: "member" })];
    expect(reviewComposition(half, daiSon, 2026)).toMatchObject({
      members: 5,
      activeMembers: 3,
      warnings: [{ code: "team_too_few_active", active: 3, members: 5, minimum: 5 }],
    });
    expect(codes(half, { ...daiSon, minimumCountsActive: false })).toEqual([]);
    expect(codes(half.slice(1))).toEqual(["team_too_small", "team_without_leader"]);
  });

  it("A10: where nobody can say who is active, nobody is called inactive", () => {
    expect(reviewComposition(team(5, { isActive: null }), daiSon, 2026)).toMatchObject({
      activeMembers: null,
    });
    expect(codes(team(5, { isActive: null, role: "leader" }))).not.toContain("team_too_few_active");
  });
});
