import type { ProposalView } from "#app/domain/awards/award.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Of one review, of no review ("timely"), of one village's team, or one alone. */
export interface ProposalWish {
  readonly reviewId?: string;
  readonly isTimely?: boolean;
  readonly proposalId?: string;
  readonly proposedFrom?: readonly number[];
}

/** Every proposal asked for, those withdrawn and declined too, in the order lists print them. */
export function findProposals(tx: Tx, communeId: number, wish: ProposalWish): Promise<ProposalView[]> {
  const { reviewId = null, proposalId = null, isTimely = false, proposedFrom = null } = wish;
  return tx.$queryRaw<ProposalView[]>`
    select p.id, p.review_id as "reviewId", p.category, p.basis, p.theme, p.form,
           json_build_object(
             'kind', r.kind, 'key', r.kind || ':' || r.key, 'name', coalesce(v.name, t.name, m.full_name, h.code, p.unit_name),
             'villageId', place.id, 'villageName', place.name, 'sex', m.sex, 'birthYear', m.birth_year,
             'position', m.position, 'isLeader', coalesce(s.role in ('leader', 'deputy'), false),
             'unions', coalesce((
               select json_agg(distinct f.kind) from affiliation f
                where f.commune_id = p.commune_id and f.member_id = p.member_id and f.valid_from <= p.last_day
                  and coalesce(f.valid_to, p.last_day) >= p.last_day), '[]'),
             'members', people.members, 'women', people.women) as recipient,
           p.printed_name as "printedName", p.achievement,
           (select json_build_object('id', d.id, 'name', d.name) from digital_model d
             where d.commune_id = p.commune_id and d.id = p.model_id) as model,
           (select json_build_object('id', i.id, 'title', i.title) from initiative i
             where i.commune_id = p.commune_id and i.id = p.initiative_id) as initiative,
           p.grounds, p.first_day::text as "firstDay", p.last_day::text as "lastDay", p.state,
           (select o.name from village o where o.commune_id = p.commune_id and o.id = p.proposed_from) as "proposedFrom",
           (select a.display_name from account a where a.id = p.proposed_by) as "proposedBy",
           (extract(epoch from p.proposed_at) * 1000)::float8 as "proposedAtMs",
           (select json_build_object('id', f.id, 'name', f.name) from stored_file f
             where f.commune_id = p.commune_id and f.id = p.file_id) as file,
           case when p.decision_number is null then null
                else json_build_object('number', p.decision_number, 'date', p.decision_date) end as decision,
           coalesce((
             select json_agg(json_build_object(
                      'act', x.act, 'reason', x.reason, 'document', x.document, 'by', a.display_name,
                      'atMs', (extract(epoch from x.done_at) * 1000)::float8) order by x.done_at, x.id)
               from award_step x join account a on a.id = x.done_by
              where x.commune_id = p.commune_id and x.proposal_id = p.id), '[]') as steps
      from award_proposal p
      cross join lateral (
        select case when p.village_id is not null then 'village' when p.team_id is not null then 'team'
                    when p.member_id is not null then 'member' when p.household_id is not null then 'household'
                    else 'unit' end as kind,
               coalesce(p.village_id::text, p.team_id::text, p.member_id::text, p.household_id::text, p.unit_name) as key) r
      left join village v on v.commune_id = p.commune_id and v.id = p.village_id
      left join team t on t.commune_id = p.commune_id and t.id = p.team_id
      left join member m on m.commune_id = p.commune_id and m.id = p.member_id
      left join household h on h.commune_id = p.commune_id and h.id = p.household_id
      left join lateral (
        select n.role, w.village_id from membership n
          join team w on w.commune_id = n.commune_id and w.id = n.team_id
         where n.commune_id = p.commune_id and n.member_id = p.member_id and n.valid_from <= p.last_day
         order by n.valid_to is null desc, n.role = 'leader' desc, n.role = 'deputy' desc, n.valid_from desc, n.id
         limit 1) s on true
      left join village place on place.commune_id = p.commune_id
       and place.id = coalesce(p.village_id, t.village_id, h.village_id, s.village_id)
      cross join lateral (
        select (count(distinct n.member_id))::int as members,
               (count(distinct n.member_id) filter (where q.sex = 'female'))::int as women
          from membership n
          join team w on w.commune_id = n.commune_id and w.id = n.team_id
          join member q on q.commune_id = n.commune_id and q.id = n.member_id
         where n.commune_id = p.commune_id and (w.id = p.team_id or w.village_id = p.village_id)
           and n.valid_from <= p.last_day and coalesce(n.valid_to, p.last_day) >= p.last_day) people
     where p.commune_id = ${communeId}
       and (${proposalId}::uuid is null or p.id = ${proposalId}::uuid)
       and (${reviewId}::uuid is null or p.review_id = ${reviewId}::uuid)
       and (not ${isTimely}::boolean or p.review_id is null)
       and (${proposedFrom}::int[] is null or p.proposed_from = any(${proposedFrom}::int[]))
     order by array_position(array['collective', 'individual', 'household', 'model', 'initiative'], p.category),
              place.sort_key nulls last, p.printed_name, p.id`;
}
