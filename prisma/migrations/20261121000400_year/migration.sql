-- The year: by what villages are scored, the reviews that score them, and what a review came to when it was locked.

-- A scoring sheet in versions. A draft is written anew until a second person adopts it; from then on it stands.
create table criteria_sheet (
  commune_id      integer not null references commune (id),
  version         integer not null check (version > 0),
  title           text not null check (char_length(title) between 3 and 200),
  -- The commune's own regulation ("12/QĐ-UBND"); null while the sheet is only a proposal.
  document        text check (char_length(document) between 3 and 200),
  content         jsonb not null check (jsonb_typeof(content) = 'object'),
  content_sha256  bytea not null check (octet_length(content_sha256) = 32),
  state           text not null check (state in ('draft', 'asked', 'adopted', 'withdrawn')),
  revision        integer not null default 1 check (revision > 0),
  made_by         uuid references account (id),
  made_at         timestamptz not null,
  asked_by        uuid references account (id),
  asked_at        timestamptz,
  adopted_by      uuid references account (id),
  adopted_at      timestamptz,
  primary key (commune_id, version),
  check ((state in ('asked', 'adopted')) <= (asked_by is not null)),
  check ((state = 'adopted') = (adopted_at is not null)),
  check (adopted_at is null or (document is not null and adopted_by is not null and adopted_by <> asked_by))
);
create unique index criteria_sheet_in_work on criteria_sheet (commune_id) where state in ('draft', 'asked');

create function tds_adopted_sheet_stands() returns trigger language plpgsql as $$
begin
  if old.state in ('adopted', 'withdrawn') then
    raise exception 'sheet % of commune % is % and stands as it is', old.version, old.commune_id, old.state
      using errcode = 'check_violation', constraint = 'adopted_sheet_stands', table = 'criteria_sheet';
  end if;
  return new;
end $$;
create trigger adopted_sheet_stands before update on criteria_sheet
  for each row execute function tds_adopted_sheet_stands();

-- A review of a span of months: the year, its middle, or a timely one. It only goes forward.
create table review (
  commune_id         integer not null references commune (id),
  id                 uuid not null,
  kind               text not null check (kind in ('annual', 'mid', 'timely')),
  year               integer not null check (year between 2020 and 2100),
  title              text not null check (char_length(title) between 3 and 160),
  -- Months as they are numbered: 202601 is the one called January 2026, whatever days it holds.
  first_month        integer not null check (first_month between 200001 and 209912),
  last_month         integer not null check (last_month between first_month and 209912),
  sheet_version      integer not null,
  state              text not null check (state in ('open', 'comment', 'locked', 'published')),
  -- Both days included: villages see their sheet and speak.
  comment_first_day  date,
  comment_last_day   date,
  opened_by          uuid not null references account (id),
  opened_at          timestamptz not null,
  locked_by          uuid references account (id),
  locked_at          timestamptz,
  published_by       uuid references account (id),
  published_at       timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, sheet_version) references criteria_sheet (commune_id, version),
  check ((comment_first_day is null) = (comment_last_day is null)),
  check (comment_last_day >= comment_first_day),
  check ((state in ('locked', 'published')) = (locked_at is not null and locked_by is not null)),
  check ((state = 'published') = (published_at is not null and published_by is not null))
);
create unique index review_of_year on review (commune_id, year) where kind = 'annual';

create function tds_review_forward() returns trigger language plpgsql as $$
begin
  if array_position(array['open', 'comment', 'locked', 'published'], new.state)
     < array_position(array['open', 'comment', 'locked', 'published'], old.state) then
    raise exception 'review % of commune % only goes forward', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'review_forward', table = 'review';
  end if;
  if old.state in ('locked', 'published')
     and (new.sheet_version, new.first_month, new.last_month, new.year, new.kind, new.locked_by, new.locked_at)
         is distinct from
         (old.sheet_version, old.first_month, old.last_month, old.year, old.kind, old.locked_by, old.locked_at) then
    raise exception 'review % of commune % is locked', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'review_locked', table = 'review';
  end if;
  return new;
end $$;
create trigger review_forward before update on review for each row execute function tds_review_forward();

-- What a locked review came to: facts, sheet, scores and ranks in canonical JSON, the very bytes that are hashed.
create table review_result (
  commune_id  integer not null,
  review_id   uuid not null,
  number      integer not null check (number > 0),
  content     text not null,
  sha256      bytea not null check (octet_length(sha256) = 32),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, review_id, number),
  foreign key (commune_id, review_id) references review (commune_id, id)
);

create function tds_result_is_hashed() returns trigger language plpgsql as $$
begin
  if new.sha256 <> sha256(convert_to(new.content, 'UTF8')) then
    raise exception 'result % of review % is not the hash of its content', new.number, new.review_id
      using errcode = 'check_violation', constraint = 'result_hash', table = 'review_result';
  end if;
  return new;
end $$;
create trigger result_is_hashed before insert on review_result
  for each row execute function tds_result_is_hashed();

select tds_commune_table('criteria_sheet');
select tds_commune_table('review');
select tds_append_only('review_result');
revoke delete on criteria_sheet, review from tds_app, tds_maintain;
select tds_audited('criteria_sheet', array['state', 'revision', 'document', 'made_by', 'asked_by', 'adopted_by']);
select tds_audited('review', array['state', 'sheet_version', 'comment_last_day', 'opened_by', 'locked_by', 'published_by']);
select tds_audited('review_result', array['number', 'made_by']);
