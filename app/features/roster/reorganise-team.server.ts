import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { changeMembershipRole, type RoleChangeRefusal } from "./change-membership-role.server.ts";
import { type EndRefusal, endMembership } from "./end-membership.server.ts";
import { lockMembers } from "./lock-members.server.ts";
import type { RosterAct } from "./roster-act.ts";

export interface Reorganisation {
  readonly teamId: number;
  /** "Quyết định số ... về việc kiện toàn" (A21, A25). */
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
  /** The first day of the new composition. */
  readonly effectiveOn: LocalDate;
  readonly fates: readonly Fate[];
}

export interface Fate {
  readonly membershipId: string;
  /** What the person is from that day; null: no longer of the team. */
  readonly role: TeamRole | null;
  /** The id of the new time, where the role changes. */
  readonly newId: Id;
}

export type ReorganisationRefusal = (EndRefusal | RoleChangeRefusal) & { readonly membershipId?: string };

/**
 * A25: the whole team by one decision on one day, all of it or nothing. Whoever leaves keeps every point and
 * badge; whoever is not named stays as they are.
 */
export async function reorganiseTeam(
  tx: Tx,
  act: RosterAct,
  { teamId, decisionNumber, decisionDate, effectiveOn, fates }: Reorganisation,
): Promise<Verdict<{ left: number; changed: number }, ReorganisationRefusal>> {
  const { communeId } = act;
  const rows = await tx.membership.findMany({
    where: { communeId, teamId, id: { in: fates.map(({ membershipId }) => membershipId) } },
    select: { id: true, memberId: true, role: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  // All at once and in one order, so that two officers reorganising never wait in a circle.
  await lockMembers(
    tx,
    act,
    rows.map(({ memberId }) => memberId),
  );
  const done = { left: 0, changed: 0 };
  for (const { membershipId, role, newId } of fates) {
    const row = byId.get(membershipId);
    if (!row) return refused({ code: "not_permitted" });
    if (role === row.role) continue;
    const verdict =
      role === null
        ? await endMembership(tx, act, { membershipId, until: addDays(effectiveOn, -1) })
        : await changeMembershipRole(tx, act, { id: newId, membershipId, role, from: effectiveOn });
    if (!verdict.ok) return { ...verdict, membershipId };
    if (role === null) done.left += 1;
    else done.changed += 1;
  }
  await tx.team.update({
    where: { communeId_id: { communeId, id: teamId } },
    data: { decisionNumber, decisionDate: toDatabaseDay(decisionDate) },
    select: { id: true },
  });
  return allowed(done);
}
