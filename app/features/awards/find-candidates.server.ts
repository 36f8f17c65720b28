import type { Candidate, FoundCandidate } from "#app/domain/awards/candidate.ts";
import type { Chosen } from "#app/domain/awards/recipient.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Where the searcher may propose from: the whole commune, or named villages. */
export type AwardReach = "whole" | ReadonlySet<number>;

export interface CandidateRow extends Candidate {
  readonly villageId: number | null;
}

const SHOWN_AT_MOST = 30;

/** Everything of the registers that can be proposed. People without marks on their names find people with them. */
export async function searchCandidates(
  tx: Tx,
  communeId: number,
  { search, reach, today }: { search: string; reach: AwardReach; today: LocalDate },
): Promise<FoundCandidate[]> {
  const words = foldVietnamese(search).split(" ").filter(Boolean);
  const rows = await findRows(tx, communeId, today, null);
  return rows
    .filter(({ villageId }) => isWithin(reach, villageId))
    .filter(({ name, place }) => {
      const text = foldVietnamese(`${name} ${place}`);
      return words.every((word) => text.includes(word));
    })
    .slice(0, SHOWN_AT_MOST)
    .map(({ chosen, category, name, place }) => ({ chosen, category, name, place }));
}

export async function findCandidate(
  tx: Tx,
  communeId: number,
  chosen: Exclude<Chosen, { kind: "unit" }>,
  { reach, today }: { reach: AwardReach; today: LocalDate },
): Promise<Candidate | null> {
  const rows = await findRows(tx, communeId, today, `${chosen.kind}:${chosen.id}`);
  const row = rows.find(({ villageId }) => isWithin(reach, villageId));
  return row ?? null;
}

function isWithin(reach: AwardReach, villageId: number | null): boolean {
  return reach === "whole" || (villageId !== null && reach.has(villageId));
}

/**
 * Of a model its village, that village's teams and their leaders can receive the award; of an initiative its authors,
 * their team or the unit. A household is called by its code: its people are named by whoever proposes it.
 */
function findRows(tx: Tx, communeId: number, today: LocalDate, only: string | null): Promise<CandidateRow[]> {
  return tx.$queryRaw<CandidateRow[]>`
    with person as (
      select m.id, m.full_name as name, t.id as team_id, t.name as team, t.village_id, s.role
        from member m
        join membership s on s.commune_id = m.commune_id and s.member_id = m.id
         and s.valid_from <= ${today}::date and coalesce(s.valid_to, ${today}::date) >= ${today}::date
        join team t on t.commune_id = s.commune_id and t.id = s.team_id
       where m.commune_id = ${communeId} and m.erased_at is null
    ), place as (
      select id, name, sort_key from village where commune_id = ${communeId} and valid_to is null
    ), found as (
      select 1 as part, 'village:' || v.id as chosen, 'collective' as category, v.name, '' as place, v.id as village_id,
             v.sort_key, null::uuid as model_id, null::uuid as initiative_id,
             json_build_array(json_build_object('key', 'village:' || v.id, 'kind', 'village', 'name', v.name,
                                                'villageId', v.id)) as recipients
        from place v
      union all
      select 2, 'team:' || t.id, 'collective', t.name, coalesce(v.name, ''), t.village_id, coalesce(v.sort_key, ''), null, null,
             json_build_array(json_build_object('key', 'team:' || t.id, 'kind', 'team', 'name', t.name,
                                                'villageId', t.village_id))
        from team t left join place v on v.id = t.village_id
       where t.commune_id = ${communeId} and t.valid_to is null
      union all
      select distinct on (p.name, p.id)
             3, 'member:' || p.id, 'individual', p.name, p.team, p.village_id, '', null, null,
             json_build_array(json_build_object('key', 'member:' || p.id, 'kind', 'member', 'name', p.name,
                                                'villageId', p.village_id))
        from person p
      union all
      select 4, 'model:' || d.id, 'model', d.name, v.name, v.id, v.sort_key, d.id, null,
             (select json_agg(json_build_object('key', r.key, 'kind', r.kind, 'name', r.name, 'villageId', v.id) order by r.part, r.name)
                from (select 1 as part, 'village:' || v.id as key, 'village' as kind, v.name
                      union all
                      select 2, 'team:' || t.id, 'team', t.name from team t
                       where t.commune_id = d.commune_id and t.village_id = v.id and t.valid_to is null
                      union all
                      select 3, 'member:' || p.id, 'member', p.name from person p
                       where p.village_id = v.id and p.role = 'leader') r)
        from digital_model d join place v on v.id = d.village_id
       where d.commune_id = ${communeId} and d.state <> 'ended'
      union all
      select 5, 'initiative:' || i.id, 'initiative', i.title, coalesce(t.name, i.unit_name, ''), t.village_id, '', null, i.id,
             (select json_agg(json_build_object('key', r.key, 'kind', r.kind, 'name', r.name, 'villageId', t.village_id) order by r.part, r.name)
                from (select 1 as part, 'member:' || m.id as key, 'member' as kind, m.full_name as name from member m
                       where m.commune_id = i.commune_id and m.erased_at is null
                         and (m.id = i.member_id or exists (select from initiative_author a
                               where a.commune_id = i.commune_id and a.initiative_id = i.id and a.member_id = m.id))
                      union all
                      select 2, 'team:' || t.id, 'team', t.name where t.id is not null
                      union all
                      select 3, 'unit:' || i.unit_name, 'unit', i.unit_name where i.unit_name is not null) r)
        from initiative i left join team t on t.commune_id = i.commune_id and t.id = i.team_id
       where i.commune_id = ${communeId} and i.state in ('piloted', 'recognised')
      union all
      select 6, 'household:' || h.id, 'household', h.code || coalesce(', ' || h.lane, ''), v.name, v.id, v.sort_key, null, null,
             json_build_array(json_build_object('key', 'household:' || h.id, 'kind', 'household', 'name', h.code,
                                                'villageId', v.id))
        from household h join place v on v.id = h.village_id
       where h.commune_id = ${communeId} and h.valid_to is null
    )
    select chosen, category, name, place, village_id as "villageId", model_id as "modelId",
           initiative_id as "initiativeId", recipients
      from found
     where ${only}::text is null or chosen = ${only}
     order by part, sort_key collate "C", name, chosen`;
}
