import type { TeamRole } from "#app/domain/people/membership.ts";
import { judgeUnitChange, type UnitChangeRefusal } from "#app/domain/roster/unit-change.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findStandingUnits } from "./find-standing-units.server.ts";
import { type NewTeamPlan, planNewTeams } from "./plan-new-teams.server.ts";
import type { UnitChangeOrder } from "./unit-change.ts";

export interface UnitChangePreview {
  readonly lastDay: string;
  readonly old: readonly { readonly id: number; readonly name: string; readonly households: number | null }[];
  readonly newNames: readonly string[];
  readonly teams: readonly { readonly name: string; readonly from: readonly string[] }[];
  readonly members: readonly MovingMember[];
  /** The households of the list, by lane; "" for those without one, who come last. */
  readonly lanes: readonly { readonly lane: string; readonly households: number }[];
  /** Rights that are not a membership's and go over to the new place. */
  readonly otherRights: number;
  /** Several leaders in one new team: the office decides who goes on, nothing is blocked. */
  readonly leaders: number;
}

export interface MovingMember {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly role: TeamRole;
}

/** What would happen, without writing anything. */
export async function previewUnitChange(
  platform: Pick<Platform, "db" | "clock" | "random">,
  scope: CommuneScope,
  order: UnitChangeOrder,
): Promise<Verdict<UnitChangePreview, UnitChangeRefusal>> {
  const { communeId, today } = rosterAct(platform, scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const judged = judgeUnitChange(order, await findStandingUnits(tx, communeId, order.unit), today);
    if (!judged.ok) return judged;
    const change = judged.value;
    const planned = await planNewTeams(tx, communeId, order, change);
    if (!planned.ok) return planned;
    const plans = planned.value;
    const oldTeamIds = [...new Set(plans.flatMap(({ from }) => from.map(({ id }) => id)))];
    const villageIds = order.unit === "village" ? change.old.map(({ id }) => id) : [];
    const members = await findMovingMembers(tx, communeId, oldTeamIds, toDatabaseDay(change.effectiveOn));
    const households = await tx.household.findMany({
      where: { communeId, villageId: { in: villageIds }, validTo: null },
      select: { villageId: true, lane: true },
    });
    const otherRights = await tx.roleGrant.count({
      where: { communeId, villageId: { in: villageIds }, teamId: null, validTo: null },
    });
    return allowed({
      lastDay: change.lastDay,
      old: change.old.map(({ id, name }) => ({
        id,
        name,
        households:
          order.unit === "team" ? null : households.filter(({ villageId }) => villageId === id).length,
      })),
      newNames: change.newNames,
      teams: plans.map(({ name, from }) => ({ name, from: from.map((team) => team.name) })),
      members,
      lanes: byLane(households.map(({ lane }) => lane ?? "")),
      otherRights,
      leaders: change.kind === "merge" ? countLeaders(plans, members) : 0,
    });
  });
}

/** The most leaders any of the new teams would have. */
function countLeaders(plans: readonly NewTeamPlan[], members: readonly MovingMember[]): number {
  const counts = plans.map(({ from }) => {
    const names = new Set(from.map(({ name }) => name));
    return members.filter(({ role, team }) => role === "leader" && names.has(team)).length;
  });
  return Math.max(0, ...counts);
}

async function findMovingMembers(
  tx: Tx,
  communeId: number,
  teamIds: readonly number[],
  effectiveOn: Date,
): Promise<MovingMember[]> {
  const rows = await tx.$queryRaw<MovingMember[]>`
    select distinct on (m.id) m.id, m.full_name as name, t.name as team, s.role
      from membership s
      join member m on m.commune_id = s.commune_id and m.id = s.member_id
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.team_id = any(${[...teamIds]}::int[])
       and (s.valid_to is null or s.valid_to >= ${effectiveOn}::date)
     order by m.id, array_position(array['leader', 'deputy', 'member'], s.role)`;
  return rows
    .map((row) => ({ row, key: makeSortKey(row.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

function byLane(lanes: readonly string[]): { lane: string; households: number }[] {
  const counts = new Map<string, number>();
  for (const lane of lanes) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [...counts]
    .map(([lane, households]) => ({ lane, households, key: makeSortKey(lane) }))
    .sort((a, b) => Number(a.lane === "") - Number(b.lane === "") || (a.key < b.key ? -1 : 1))
    .map(({ lane, households }) => ({ lane, households }));
}
