import type { z } from "zod";
import { DIFFICULTY_FIELDS } from "#app/domain/difficulties/difficulty.ts";
import type { DifficultyRoute } from "#app/domain/difficulties/difficulty-view.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { routeFieldSchema } from "./difficulty.schema.ts";

export interface RouteChoices {
  readonly routes: readonly DifficultyRoute[];
  readonly keepers: readonly { readonly id: string; readonly name: string }[];
  readonly unitNames: readonly string[];
}

/** I03: who answers for which field, and who may be asked to. */
export function readRoutes(caller: Caller): Promise<RouteChoices> {
  const scope = caller.scope("difficulties.read-routes");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.difficultyRoute.findMany({
      where: { communeId },
      select: { field: true, unitName: true, keeperId: true },
    });
    const bodies = await tx.$queryRaw<{ name: string }[]>`
      select name from organisation
       where commune_id = ${communeId} and (valid_to is null or valid_to >= ${caller.today}::date) order by name`;
    return {
      routes: DIFFICULTY_FIELDS.flatMap((field) => {
        const row = rows.find((each) => each.field === field);
        return row ? [{ ...row, field }] : [];
      }),
      keepers: await tx.$queryRaw<{ id: string; name: string }[]>`
        select distinct a.id, a.display_name as name
          from role_grant g join account a on a.id = g.account_id
         where g.commune_id = ${communeId} and g.role in ('sector_office', 'office')
           and g.valid_from <= ${caller.today}::date and (g.valid_to is null or g.valid_to >= ${caller.today}::date)
         order by a.display_name, a.id`,
      unitNames: bodies.map(({ name }) => name),
    };
  });
}

/** From now on; what was sent before stays where it is. */
export function writeRoute(
  caller: Caller,
  { field, unitName, keeperId }: z.output<typeof routeFieldSchema>,
): Promise<Verdict<null, never>> {
  return inRoster(caller, "difficulties.write-route", async (tx, { communeId, actorId, now }) => {
    const row = { unitName, keeperId: keeperId ?? null, changedBy: actorId, changedAt: now };
    await tx.difficultyRoute.upsert({
      where: { communeId_field: { communeId, field } },
      create: { communeId, field, ...row },
      update: row,
      select: { field: true },
    });
    return allowed(null);
  });
}
