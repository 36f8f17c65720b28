import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

interface WhomToAsk {
  readonly teams: readonly { readonly id: number; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** Teams and units that stand today. */
export function readWhomToAsk(caller: Caller): Promise<WhomToAsk> {
  const scope = caller.scope("reports.read-whom-to-ask");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const teams = await tx.$queryRaw<{ id: number; name: string }[]>`
      select t.id, t.name from team t
        left join village v on v.commune_id = t.commune_id and v.id = t.village_id
       where t.commune_id = ${communeId} and t.valid_to is null
       order by v.sort_key nulls last, t.name, t.id`;
    const units = await tx.$queryRaw<{ id: string; name: string }[]>`
      select id, name from organisation where commune_id = ${communeId} and valid_to is null
       order by lower(name) collate "und-x-icu", id`;
    return { teams, units };
  });
}
