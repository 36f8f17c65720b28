import { isInForce } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/can.ts";
import type { Role } from "#app/domain/access/roles.ts";
import type { DifficultyView } from "#app/domain/difficulties/difficulty-view.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

type Asker = Pick<Caller, "actor" | "communeId" | "today" | "person">;
type Place = Pick<DifficultyView, "teamId" | "villageId" | "raisedById" | "ownerId">;

/** Roles that are awake in this session and reach the place; a union's reaches only its own words. */
function rolesAt({ actor, communeId, today }: Asker, { teamId, villageId }: Place): Role[] {
  if (communeId === null) return [];
  const verdict = can(actor, "difficulty.read", null, today);
  const awake = verdict.ok ? verdict.value.grants : [];
  return awake
    .filter(
      (grant) =>
        isInForce(grant, today) &&
        grant.communeId === communeId &&
        (grant.villageId === null || grant.villageId === villageId) &&
        (grant.teamId === null || grant.teamId === teamId),
    )
    .map(({ role }) => role);
}

export function maySee(caller: Asker, place: Place): boolean {
  const { accountId } = caller.person;
  if (place.raisedById === accountId || place.ownerId === accountId) return true;
  return rolesAt(caller, place).some((role) => role !== "youth_union");
}

/** Whoever it lies with: the team's heads, the desk or the office it was sent to, the committee. */
export function mayHandle(caller: Asker, difficulty: Place & Pick<DifficultyView, "stage">): boolean {
  const roles = rolesAt(caller, difficulty);
  const isOffice = roles.includes("office");
  switch (difficulty.stage) {
    case "team":
      return roles.includes("leader") || roles.includes("deputy");
    case "office":
      return isOffice || (roles.includes("sector_office") && difficulty.ownerId === caller.person.accountId);
    case "committee":
    case "upper":
      return isOffice || roles.includes("commune_leader");
  }
}

export function mayRoute(caller: Asker, difficulty: Place): boolean {
  return rolesAt(caller, difficulty).includes("office");
}

/** Teams whose difficulties somebody may raise, and as what. */
export function teamsOf({ actor, communeId, today }: Asker): { teamId: number; leads: boolean }[] {
  const verdict = can(actor, "difficulty.raise", null, today);
  const grants = verdict.ok ? verdict.value.grants.filter((grant) => grant.communeId === communeId) : [];
  const teamIds = [...new Set(grants.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
  return teamIds.map((teamId) => ({
    teamId,
    leads: grants.some(
      (grant) => grant.teamId === teamId && (grant.role === "leader" || grant.role === "deputy"),
    ),
  }));
}

/** Whoever raises for an office or a union stands above the teams. */
export function raisesForUnit({ actor, communeId, today }: Asker): "office" | "committee" | null {
  const verdict = can(actor, "difficulty.raise", null, today);
  const roles = verdict.ok
    ? verdict.value.grants.filter((grant) => grant.communeId === communeId).map(({ role }) => role)
    : [];
  if (roles.includes("office")) return "committee";
  return roles.includes("sector_office") || roles.includes("youth_union") ? "office" : null;
}
