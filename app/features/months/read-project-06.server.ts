import { PROJECT_06 } from "#app/domain/activity/record-figures.ts";
import type { Project06Figures } from "#app/domain/months/month-views.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "../communes/only-commune.ts";

interface Reach {
  readonly teamIds?: readonly number[] | null;
  readonly memberId?: string | null;
}

/** L03: the part of a month's figures that belongs to Project 06. It is contained in them, never added to them. */
export function readProject06(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  monthId: number,
  reach: Reach = {},
): Promise<Project06Figures> {
  return platform.db.withCommunes(scope, (tx) => findProject06(tx, onlyCommune(scope), monthId, reach));
}

/**
 * Work is of the project by its kind as the rules of its day tagged it, by the service it was about, or because
 * its record says so. It counts in the month that first booked it; points are those before caps over all work.
 */
export async function findProject06(
  tx: Tx,
  communeId: number,
  monthId: number,
  { teamIds = null, memberId = null }: Reach,
): Promise<Project06Figures> {
  const [figures] = await tx.$queryRaw<Project06Figures[]>`
    with line as (
      select claim_id, kind, points, scheme_version from ledger_line
       where commune_id = ${communeId} and month_id = ${monthId} and claim_id is not null
         and (${teamIds === null} or team_id = any(${[...(teamIds ?? [])]}::int[]))
         and (${memberId}::uuid is null or member_id = ${memberId}::uuid)
    ), told as (
      select claim_id, max(scheme_version) as version, sum(points) as points,
             coalesce(sum(points) filter (where kind = 'award'), 0) as award
        from line group by claim_id
    ), project as (
      select t.claim_id, t.points, t.award, c.visits
        from told t
        join claim c on c.commune_id = ${communeId} and c.id = t.claim_id
        join scheme_version v on v.commune_id = ${communeId} and v.version = t.version
       where ${PROJECT_06} = any(c.movements)
          or jsonb_path_exists(v.content, '$.activities[*] ? (@.key == $key && @.tags[*] == "project-06")',
                               jsonb_build_object('key', c.activity_key))
          or exists (select from claim_unit u
                       join service s on s.commune_id = u.commune_id and s.key = u.service_key and s.is_project_06
                      where u.commune_id = ${communeId} and u.claim_id = t.claim_id)
    ), counted as (
      select p.visits from project p
       where p.award > 0
         and not exists (select from ledger_line e
                          where e.commune_id = ${communeId} and e.claim_id = p.claim_id and e.month_id < ${monthId})
    )
    select (select coalesce(sum(points), 0) from project)::float8 as points,
           (select count(*) from counted)::int as claims,
           (select coalesce(sum(visits), 0) from counted)::int as visits`;
  return figures ?? { points: 0, claims: 0, visits: 0 };
}
