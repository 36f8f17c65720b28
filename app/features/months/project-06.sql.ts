/** Whether the claim `c` of commune $1 is of the project: by its kind, by a service, or because its record says so. */
export const ofProject06 = (name: string, isKindTagged: string) => `(
  ${name} = any(c.movements) or ${isKindTagged}
  or exists (select from claim_unit u
               join service s on s.commune_id = u.commune_id and s.key = u.service_key and s.is_project_06
              where u.commune_id = $1::int and u.claim_id = c.id))`;

/** $1 commune, $2 month, $3 teams or null for all, $4 member or null, $5 the project's name. */
export const PROJECT_06_OF_MONTH = `
with line as (
  select claim_id, kind, points, scheme_version from ledger_line
   where commune_id = $1::int and month_id = $2::int and claim_id is not null
     and ($3::int[] is null or team_id = any($3::int[]))
     and ($4::uuid is null or member_id = $4::uuid)
), told as (
  select claim_id, max(scheme_version) as version, sum(points) as points,
         coalesce(sum(points) filter (where kind = 'award'), 0) as award
    from line group by claim_id
), project as (
  select t.claim_id, t.points, t.award, c.visits
    from told t
    join claim c on c.commune_id = $1::int and c.id = t.claim_id
    join scheme_version v on v.commune_id = $1::int and v.version = t.version
   where ${ofProject06(
     "$5::text",
     `jsonb_path_exists(v.content, '$.activities[*] ? (@.key == $key && @.tags[*] == "project-06")',
                        jsonb_build_object('key', c.activity_key))`,
   )}
), counted as (
  select p.visits from project p
   where p.award > 0
     and not exists (select from ledger_line e
                      where e.commune_id = $1::int and e.claim_id = p.claim_id and e.month_id < $2::int)
)
select (select coalesce(sum(points), 0) from project)::float8 as points,
       (select count(*) from counted)::int as claims,
       (select coalesce(sum(visits), 0) from counted)::int as visits`;
