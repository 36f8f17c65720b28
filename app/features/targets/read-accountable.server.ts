import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** A41: who can be named to answer for a target. */
export function readAccountable(caller: Caller): Promise<{ readonly id: string; readonly name: string }[]> {
  const scope = caller.scope("targets.read-accountable");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select distinct a.id, a.display_name as name
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.role in ('office', 'commune_leader', 'sector_office')
         and g.ended_at is null and g.valid_from <= ${caller.today}::date
         and (g.valid_to is null or g.valid_to >= ${caller.today}::date)
       order by name, a.id`,
  );
}
