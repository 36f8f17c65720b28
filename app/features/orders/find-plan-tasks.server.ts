import type { OrderOfTask } from "#app/domain/orders/order.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** J14: tasks of the plans that are still to be done, the nearest first, as an order may name one. */
export function readTaskChoices(
  caller: Caller,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const scope = caller.scope("orders.read-task-choices");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<{ value: string; label: string }[]>`
      select t.id as value, t.content as label
        from plan_task t
       where t.commune_id = ${communeId} and t.dropped_at is null
         and not exists (select from plan_task_report r
                          where r.commune_id = t.commune_id and r.task_id = t.id and r.percent = 100
                            and r.month is null)
       order by t.last_day, t.entered_at, t.id limit 100`,
  );
}

/** What was given to people under one task of the plan, newest first; what was taken back is not shown. */
export function readOrdersOfTask(caller: Caller, taskId: string): Promise<OrderOfTask[]> {
  const scope = caller.scope("orders.read-of-task");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<OrderOfTask[]>`
      select o.id as "orderId", o.given_to as "givenTo", o.content, max(p.due_on)::text as "dueOn",
             case when count(distinct p.team_id) = 1 then min(t.name) end as "teamName",
             count(*)::int as asked, count(p.finished_at)::int as done,
             (count(*) filter (where p.finished_at is null and p.due_on < ${caller.today}::date))::int as late
        from work_order o
        join work_order_part p on p.commune_id = o.commune_id and p.order_id = o.id
        join team t on t.commune_id = p.commune_id and t.id = p.team_id
       where o.commune_id = ${communeId} and o.plan_task_id = ${taskId}::uuid and o.withdrawn_at is null
       group by o.id, o.given_to, o.content, o.issued_at
       order by o.issued_at desc, o.id limit 200`,
  );
}
