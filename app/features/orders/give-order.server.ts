import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { MOST_PARTS, type OrderRefusal } from "#app/domain/orders/order.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Act = RosterAct & { readonly actorId: string };
type GiveRefusal = Extract<
  OrderRefusal,
  { code: "order_due_in_past" | "order_nobody_chosen" | "order_task_not_there" }
>;

interface OrderWish {
  readonly id: string;
  readonly content: string;
  readonly detail: string | null;
  readonly dueOn: LocalDate;
  readonly activityKey: string | null;
  /** J14: of a plan, not dropped. */
  readonly planTaskId: string | null;
}

/** A39: one part for each member who was chosen and is in the team today. Sending twice is sending once. */
export async function giveToMembers(
  tx: Tx,
  act: Act,
  {
    teamId,
    memberIds,
    ...wish
  }: OrderWish & { readonly teamId: number; readonly memberIds: readonly string[] },
): Promise<Verdict<null, GiveRefusal>> {
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    select distinct m.member_id as "memberId" from membership m
     where m.commune_id = ${act.communeId} and m.team_id = ${teamId} and m.member_id = any(${[...memberIds]}::uuid[])
       and m.valid_from <= ${act.today}::date and (m.valid_to is null or m.valid_to >= ${act.today}::date)`;
  const parts = rows.map(({ memberId }) => ({ teamId, memberId }));
  return give(tx, act, wish, "members", parts);
}

/** The commune asks teams: those chosen, or all that stand. */
export async function giveToTeams(
  tx: Tx,
  act: Act,
  { teamIds, ...wish }: OrderWish & { readonly teamIds: readonly number[] },
): Promise<Verdict<null, GiveRefusal>> {
  const teams = await tx.$queryRaw<{ id: number }[]>`
    select id from team
     where commune_id = ${act.communeId} and valid_from <= ${act.today}::date
       and (valid_to is null or valid_to >= ${act.today}::date)
       and (cardinality(${[...teamIds]}::int[]) = 0 or id = any(${[...teamIds]}::int[]))
     order by id limit ${MOST_PARTS}`;
  const parts = teams.map(({ id }) => ({ teamId: id, memberId: null }));
  return give(tx, act, wish, "teams", parts);
}

async function give(
  tx: Tx,
  { communeId, actorId, now, today, newId }: Act,
  { id, dueOn, ...wish }: OrderWish,
  givenTo: "members" | "teams",
  parts: readonly { readonly teamId: number; readonly memberId: string | null }[],
): Promise<Verdict<null, GiveRefusal>> {
  if (dueOn < today) return refused({ code: "order_due_in_past", today });
  if (wish.planTaskId !== null) {
    const tasks = await tx.planTask.count({ where: { communeId, id: wish.planTaskId, droppedAt: null } });
    if (tasks === 0) return refused({ code: "order_task_not_there" });
  }
  if (parts.length === 0) return refused({ code: "order_nobody_chosen" });
  const { count } = await tx.workOrder.createMany({
    data: [{ communeId, id, givenTo, ...wish, issuedBy: actorId, issuedAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return allowed(null);
  await tx.workOrderPart.createMany({
    data: parts.map((part) => ({
      communeId,
      id: newId(),
      orderId: id,
      ...part,
      dueOn: toDatabaseDay(dueOn),
    })),
  });
  return allowed(null);
}

/** It is asked of nobody any more; what was said of it stays. */
export async function withdrawOrder(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { orderId, reason }: { readonly orderId: string; readonly reason: string },
): Promise<Verdict<null, Extract<OrderRefusal, { code: "order_not_there" }>>> {
  const { count } = await tx.workOrder.updateMany({
    where: { communeId, id: orderId, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnBy: actorId, withdrawReason: reason },
  });
  return count === 0 ? refused({ code: "order_not_there" }) : allowed(null);
}
