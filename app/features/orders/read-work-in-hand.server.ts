import { can } from "#app/domain/access/can.ts";
import type { WorkInHand } from "#app/domain/orders/order.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import { ledTeams } from "./order-reach.ts";

/** A39, L31: what waits for this person on their first page: work given, and residents of the village to be called. */
export async function readWorkInHand(caller: Caller): Promise<WorkInHand | null> {
  const { communeId, actor, today, person, platform } = caller;
  if (communeId === null || !can(actor, "help.answer", null, today).ok) return null;
  const scope = caller.scope("orders.read-work-in-hand");
  const villageIds = actor.grants.flatMap((grant) =>
    grant.communeId === communeId && grant.villageId !== null ? [grant.villageId] : [],
  );
  return platform.db.withCommunes(scope, async (tx) => {
    const commune = onlyCommune(scope);
    const member = await findOwnMember(tx, commune, person.accountId);
    const [row] = await tx.$queryRaw<WorkInHand[]>`
      select count(*)::int as open, (count(*) filter (where p.due_on < ${today}::date))::int as late,
             (select count(*)::int from help_request r
               where r.commune_id = ${commune} and r.state = 'waiting' and r.village_id = any(${villageIds}::int[])) as waiting
        from work_order_part p
        join work_order o on o.commune_id = p.commune_id and o.id = p.order_id and o.withdrawn_at is null
       where p.commune_id = ${commune} and p.finished_at is null
         and (p.member_id = ${member?.id ?? null}::uuid
              or (p.member_id is null and p.team_id = any(${[...ledTeams(caller)]}::int[])))`;
    return row ?? null;
  });
}
