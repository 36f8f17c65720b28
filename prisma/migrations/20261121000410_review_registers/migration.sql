-- What people write into a review beside the counted facts. Nothing is rewritten: the newest word of each kind holds,
-- and none is taken once the review is locked.

-- Points by document, where a criterion asks for them. Null takes an earlier word back.
create table review_mark (
  commune_id     integer not null,
  review_id      uuid not null,
  village_id     integer not null,
  criterion_key  text not null check (char_length(criterion_key) between 1 and 80),
  number         integer not null check (number > 0),
  -- Hundredths.
  points         integer check (points between 0 and 10000),
  document       text not null check (char_length(document) between 3 and 300),
  made_by        uuid not null references account (id),
  made_at        timestamptz not null,
  primary key (commune_id, review_id, village_id, criterion_key, number),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

-- Who is kept out of the ranking, why and by which document; or let in again.
create table review_exclusion (
  commune_id   integer not null,
  review_id    uuid not null,
  village_id   integer not null,
  number       integer not null check (number > 0),
  is_excluded  boolean not null,
  reason       text not null check (char_length(reason) between 3 and 500),
  document     text not null check (char_length(document) between 3 and 300),
  made_by      uuid not null references account (id),
  made_at      timestamptz not null,
  primary key (commune_id, review_id, village_id, number),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

-- What is asked of a rate that no target of the plan counts, in basis points; null takes it back.
create table review_rate (
  commune_id  integer not null,
  review_id   uuid not null,
  key         text not null check (key ~ '^[a-z0-9_-]{1,80}$'),
  number      integer not null check (number > 0),
  asked       integer check (asked between 1 and 10000),
  document    text not null check (char_length(document) between 3 and 300),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, review_id, key, number),
  foreign key (commune_id, review_id) references review (commune_id, id)
);

create function tds_review_takes_words() returns trigger language plpgsql as $$
begin
  -- Waits for whoever is locking it, and then sees that it is locked.
  perform from review where commune_id = new.commune_id and id = new.review_id
      and state in ('open', 'comment') for share;
  if not found then
    raise exception 'review % of commune % is locked', new.review_id, new.commune_id
      using errcode = 'check_violation', constraint = 'review_locked', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger review_takes_words before insert on review_mark for each row execute function tds_review_takes_words();
create trigger review_takes_words before insert on review_exclusion for each row execute function tds_review_takes_words();
create trigger review_takes_words before insert on review_rate for each row execute function tds_review_takes_words();

-- A review stands on sealed months alone, each of them there and none on trial.
create function tds_review_stands_on_seals() returns trigger language plpgsql as $$
declare
  asked integer := (new.last_month / 100 - new.first_month / 100) * 12 + new.last_month % 100 - new.first_month % 100 + 1;
  there integer;
begin
  select count(*) into there
    from month m join month_seal s on s.commune_id = m.commune_id and s.month_id = m.id
   where m.commune_id = new.commune_id and m.id between new.first_month and new.last_month
     and m.state = 'sealed' and not m.is_trial;
  if there <> asked then
    raise exception 'review % of commune % has % sealed months of %', new.id, new.commune_id, there, asked
      using errcode = 'check_violation', constraint = 'review_months_sealed', table = 'review';
  end if;
  return new;
end $$;
create trigger review_stands_on_seals before update on review
  for each row when (new.state = 'locked' and old.state in ('open', 'comment'))
  execute function tds_review_stands_on_seals();

select tds_append_only('review_mark');
select tds_append_only('review_exclusion');
select tds_append_only('review_rate');
select tds_audited('review_mark', array['criterion_key', 'points', 'made_by']);
select tds_audited('review_exclusion', array['is_excluded', 'made_by']);
select tds_audited('review_rate', array['key', 'asked', 'made_by']);
