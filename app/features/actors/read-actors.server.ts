import { ACTOR_KINDS } from "#app/domain/actors/actor.ts";
import { isOneOf, type OrganisationKind } from "#app/domain/people/team.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface ActorView {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** People who belong to it today, and teams that are its own. */
  readonly people: number;
  readonly teams: number;
}

/** Every body that stands, kind by kind in the order of the plans. */
export async function readActors(caller: Caller): Promise<ActorView[]> {
  const scope = caller.scope("actors.read");
  const communeId = scope.communes[0] ?? 0;
  const actors = await caller.platform.db.withCommunes(scope, (tx) =>
    findActors(tx, communeId, caller.today),
  );
  return actors.sort((left, right) => ACTOR_KINDS.indexOf(left.kind) - ACTOR_KINDS.indexOf(right.kind));
}

export async function findActors(tx: Tx, communeId: number, today: string): Promise<ActorView[]> {
  const rows = await tx.$queryRaw<ActorView[]>`
    select o.id, o.kind, o.name,
           (select count(distinct b.member_id)::int
              from (select a.member_id from affiliation a
                     where a.commune_id = o.commune_id and a.organisation_id = o.id and a.valid_from <= ${today}::date
                       and (a.valid_to is null or a.valid_to >= ${today}::date)
                     union
                    select s.member_id from membership s
                     where s.commune_id = o.commune_id and s.assigned_by = o.id and s.valid_from <= ${today}::date
                       and (s.valid_to is null or s.valid_to >= ${today}::date)) b) as people,
           (select count(*)::int from team t
             where t.commune_id = o.commune_id and t.organisation_id = o.id
               and (t.valid_to is null or t.valid_to >= ${today}::date)) as teams
      from organisation o
     where o.commune_id = ${communeId} and (o.valid_to is null or o.valid_to >= ${today}::date)
     order by lower(o.name) collate "und-x-icu", o.id`;
  for (const { kind } of rows) {
    if (!isOneOf(ACTOR_KINDS, kind)) throw new Error(`the database holds an unknown word "${kind}"`);
  }
  return rows;
}
