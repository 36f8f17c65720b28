-- Campaigns (D05, D15, D17, D18, L26): days, what counts, goals, a factor declared before the first day, and who takes part.

create table campaign (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  kind             text not null check (kind in ('movement', 'peak', 'volunteer', 'youth')),
  owner            text not null check (owner in ('commune', 'youth_union')),
  name             text not null check (char_length(name) between 2 and 160),
  purpose          text check (char_length(purpose) between 2 and 1000),
  -- The document that launches it. A draft may still wait for its number.
  document_number  text check (char_length(document_number) between 1 and 60),
  document_day     date,
  document_body    text check (char_length(document_body) between 2 and 160),
  starts_on        date not null,
  ends_on          date not null check (ends_on >= starts_on and ends_on <= starts_on + 366),
  -- Hundredths. 100 multiplies nothing.
  factor           smallint not null check (factor between 100 and 150),
  -- None listed: every kind, every service. A movement that is named must be named by the record.
  activity_keys    text[] not null check (cardinality(activity_keys) <= 60),
  service_keys     text[] not null check (cardinality(service_keys) <= 60),
  movement         text check (char_length(movement) between 2 and 160),
  -- [{"metric": "people", "number": 300}]
  goals            jsonb not null check (jsonb_typeof(goals) = 'array' and jsonb_array_length(goals) <= 5),
  revision         integer not null default 1 check (revision > 0),
  drafted_by       uuid not null references account (id),
  drafted_at       timestamptz not null,
  proposed_by      uuid references account (id),
  proposed_at      timestamptz,
  published_by     uuid references account (id),
  published_at     timestamptz,
  withdrawn_by     uuid references account (id),
  withdrawn_at     timestamptz,
  withdraw_reason  text check (char_length(withdraw_reason) between 3 and 500),
  primary key (commune_id, id),
  check ((proposed_by is null) = (proposed_at is null)),
  check ((published_by is null) = (published_at is null)),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check ((withdrawn_at is null) = (withdraw_reason is null)),
  check (withdrawn_at is null or published_at is not null),
  constraint campaign_needs_two check (published_by is null or (proposed_by is not null and proposed_by <> published_by)),
  constraint campaign_needs_document check (published_at is null
    or (document_number is not null and document_day is not null and document_body is not null)),
  -- Announced before its first day, and called off only before it: no work that was done is worth more or less by it.
  constraint campaign_declared_before check (published_at is null
    or (published_at at time zone 'Asia/Ho_Chi_Minh')::date < starts_on),
  constraint campaign_called_off_before check (withdrawn_at is null
    or (withdrawn_at at time zone 'Asia/Ho_Chi_Minh')::date < starts_on)
);
create index campaign_days on campaign (commune_id, starts_on);

-- None listed: every team.
create table campaign_team (
  commune_id   integer not null,
  campaign_id  uuid not null,
  team_id      integer not null,
  primary key (commune_id, campaign_id, team_id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id) on delete cascade,
  foreign key (commune_id, team_id) references team (commune_id, id)
);

-- What was published stands as it was, for every program: old months must come out the same when they are worked out anew.
create function tds_campaign_stands() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' or old.withdrawn_at is not null
     or to_jsonb(new) - array['withdrawn_by', 'withdrawn_at', 'withdraw_reason']
        is distinct from to_jsonb(old) - array['withdrawn_by', 'withdrawn_at', 'withdraw_reason'] then
    raise exception 'campaign % of commune % was published and stands', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'campaign_stands', table = 'campaign';
  end if;
  return new;
end $$;
create trigger campaign_stands before update or delete on campaign
  for each row execute function tds_campaign_stands();

create function tds_campaign_teams_stand() returns trigger language plpgsql as $$
declare
  named campaign_team;
begin
  if tg_op = 'INSERT' then named := new; else named := old; end if;
  if exists (select from campaign c
              where c.commune_id = named.commune_id and c.id = named.campaign_id and c.published_at is not null) then
    raise exception 'the teams of campaign % of commune % stand', named.campaign_id, named.commune_id
      using errcode = 'check_violation', constraint = 'campaign_stands', table = 'campaign_team';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger campaign_teams_stand before insert or update or delete on campaign_team
  for each row execute function tds_campaign_teams_stand();

-- Who takes part, and how (D18). It gives papers and an overview; points go by the work alone.
create table campaign_member (
  commune_id     integer not null,
  campaign_id    uuid not null,
  member_id      uuid not null,
  participation  text not null check (participation in ('regular', 'peak')),
  joined_by      uuid not null references account (id),
  joined_at      timestamptz not null,
  left_at        timestamptz,
  primary key (commune_id, campaign_id, member_id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create index campaign_member_of on campaign_member (commune_id, member_id);

-- A43: whoever joins a team for a campaign is bound to it; what was typed before there was a register stays as it is.
alter table membership
  add column campaign_id uuid,
  add foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  add constraint membership_campaign_bound check (campaign_id is null or source = 'campaign');

-- Whether a record counts for a campaign: its day, its kind, its service, the movement it names and the doer's team.
-- A unit or a team that is null asks whether any of the record does.
create function tds_counts_for_campaign(of_commune integer, of_campaign uuid, of_claim uuid, of_unit integer, of_team integer)
returns boolean language sql stable as $$
  select exists (
    select from campaign g
      join claim c on c.commune_id = g.commune_id and c.id = of_claim
     where g.commune_id = of_commune and g.id = of_campaign and g.published_at is not null and g.withdrawn_at is null
       and c.work_date between g.starts_on and g.ends_on
       and (g.activity_keys = '{}' or c.activity_key = any(g.activity_keys))
       and (g.movement is null or g.movement = any(c.movements))
       and (g.service_keys = '{}' or exists (
         select from claim_unit u where u.commune_id = c.commune_id and u.claim_id = c.id
            and (of_unit is null or u.ordinal = of_unit) and u.service_key = any(g.service_keys)))
       and (not exists (select from campaign_team t where t.commune_id = g.commune_id and t.campaign_id = g.id)
         or exists (select from campaign_team t
                     where t.commune_id = g.commune_id and t.campaign_id = g.id
                       and (t.team_id = of_team or (of_team is null and t.team_id in (
                         select p.team_id from claim_participant p
                          where p.commune_id = c.commune_id and p.claim_id = c.id))))))
$$;
grant execute on function tds_counts_for_campaign(integer, uuid, uuid, integer, integer) to tds_app, tds_maintain;

-- What scoring must know of the campaigns of a commune.
create function tds_campaign_rules(of_commune integer) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
           'id', g.id, 'startsOn', g.starts_on, 'endsOn', g.ends_on, 'factor', g.factor,
           'activityKeys', g.activity_keys, 'serviceKeys', g.service_keys, 'movement', g.movement,
           'teamIds', array(select t.team_id from campaign_team t
                             where t.commune_id = g.commune_id and t.campaign_id = g.id order by 1)) order by g.id), '[]')
    from campaign g
   where g.commune_id = of_commune and g.published_at is not null and g.withdrawn_at is null and g.factor > 100
$$;
grant execute on function tds_campaign_rules(integer) to tds_app, tds_maintain;

select tds_commune_table('campaign');
select tds_commune_table('campaign_team');
select tds_commune_table('campaign_member');
revoke delete on campaign_member from tds_app, tds_maintain;

select tds_audited('campaign', array['kind', 'owner', 'starts_on', 'ends_on', 'factor', 'revision', 'proposed_by', 'published_by', 'withdrawn_by']);
select tds_audited('campaign_team', array[]::text[]);
select tds_audited('campaign_member', array['participation', 'joined_by', 'left_at']);
