import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { ledTeams } from "./order-reach.ts";

export interface LedTeam {
  readonly id: number;
  readonly name: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** A39: whom the reader may give work, team by team. */
export function readLedTeams(caller: Caller): Promise<LedTeam[]> {
  const scope = caller.scope("orders.read-led-teams");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<LedTeam[]>`
      select t.id, t.name,
             coalesce((select json_agg(json_build_object('id', m.id, 'name', m.full_name) order by m.full_name, m.id)
                         from member m
                        where m.commune_id = t.commune_id and exists (
                              select from membership s
                               where s.commune_id = m.commune_id and s.member_id = m.id and s.team_id = t.id
                                 and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to >= ${today}::date))),
                      '[]') as members
        from team t
       where t.commune_id = ${communeId} and t.id = any(${[...ledTeams(caller)]}::int[])
       order by t.name, t.id`,
  );
}

/** Every team that stands, for the commune's own orders. */
export function readStandingTeams(caller: Caller): Promise<{ readonly id: number; readonly name: string }[]> {
  const scope = caller.scope("orders.read-teams");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<{ id: number; name: string }[]>`
      select t.id, coalesce(v.name, t.name) as name from team t
        left join village v on v.commune_id = t.commune_id and v.id = t.village_id
       where t.commune_id = ${communeId} and (t.valid_to is null or t.valid_to >= ${caller.today}::date)
       order by v.sort_key nulls last, t.name, t.id`,
  );
}

/** Kinds of work a task can open the form with. */
export async function readKindChoices(caller: Caller): Promise<{ value: string; label: string }[]> {
  const names = await readKindNames(caller);
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
