import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { RosterRefusal } from "#app/domain/people/roster-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findMembership } from "./find-membership.server.ts";
import { followMemberships } from "./follow-memberships.server.ts";
import type { RosterAct } from "./roster-act.ts";

export type EndRefusal =
  | Extract<RosterRefusal, { code: "membership_ends_before_it_starts" | "membership_already_ended" }>
  | { code: "not_permitted" };

/** `until` is the last day in the team. What the person did there stays theirs; only the rights end (A25). */
export async function endMembership(
  tx: Tx,
  act: RosterAct,
  { membershipId, until }: { readonly membershipId: string; readonly until: LocalDate },
): Promise<Verdict<null, EndRefusal>> {
  const found = await findMembership(tx, act, membershipId);
  if (!found) return refused({ code: "not_permitted" });
  if (found.until === until) return allowed(null);
  if (until < found.from) return refused({ code: "membership_ends_before_it_starts" });
  if (found.until !== null && found.until < until) {
    return refused({ code: "membership_already_ended", until: found.until });
  }
  await tx.membership.update({
    where: { communeId_id: { communeId: act.communeId, id: membershipId } },
    data: { validTo: toDatabaseDay(until) },
    select: { id: true },
  });
  await followMemberships(tx, act, [found.memberId]);
  return allowed(null);
}

/** Takes back what was entered by mistake (an import undone), as if it had never been: no points hang on it yet. */
export async function withdrawMemberships(tx: Tx, act: RosterAct, ids: readonly string[]): Promise<void> {
  const { communeId } = act;
  const where = { communeId, id: { in: [...ids] } };
  const rows = await tx.membership.findMany({ where, select: { memberId: true, teamId: true } });
  await tx.membership.deleteMany({ where });
  await followMemberships(
    tx,
    act,
    rows.map(({ memberId }) => memberId),
    rows.map(({ teamId }) => teamId),
  );
}
