// $1 commune, $2 and $3 first and last month.
export const ASSIGNED_PEOPLE = `
select t.village_id as "villageId", h.month_id as "monthId", sum(h.value)::int as people
  from (select distinct on (a.team_id, a.month_id) a.team_id, a.month_id, a.value
          from assigned_target a
          join assigned_target_decision d
            on (d.commune_id, d.team_id, d.month_id, d.measure, d.revision)
             = (a.commune_id, a.team_id, a.month_id, a.measure, a.revision) and d.verdict = 'approve'
         where a.commune_id = $1::int and a.month_id between $2::int and $3::int and a.measure = 'proficient_people'
         order by a.team_id, a.month_id, a.revision desc) h
  join team t on t.commune_id = $1::int and t.id = h.team_id and t.village_id is not null
 where h.value is not null
 group by 1, 2`;

/** Reports of the plan that teams of villages were asked for. */
export const TEAM_REPORTS = `
select r.id, c.period_key as "periodKey", (extract(epoch from c.sender_late_from) * 1000)::float8 as "lateFrom",
       (extract(epoch from r.first_sent_at) * 1000)::float8 as "sentAt", t.village_id as "villageId", t.name as team
  from report_call c
  join report r on r.commune_id = c.commune_id and r.call_id = c.id
  join team t on t.commune_id = r.commune_id and t.id = r.team_id and t.village_id is not null
 where c.commune_id = $1::int and not c.is_on_request
 order by c.sender_late_from, c.period_key, t.id`;

// $1 commune, $2 and $3 first and last day.
/** Initiatives of members and teams of villages; one counts once, however often it was replicated. An office is no village. */
export const INITIATIVES = `
select i.id, i.title, s.act, s.happened_on::text as "day", t.village_id as "villageId", s.village_id as "placeId"
  from initiative i
  join team t on t.commune_id = i.commune_id and t.id = i.team_id and t.village_id is not null
  join initiative_step s on s.commune_id = i.commune_id and s.initiative_id = i.id
   and s.act in ('recognise', 'replicate') and s.happened_on between $2::date and $3::date
 where i.commune_id = $1::int and i.proposed_as <> 'office'
 order by s.happened_on, s.id`;

export const STORIES = `
select s.id, v.title, s.published_on::text as "day", s.village_id as "villageId"
  from story s
  join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
 where s.commune_id = $1::int and s.state = 'published' and s.village_id is not null
   and s.published_on between $2::date and $3::date
 order by s.published_on, s.id`;

/** Campaigns with goals that ended in the span and were announced before they began. */
export const ENDED_CAMPAIGNS = `
select g.id, g.name, g.goals
  from campaign g
 where g.commune_id = $1::int and g.ends_on between $2::date and $3::date and g.withdrawn_at is null
   and (g.published_at at time zone 'Asia/Ho_Chi_Minh')::date < g.starts_on and jsonb_array_length(g.goals) > 0
 order by g.ends_on, g.id`;

/** $2 campaign: villages whose teams did verified work that counts for it. */
export const CAMPAIGN_VILLAGES = `
select distinct t.village_id as "villageId"
  from campaign g
  join claim c on c.commune_id = g.commune_id and c.state = 'verified' and c.work_date between g.starts_on and g.ends_on
   and tds_counts_for_campaign($1::int, g.id, c.id, null, null)
  join claim_participant p on p.commune_id = c.commune_id and p.claim_id = c.id
   and tds_counts_for_campaign($1::int, g.id, c.id, null, p.team_id)
  join team t on t.commune_id = p.commune_id and t.id = p.team_id and t.village_id is not null
 where g.commune_id = $1::int and g.id = $2::uuid`;

/** Which village became which, whenever it was. */
export const VILLAGE_PARTS = `
select c.kind, c.effective_on::text as "effectiveOn", p.old_unit_id as "oldId", p.new_unit_id as "newId"
  from unit_change c join unit_change_part p on p.commune_id = c.commune_id and p.change_id = c.id
 where c.commune_id = $1::int and c.unit = 'village'
 order by c.effective_on, c.entered_at`;
