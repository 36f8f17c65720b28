import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findMembership } from "./find-membership.server.ts";
import { followMemberships } from "./follow-memberships.server.ts";
import type { RosterAct } from "./roster-act.ts";

export interface RoleChange {
  /** The id of the time that begins with the new role, made by whoever asks. */
  readonly id: Id;
  readonly membershipId: string;
  readonly role: TeamRole;
  /** The first day of the new role. */
  readonly from: LocalDate;
  readonly title?: string | null;
}

export type RoleChangeRefusal =
  | Extract<
      RosterRefusal,
      { code: "membership_starts_later" | "membership_already_ended" | "guest_only_member" }
    >
  | { code: "not_permitted" };

/**
 * The old time ends the day before and a new one begins, so that work is judged by the role of its own day. A
 * change on the very first day mends what was entered wrong: there is no day of the old role to keep.
 */
export async function changeMembershipRole(
  tx: Tx,
  act: RosterAct,
  { id, membershipId, role, from, title }: RoleChange,
): Promise<Verdict<null, RoleChangeRefusal>> {
  const { communeId, actorId, now } = act;
  const found = await findMembership(tx, act, membershipId);
  if (!found) return refused({ code: "not_permitted" });
  if (found.role === role) return allowed(null);
  if (found.source === "campaign") return refused({ code: "guest_only_member" });
  const isThere = await tx.membership.count({ where: { communeId, id } });
  if (isThere > 0) return allowed(null);
  if (from < found.from) return refused({ code: "membership_starts_later", from: found.from });
  if (found.until !== null && from > found.until) {
    return refused({ code: "membership_already_ended", until: found.until });
  }
  const where = { communeId_id: { communeId, id: membershipId } };
  const newTitle = title === undefined ? found.title : title;
  if (from === found.from) {
    await tx.membership.update({ where, data: { role, title: newTitle }, select: { id: true } });
  } else {
    const { from: _from, until: _until, ...row } = found;
    await tx.membership.update({
      where,
      data: { validTo: toDatabaseDay(addDays(from, -1)) },
      select: { id: true },
    });
    await tx.membership.create({
      data: {
        ...row,
        id,
        role,
        title: newTitle,
        validFrom: toDatabaseDay(from),
        enteredBy: actorId,
        enteredAt: now,
      },
      select: { id: true },
    });
  }
  await followMemberships(tx, act, [found.memberId]);
  return allowed(null);
}
