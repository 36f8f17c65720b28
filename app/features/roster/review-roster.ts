import {
  type Composition,
  type CompositionRules,
  reviewComposition,
} from "#app/domain/people/composition.ts";
import type { Roster, RosterMember, RosterPlace, RosterTeam, RosterVillage } from "./load-roster.server.ts";

export interface TeamReview {
  readonly team: RosterTeam;
  readonly composition: Composition;
  readonly coreMembers: number;
  /** A11: said to know information technology. */
  readonly skilledMembers: number;
  /** A43: here for a campaign; the plan's sizes and shares are of the others. */
  readonly guests: number;
}

export interface VillageReview {
  readonly village: RosterVillage;
  readonly teams: number;
  /** A03: fewer teams than the plan wants; most plans want one. */
  readonly missingTeams: number;
}

export interface RosterReview {
  readonly teams: readonly TeamReview[];
  readonly villages: readonly VillageReview[];
  readonly coveredVillages: number;
  /** Teams and villages with something to mend. */
  readonly warnings: number;
}

export interface ReviewRules {
  readonly composition: CompositionRules;
  readonly teamsPerVillage: number;
  readonly year: number;
  /** A10: who has verified work in the last three months; null where that is not counted. */
  readonly activeMemberIds: ReadonlySet<string> | null;
}

/** A03, A09-A15 on one sheet. It warns; nothing anywhere asks it for leave. */
export function reviewRoster(roster: Roster, rules: ReviewRules): RosterReview {
  const byTeam = groupByTeam(roster.members);
  const teams = roster.teams.map((team) => reviewTeam(team, byTeam.get(team.id) ?? [], rules));
  const villages = roster.villages.map((village) => {
    const count = roster.teams.filter(({ villageId }) => villageId === village.id).length;
    return { village, teams: count, missingTeams: Math.max(0, rules.teamsPerVillage - count) };
  });
  return {
    teams,
    villages,
    coveredVillages: villages.filter((each) => each.teams > 0).length,
    warnings:
      teams.filter(({ composition }) => composition.warnings.length > 0).length +
      villages.filter(({ missingTeams }) => missingTeams > 0).length,
  };
}

type MemberInTeam = RosterMember & Pick<RosterPlace, "role" | "isCore" | "isGuest">;

export function groupByTeam(members: readonly RosterMember[]): ReadonlyMap<number, readonly MemberInTeam[]> {
  const teams = new Map<number, MemberInTeam[]>();
  for (const member of members) {
    for (const { teamId, role, isCore, isGuest } of member.places) {
      const team = teams.get(teamId) ?? [];
      team.push({ ...member, role, isCore, isGuest });
      teams.set(teamId, team);
    }
  }
  return teams;
}

export function reviewTeam(
  team: RosterTeam,
  everybody: readonly MemberInTeam[],
  { composition, year, activeMemberIds }: ReviewRules,
): TeamReview {
  const members = everybody.filter(({ isGuest }) => !isGuest);
  const facts = members.map(({ memberId, role, birthYear }) => ({
    role,
    birthYear,
    isActive: activeMemberIds === null ? null : activeMemberIds.has(memberId),
  }));
  return {
    team,
    composition: reviewComposition(facts, composition, year),
    coreMembers: members.filter(({ isCore }) => isCore).length,
    skilledMembers: members.filter(({ hasItSkill }) => hasItSkill === true).length,
    guests: everybody.length - members.length,
  };
}
