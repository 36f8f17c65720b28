import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { mayRemind, type OrderRefusal, type PartEvent } from "#app/domain/orders/order.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Act = RosterAct & { readonly actorId: string };

export interface PartStep {
  /** Made before it is sent: sending twice is one step. */
  readonly id: string;
  readonly kind: PartEvent["kind"];
  readonly percent?: number;
  readonly day?: LocalDate;
  readonly note?: string | null;
}

interface Row {
  readonly percent: number;
  readonly dueOn: Date;
  readonly askedUntil: Date | null;
  readonly seenAt: Date | null;
  readonly remindedAt: Date | null;
  readonly isWithdrawn: boolean;
}

/** One step on one part, of whoever may take it; points are never among what it changes. */
export async function stepPart(
  tx: Tx,
  { communeId, actorId, now }: Act,
  partId: string,
  step: PartStep,
): Promise<Verdict<null, OrderRefusal>> {
  if ((await tx.workOrderEvent.count({ where: { communeId, id: step.id } })) > 0) return allowed(null);
  const [row] = await tx.$queryRaw<Row[]>`
    select p.percent::int, p.due_on as "dueOn", p.asked_until as "askedUntil", p.seen_at as "seenAt",
           p.reminded_at as "remindedAt", o.withdrawn_at is not null as "isWithdrawn"
      from work_order_part p join work_order o on o.commune_id = p.commune_id and o.id = p.order_id
     where p.commune_id = ${communeId} and p.id = ${partId}::uuid for update of p`;
  if (!row) return refused({ code: "order_not_there" });
  if (row.isWithdrawn) return refused({ code: "order_taken_back" });
  if (step.kind === "seen" && row.seenAt !== null) return allowed(null);
  const change = changeOf(row, step, now);
  if (!change.ok) return change;
  const isOwn = step.kind === "seen" || step.kind === "progress" || step.kind === "asked_time";
  const seen = isOwn && row.seenAt === null ? { seenAt: now, seenBy: actorId } : {};
  await tx.workOrderPart.update({
    where: { communeId_id: { communeId, id: partId } },
    data: { ...change.value, ...seen },
    select: { id: true },
  });
  const { id, kind, percent = null, day, note = null } = step;
  const told = step.kind === "gave_time" ? row.askedUntil : day === undefined ? null : toDatabaseDay(day);
  await tx.workOrderEvent.createMany({
    data: [{ communeId, id, partId, kind, percent, day: told, note, byAccount: actorId, at: now }],
  });
  return allowed(null);
}

interface Change {
  readonly percent?: number;
  readonly finishedAt?: Date | null;
  readonly dueOn?: Date;
  readonly askedUntil?: Date | null;
  readonly remindedAt?: Date;
}

function changeOf(row: Row, step: PartStep, now: Date): Verdict<Change, OrderRefusal> {
  const isDone = row.percent === 100;
  switch (step.kind) {
    case "seen":
      return allowed({});
    case "progress": {
      const percent = step.percent ?? row.percent;
      return allowed({ percent, finishedAt: percent === 100 ? now : null });
    }
    case "asked_time": {
      if (isDone) return refused({ code: "order_done_already" });
      const dueOn = fromDatabaseDay(row.dueOn);
      if (step.day === undefined || step.day <= dueOn)
        return refused({ code: "order_time_not_later", dueOn });
      return allowed({ askedUntil: toDatabaseDay(step.day) });
    }
    case "gave_time":
      return row.askedUntil === null
        ? refused({ code: "order_time_not_asked" })
        : allowed({ dueOn: row.askedUntil, askedUntil: null });
    case "kept_time":
      return row.askedUntil === null
        ? refused({ code: "order_time_not_asked" })
        : allowed({ askedUntil: null });
    case "reminded":
      if (isDone) return refused({ code: "order_done_already" });
      return mayRemind(row.remindedAt?.getTime() ?? null, now.getTime())
        ? allowed({ remindedAt: now })
        : refused({ code: "order_reminded_lately" });
  }
}
