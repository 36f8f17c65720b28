import {
  daysLateOf,
  type OnePart,
  type OrderLine,
  type PartEvent,
  type PartView,
} from "#app/domain/orders/order.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { ledTeams, mayDirect, mayPerform } from "./order-reach.ts";

type Row = Omit<PartView, "seenAt" | "remindedAt" | "daysLate"> & {
  readonly seenAt: Date | null;
  readonly remindedAt: Date | null;
};

interface Wish {
  readonly partId?: string;
  readonly orderId?: string;
  readonly memberId?: string | null;
  readonly teamIds?: readonly number[];
}

async function findParts(
  tx: Tx,
  caller: Caller,
  communeId: number,
  { partId, orderId, memberId = null, teamIds }: Wish,
): Promise<PartView[]> {
  const isOfPeople = partId === undefined && orderId === undefined;
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.order_id as "orderId", o.given_to as "givenTo", o.content, o.detail, o.activity_key as "activityKey",
           case when k.id is not null then json_build_object('id', k.id, 'content', k.content) end as "planTask",
           p.team_id as "teamId", t.name as "teamName", v.name as "villageName", p.member_id as "memberId",
           m.full_name as "memberName", p.due_on::text as "dueOn", p.asked_until::text as "askedUntil",
           p.seen_at as "seenAt", p.reminded_at as "remindedAt", p.percent::int as percent,
           a.display_name as "issuedBy", (o.issued_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "issuedOn",
           o.withdraw_reason as "withdrawReason"
      from work_order_part p
      join work_order o on o.commune_id = p.commune_id and o.id = p.order_id
      join team t on t.commune_id = p.commune_id and t.id = p.team_id
      join account a on a.id = o.issued_by
      left join plan_task k on k.commune_id = o.commune_id and k.id = o.plan_task_id
      left join village v on v.commune_id = t.commune_id and v.id = t.village_id
      left join member m on m.commune_id = p.commune_id and m.id = p.member_id
     where p.commune_id = ${communeId}
       and (${partId ?? null}::uuid is null or p.id = ${partId ?? null}::uuid)
       and (${orderId ?? null}::uuid is null or p.order_id = ${orderId ?? null}::uuid)
       and (not ${isOfPeople}::boolean or p.member_id = ${memberId}::uuid or p.team_id = any(${[...(teamIds ?? [])]}::int[]))
       and (not ${isOfPeople}::boolean or (o.withdrawn_at is null
            and (p.finished_at is null or p.finished_at > ${new Date(caller.now.getTime() - 60 * 86_400_000)})))
     order by p.percent = 100, p.due_on, o.issued_at desc, v.sort_key nulls last, m.full_name, p.id
     limit 400`;
  return rows.map(({ seenAt, remindedAt, ...row }) => ({
    ...row,
    seenAt: seenAt?.getTime() ?? null,
    remindedAt: remindedAt?.getTime() ?? null,
    daysLate: daysLateOf({ ...row, isWithdrawn: row.withdrawReason !== null }, caller.today),
  }));
}

export interface OwnOrders {
  /** The reader's own, and what the commune asks of the teams they lead. */
  readonly mine: readonly PartView[];
  /** What they gave to members of their teams. */
  readonly given: readonly PartView[];
}

export function readOwnOrders(caller: Caller): Promise<OwnOrders> {
  const scope = caller.scope("orders.read-own");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const member = await findOwnMember(tx, communeId, caller.person.accountId);
    const led = [...ledTeams(caller)];
    const parts = await findParts(tx, caller, communeId, { memberId: member?.id ?? null, teamIds: led });
    const mine = parts.filter((part) => mayPerform(caller, part, member?.id ?? null));
    return { mine, given: parts.filter((part) => part.givenTo === "members" && mayDirect(caller, part)) };
  });
}

export function readPart(caller: Caller, partId: string): Promise<OnePart | null> {
  const scope = caller.scope("orders.read-part");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [part] = await findParts(tx, caller, communeId, { partId });
    if (!part) return null;
    const member = await findOwnMember(tx, communeId, caller.person.accountId);
    const may = {
      perform: mayPerform(caller, part, member?.id ?? null),
      direct: mayDirect(caller, part),
    };
    if (!may.perform && !may.direct) return null;
    const events = await tx.$queryRaw<(Omit<PartEvent, "at"> & { at: Date })[]>`
      select e.id, e.kind, e.percent::int as percent, e.day::text as day, e.note, a.display_name as by, e.at
        from work_order_event e join account a on a.id = e.by_account
       where e.commune_id = ${communeId} and e.part_id = ${partId}::uuid order by e.at, e.id`;
    return { ...part, may, events: events.map((event) => ({ ...event, at: event.at.getTime() })) };
  });
}

export interface TeamOrder {
  readonly content: string;
  readonly detail: string | null;
  readonly planTask: PartView["planTask"];
  readonly withdrawReason: string | null;
  readonly parts: readonly PartView[];
}

/** One order to teams with what each has done; null where there is none. */
export function readTeamOrder(caller: Caller, orderId: string): Promise<TeamOrder | null> {
  const scope = caller.scope("orders.read-team-order");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const parts = await findParts(tx, caller, communeId, { orderId });
    const [first] = parts;
    if (first?.givenTo !== "teams") return null;
    const { content, detail, planTask, withdrawReason } = first;
    return { content, detail, planTask, withdrawReason, parts };
  });
}

/** What the commune asked of teams, newest first. */
export function readTeamOrders(caller: Caller): Promise<OrderLine[]> {
  const scope = caller.scope("orders.read-team-orders");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<OrderLine[]>`
      select o.id as "orderId", o.content, a.display_name as "issuedBy",
             (o.issued_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "issuedOn", max(p.due_on)::text as "dueOn",
             count(*)::int as teams, count(p.seen_at)::int as seen, count(p.finished_at)::int as done,
             (count(*) filter (where p.finished_at is null and p.due_on < ${caller.today}::date
                                 and o.withdrawn_at is null))::int as late,
             o.withdrawn_at is not null as "isWithdrawn"
        from work_order o
        join work_order_part p on p.commune_id = o.commune_id and p.order_id = o.id
        join account a on a.id = o.issued_by
       where o.commune_id = ${communeId} and o.given_to = 'teams'
       group by o.id, o.content, o.issued_at, o.withdrawn_at, a.display_name
       order by o.issued_at desc, o.id limit 200`,
  );
}
