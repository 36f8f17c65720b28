-- Titles of record: somebody is nominated, others agree, the office recognises with number and date. What was said
-- is never changed; the state of a nomination follows from it. An award of a nomination bears the nomination's id.

create table title_nomination (
  commune_id    integer not null references commune (id),
  -- Made before it is sent: sending twice is one nomination.
  id            uuid not null,
  badge_key     text not null,
  -- Whatever is published later, this nomination is judged by the version it was made under.
  version       integer not null,
  member_id     uuid not null,
  -- Where the member worked on that day; decides whose leader may speak.
  team_id       integer not null,
  village_id    integer,
  reason        text not null check (char_length(reason) between 3 and 1000),
  -- What the house knew on that day: {"mentees": 6, "needed": 5, "claims": 40}.
  facts         jsonb not null default '{}',
  nominated_by  uuid not null references account (id),
  nominated_as  text not null check (nominated_as in ('deputy', 'leader', 'youth_union', 'office')),
  nominated_on  date not null,
  nominated_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, badge_key, version) references badge_definition (commune_id, key, version),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create index title_nomination_member on title_nomination (commune_id, member_id, badge_key);
create index title_nomination_day on title_nomination (commune_id, nominated_at);

create table title_word (
  commune_id     integer not null,
  id             uuid not null,
  nomination_id  uuid not null,
  kind           text not null check (kind in ('approve', 'reject', 'withdraw')),
  reason         text check (char_length(reason) between 3 and 500),
  said_by        uuid not null references account (id),
  said_as        text not null check (said_as in ('deputy', 'leader', 'youth_union', 'office', 'commune_leader')),
  said_at        timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, nomination_id) references title_nomination (commune_id, id),
  check (kind <> 'reject' or reason is not null)
);
-- One person agrees once, and a nomination ends once.
create unique index title_word_person on title_word (commune_id, nomination_id, said_by, kind);
create unique index title_word_end on title_word (commune_id, nomination_id) where kind in ('reject', 'withdraw');

-- Whatever a program asks: nobody speaks for themselves, for whom they nominated, or for their own household.
create function tds_title_word_stands() returns trigger language plpgsql as $$
declare
  of_nomination record;
begin
  select n.nominated_by, m.account_id, m.household_id into of_nomination
    from title_nomination n
    join member m on m.commune_id = n.commune_id and m.id = n.member_id
   where n.commune_id = new.commune_id and n.id = new.nomination_id;
  if (new.kind = 'withdraw') <> (of_nomination.nominated_by = new.said_by)
     or (new.kind <> 'withdraw' and of_nomination.account_id = new.said_by)
     or (new.kind <> 'withdraw' and of_nomination.household_id is not null and exists (
           select from member o where o.commune_id = new.commune_id and o.account_id = new.said_by
              and o.household_id = of_nomination.household_id))
     or exists (select from badge_award a where a.commune_id = new.commune_id and a.id = new.nomination_id)
     or exists (select from title_word w where w.commune_id = new.commune_id and w.nomination_id = new.nomination_id
                   and w.kind in ('reject', 'withdraw')) then
    raise exception 'nomination % takes no such word of %', new.nomination_id, new.said_by
      using errcode = 'check_violation', constraint = 'title_word_stands', table = 'title_word';
  end if;
  return new;
end $$;
create trigger title_word_stands before insert on title_word
  for each row execute function tds_title_word_stands();

-- A title asked for by nomination is only ever an award after enough words of different persons.
create function tds_title_approved() returns trigger language plpgsql as $$
declare
  needed integer;
begin
  select greatest(2, coalesce((d.content -> 'award' ->> 'approvals')::integer, 2)) into needed
    from title_nomination n
    join badge_definition d on d.commune_id = n.commune_id and d.key = n.badge_key and d.version = n.version
   where n.commune_id = new.commune_id and n.id = new.id and n.badge_key = new.badge_key
     and n.version = new.version and new.subject = 'member' and new.subject_id = n.member_id::text;
  if needed is null
     or (select count(distinct w.said_by) from title_word w where w.commune_id = new.commune_id
            and w.nomination_id = new.id and w.kind = 'approve') < needed
     or exists (select from title_word w where w.commune_id = new.commune_id and w.nomination_id = new.id
                   and w.kind in ('reject', 'withdraw')) then
    raise exception 'title % of % was not approved', new.badge_key, new.subject_id
      using errcode = 'check_violation', constraint = 'title_approved', table = 'badge_award';
  end if;
  return new;
end $$;
create trigger title_approved before insert on badge_award
  for each row when (new.badge_key in ('digital-ambassador', 'exemplary-member'))
  execute function tds_title_approved();

-- A title is taken back by two: one says why, another agrees or leaves it standing.
create table title_revocation (
  commune_id   integer not null,
  id           uuid not null,
  award_id     uuid not null,
  reason       text not null check (char_length(reason) between 3 and 500),
  asked_by     uuid not null references account (id),
  asked_at     timestamptz not null,
  verdict      text check (verdict in ('revoked', 'kept')),
  answered_by  uuid references account (id),
  answered_at  timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, award_id) references badge_award (commune_id, id),
  check ((verdict is null) = (answered_by is null) and (verdict is null) = (answered_at is null)),
  check (answered_by <> asked_by)
);
create unique index title_revocation_waiting on title_revocation (commune_id, award_id) where verdict is null;

create function tds_revocation_stands() returns trigger language plpgsql as $$
begin
  if old.verdict is not null
     or (new.commune_id, new.id, new.award_id, new.reason, new.asked_by, new.asked_at)
        is distinct from (old.commune_id, old.id, old.award_id, old.reason, old.asked_by, old.asked_at) then
    raise exception 'revocation % was asked and answered', old.id
      using errcode = 'check_violation', constraint = 'revocation_stands', table = 'title_revocation';
  end if;
  return new;
end $$;
create trigger revocation_stands before update on title_revocation
  for each row execute function tds_revocation_stands();

select tds_append_only('title_nomination');
select tds_append_only('title_word');
select tds_commune_table('title_revocation');
revoke delete on title_revocation from tds_app, tds_maintain;

select tds_audited('title_nomination', array['badge_key', 'version', 'member_id', 'nominated_by', 'nominated_as']);
select tds_audited('title_word', array['nomination_id', 'kind', 'said_by', 'said_as']);
select tds_audited('title_revocation', array['award_id', 'asked_by', 'verdict', 'answered_by']);
