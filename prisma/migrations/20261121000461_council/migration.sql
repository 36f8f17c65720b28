-- The council: who sits on it, its sessions, and votes on proposals of award.

create table council_member (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  -- Who votes on an own device; a member without an account raises a hand and the secretary writes it down.
  account_id  uuid references account (id),
  full_name   text not null check (char_length(full_name) between 2 and 120),
  position    text not null check (char_length(position) between 2 and 160),
  role        text not null check (role in ('chair', 'vice_chair', 'secretary', 'member')),
  -- By which they sit: "05/QĐ-UBND".
  decision    text not null check (char_length(decision) between 2 and 60),
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  primary key (commune_id, id),
  constraint council_one_chair exclude using gist
    (commune_id with =, daterange(valid_from, valid_to, '[]') with &&) where (role = 'chair'),
  constraint council_one_seat exclude using gist
    (commune_id with =, account_id with =, daterange(valid_from, valid_to, '[]') with &&) where (account_id is not null)
);

-- What the council goes by; the newest counts for sessions that open after it.
create table council_rule (
  commune_id  integer not null references commune (id),
  number      integer not null check (number > 0),
  content     jsonb not null check (jsonb_typeof(content) = 'object'),
  document    text not null check (char_length(document) between 2 and 160),
  written_by  uuid not null references account (id),
  written_at  timestamptz not null,
  primary key (commune_id, number)
);

create table council_session (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  review_id   uuid not null,
  title       text not null check (char_length(title) between 3 and 160),
  form        text not null check (form in ('meeting', 'written')),
  place       text not null check (char_length(place) between 2 and 160),
  held_on     date not null,
  -- As they stood when it opened.
  rules       jsonb not null check (jsonb_typeof(rules) = 'object'),
  guests      text not null default '' check (char_length(guests) <= 2000),
  discussion  text not null default '' check (char_length(discussion) <= 8000),
  conclusion  text not null default '' check (char_length(conclusion) <= 4000),
  state       text not null check (state in ('open', 'closed')),
  opened_by   uuid not null references account (id),
  opened_at   timestamptz not null,
  closed_by   uuid references account (id),
  closed_at   timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, review_id) references review (commune_id, id),
  check ((state = 'closed') = (closed_at is not null and closed_by is not null))
);
create index council_session_review on council_session (commune_id, review_id);

create table council_seat (
  commune_id  integer not null,
  session_id  uuid not null,
  member_id   uuid not null,
  role        text not null check (role in ('chair', 'vice_chair', 'secretary', 'member')),
  attendance  text not null check (attendance in ('present', 'proxy', 'written', 'absent')),
  proxy_name  text check (char_length(proxy_name) between 2 and 120),
  -- Number and day of the proxy or of the written opinion.
  paper       text check (char_length(paper) between 2 and 160),
  noted_by    uuid not null references account (id),
  noted_at    timestamptz not null,
  primary key (commune_id, session_id, member_id),
  foreign key (commune_id, session_id) references council_session (commune_id, id),
  foreign key (commune_id, member_id) references council_member (commune_id, id),
  check ((attendance = 'proxy') = (proxy_name is not null)),
  check ((attendance in ('proxy', 'written')) = (paper is not null))
);

create table council_round (
  commune_id    integer not null,
  id            uuid not null,
  session_id    uuid not null,
  number        integer not null check (number > 0),
  title         text not null check (char_length(title) between 3 and 160),
  mode          text not null check (mode in ('show', 'secret', 'paper')),
  places        integer check (places between 0 and 1000),
  state         text not null check (state in ('open', 'closed', 'withdrawn')),
  opened_by     uuid not null references account (id),
  opened_at     timestamptz not null,
  closed_by     uuid references account (id),
  closed_at     timestamptz,
  -- Of ballots on paper, and who counted them.
  issued        integer check (issued >= 0),
  returned      integer check (returned between 0 and issued),
  invalid       integer check (invalid between 0 and returned),
  tellers       text check (char_length(tellers) between 2 and 300),
  -- How the chair parted equals on the last place: said once, with a reason.
  chair_side    uuid[],
  chair_reason  text check (char_length(chair_reason) between 5 and 1000),
  primary key (commune_id, id),
  unique (commune_id, session_id, number),
  foreign key (commune_id, session_id) references council_session (commune_id, id),
  check ((state = 'open') = (closed_at is null and closed_by is null)),
  check ((chair_side is null) = (chair_reason is null)),
  check (chair_side is null or state = 'closed'),
  check ((mode = 'paper' and state = 'closed') = (num_nonnulls(issued, returned, invalid, tellers) = 4)),
  check (num_nonnulls(issued, returned, invalid, tellers) in (0, 4))
);
create unique index council_round_open on council_round (commune_id, session_id) where state = 'open';

create table council_nominee (
  commune_id   integer not null,
  round_id     uuid not null,
  proposal_id  uuid not null,
  -- Where it stands on a ballot, from 1.
  position     integer not null check (position > 0),
  primary key (commune_id, round_id, proposal_id),
  unique (commune_id, round_id, position),
  foreign key (commune_id, round_id) references council_round (commune_id, id),
  foreign key (commune_id, proposal_id) references award_proposal (commune_id, id)
);

-- Who has a vote in a round, pinned when it opens, and whether it was given: never how, never when.
create table council_voter (
  commune_id  integer not null,
  round_id    uuid not null,
  member_id   uuid not null,
  has_voted   boolean not null default false,
  primary key (commune_id, round_id, member_id),
  foreign key (commune_id, round_id) references council_round (commune_id, id),
  foreign key (commune_id, member_id) references council_member (commune_id, id)
);

-- Hands and written opinions, with their names.
create table council_vote (
  commune_id   integer not null,
  round_id     uuid not null,
  member_id    uuid not null,
  proposal_id  uuid not null,
  choice       text not null check (choice in ('yes', 'no', 'abstain')),
  entered_by   uuid not null references account (id),
  entered_at   timestamptz not null,
  primary key (commune_id, round_id, member_id, proposal_id),
  foreign key (commune_id, round_id, member_id) references council_voter (commune_id, round_id, member_id),
  foreign key (commune_id, round_id, proposal_id) references council_nominee (commune_id, round_id, proposal_id)
);

-- The box of a secret round: all its ballots in one row, sorted. A ballot has no row, no name, no hour and no order of
-- its own, so that neither a column nor a row's transaction leads from it to a voter. It stands outside the audit log
-- for the same reason: a digest of each state would tell them one by one.
create table council_box (
  commune_id  integer not null,
  round_id    uuid not null,
  ballots     text[] not null default '{}',
  primary key (commune_id, round_id),
  foreign key (commune_id, round_id) references council_round (commune_id, id)
);

-- What a round came to, written when it is closed.
create table council_count (
  commune_id   integer not null,
  round_id     uuid not null,
  proposal_id  uuid not null,
  yes          integer not null check (yes >= 0),
  no           integer not null check (no >= 0),
  abstain      integer not null check (abstain >= 0),
  primary key (commune_id, round_id, proposal_id),
  foreign key (commune_id, round_id, proposal_id) references council_nominee (commune_id, round_id, proposal_id)
);

create table council_dissent (
  commune_id   integer not null,
  id           uuid not null,
  session_id   uuid not null,
  member_id    uuid not null,
  round_id     uuid,
  proposal_id  uuid,
  content      text not null check (char_length(content) between 5 and 2000),
  entered_by   uuid not null references account (id),
  entered_at   timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, session_id, member_id) references council_seat (commune_id, session_id, member_id),
  foreign key (commune_id, round_id) references council_round (commune_id, id),
  foreign key (commune_id, round_id, proposal_id) references council_nominee (commune_id, round_id, proposal_id),
  check (proposal_id is null or round_id is not null)
);

-- A term that was entered stands: it ends once, and an account may be named later.
create function tds_council_term_stands() returns trigger language plpgsql as $$
begin
  if (old.valid_to is not null and new.valid_to is distinct from old.valid_to)
     or (old.account_id is not null and new.account_id is distinct from old.account_id)
     or to_jsonb(new) - array['valid_to', 'account_id'] is distinct from to_jsonb(old) - array['valid_to', 'account_id'] then
    raise exception 'term % of commune % stands', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'council_term_stands', table = 'council_member';
  end if;
  return new;
end $$;
create trigger council_term_stands before update on council_member
  for each row execute function tds_council_term_stands();

create function tds_council_closed_stands() returns trigger language plpgsql as $$
declare
  moved jsonb := to_jsonb(new);
begin
  if tg_table_name = 'council_session' then
    if old.state = 'closed'
       or moved - array['guests', 'discussion', 'conclusion', 'state', 'closed_by', 'closed_at']
          is distinct from to_jsonb(old) - array['guests', 'discussion', 'conclusion', 'state', 'closed_by', 'closed_at'] then
      raise exception 'session % stands', old.id using errcode = 'check_violation', constraint = 'council_closed_stands';
    end if;
    return new;
  end if;
  if not exists (select from council_session s
                  where s.commune_id = old.commune_id and s.id = old.session_id and s.state = 'open')
     or (old.state <> 'open' and (old.chair_side is not null
         or moved - array['chair_side', 'chair_reason'] is distinct from to_jsonb(old) - array['chair_side', 'chair_reason']))
     or moved - array['state', 'closed_by', 'closed_at', 'issued', 'returned', 'invalid', 'tellers', 'chair_side', 'chair_reason']
        is distinct from
        to_jsonb(old) - array['state', 'closed_by', 'closed_at', 'issued', 'returned', 'invalid', 'tellers', 'chair_side', 'chair_reason'] then
    raise exception 'round % stands', old.id using errcode = 'check_violation', constraint = 'council_closed_stands';
  end if;
  return new;
end $$;
create trigger council_session_stands before update on council_session
  for each row execute function tds_council_closed_stands();
create trigger council_round_stands before update on council_round
  for each row execute function tds_council_closed_stands();

-- Seats are noted while the session goes on; a dissent is as well.
create function tds_council_session_open() returns trigger language plpgsql as $$
begin
  if not exists (select from council_session s
                  where s.commune_id = new.commune_id and s.id = new.session_id and s.state = 'open') then
    raise exception 'session % is closed', new.session_id
      using errcode = 'check_violation', constraint = 'council_session_open', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger council_session_open before insert or update on council_seat
  for each row execute function tds_council_session_open();
create trigger council_session_open before insert on council_dissent
  for each row execute function tds_council_session_open();
create trigger council_session_open before insert on council_round
  for each row execute function tds_council_session_open();

-- Votes, voters and boxes move in an open round only, and each in its own mode.
create function tds_council_round_open() returns trigger language plpgsql as $$
begin
  if not exists (select from council_round r
                  where r.commune_id = new.commune_id and r.id = new.round_id and r.state = 'open'
                    and (tg_argv[0] = 'any' or r.mode = tg_argv[0])) then
    raise exception 'round % takes no vote here', new.round_id
      using errcode = 'check_violation', constraint = 'council_round_open', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger council_round_open before insert or update on council_vote
  for each row execute function tds_council_round_open('show');
create trigger council_round_open before insert or update on council_voter
  for each row execute function tds_council_round_open('any');
create trigger council_round_open before insert on council_nominee
  for each row execute function tds_council_round_open('any');
create trigger council_round_open before insert or update on council_box
  for each row execute function tds_council_round_open('secret');

create function tds_council_voted_stands() returns trigger language plpgsql as $$
begin
  if old.has_voted or (new.round_id, new.member_id) is distinct from (old.round_id, old.member_id) then
    raise exception 'a vote given in round % stays given', old.round_id
      using errcode = 'check_violation', constraint = 'council_voted_stands', table = 'council_voter';
  end if;
  return new;
end $$;
create trigger council_voted_stands before update on council_voter
  for each row when (old.has_voted or old.* is distinct from new.*) execute function tds_council_voted_stands();

-- One ballot at a time goes in, none comes out, and the box is sorted; a ballot says one letter on each nominee.
create function tds_council_box_grows() returns trigger language plpgsql as $$
declare
  nominees integer;
begin
  select count(*) into nominees from council_nominee n
   where n.commune_id = new.commune_id and n.round_id = new.round_id;
  if new.ballots <> (select coalesce(array_agg(b order by b collate "C"), '{}') from unnest(new.ballots) b)
     or exists (select from unnest(new.ballots) b where b !~ '^[yna]+$' or char_length(b) <> nominees)
     or (tg_op = 'INSERT' and cardinality(new.ballots) <> 0)
     or (tg_op = 'UPDATE' and (cardinality(new.ballots) <> cardinality(old.ballots) + 1
         or exists (select unnest(old.ballots) except all select unnest(new.ballots)))) then
    raise exception 'the box of round % takes one ballot at a time', new.round_id
      using errcode = 'check_violation', constraint = 'council_box_grows', table = 'council_box';
  end if;
  return new;
end $$;
create trigger council_box_grows before insert or update on council_box
  for each row execute function tds_council_box_grows();

-- As many ballots as voters who gave one: at the end of every transaction.
create function tds_council_box_agrees() returns trigger language plpgsql as $$
declare
  held integer;
  given integer;
begin
  select cardinality(b.ballots) into held from council_box b
   where b.commune_id = new.commune_id and b.round_id = new.round_id;
  select count(*) into given from council_voter v
   where v.commune_id = new.commune_id and v.round_id = new.round_id and v.has_voted;
  if held is not null and held <> given then
    raise exception 'the box of round % holds % ballots of % voters', new.round_id, held, given
      using errcode = 'check_violation', constraint = 'council_box_agrees', table = 'council_box';
  end if;
  return null;
end $$;
create constraint trigger council_box_agrees after insert or update on council_box
  deferrable initially deferred for each row execute function tds_council_box_agrees();
create constraint trigger council_box_agrees after update on council_voter
  deferrable initially deferred for each row execute function tds_council_box_agrees();

-- A count is what was cast: of hands and of the box to the vote, of paper no more than valid ballots.
create function tds_council_counted() returns trigger language plpgsql as $$
declare
  round council_round;
  place integer;
  said integer[];
begin
  select * into round from council_round r where r.commune_id = new.commune_id and r.id = new.round_id;
  if round.mode = 'show' then
    select array[count(*) filter (where choice = 'yes'), count(*) filter (where choice = 'no'),
                 count(*) filter (where choice = 'abstain')] into said
      from council_vote v
     where v.commune_id = new.commune_id and v.round_id = new.round_id and v.proposal_id = new.proposal_id;
  elsif round.mode = 'secret' then
    select n.position into place from council_nominee n
     where n.commune_id = new.commune_id and n.round_id = new.round_id and n.proposal_id = new.proposal_id;
    select array[count(*) filter (where substr(b, place, 1) = 'y'), count(*) filter (where substr(b, place, 1) = 'n'),
                 count(*) filter (where substr(b, place, 1) = 'a')] into said
      from council_box x, unnest(x.ballots) b
     where x.commune_id = new.commune_id and x.round_id = new.round_id;
  else
    said := array[new.yes, new.no, new.abstain];
  end if;
  if round.state <> 'closed' or said <> array[new.yes, new.no, new.abstain]
     or (round.mode = 'paper' and new.yes + new.no + new.abstain > round.returned - round.invalid) then
    raise exception 'the count of round % is not what was cast', new.round_id
      using errcode = 'check_violation', constraint = 'council_counted', table = 'council_count';
  end if;
  return new;
end $$;
create trigger council_counted before insert on council_count
  for each row execute function tds_council_counted();

select tds_commune_table('council_member');
select tds_append_only('council_rule');
select tds_commune_table('council_session');
select tds_commune_table('council_seat');
select tds_commune_table('council_round');
select tds_append_only('council_nominee');
select tds_commune_table('council_voter');
select tds_commune_table('council_vote');
select tds_commune_table('council_box');
select tds_append_only('council_count');
select tds_append_only('council_dissent');
revoke delete on council_member, council_session, council_seat, council_round, council_voter, council_vote, council_box
  from tds_app, tds_maintain;
select tds_audited('council_member', array['account_id', 'role', 'decision', 'valid_from', 'valid_to', 'entered_by']);
select tds_audited('council_rule', array['document', 'written_by']);
select tds_audited('council_session', array['review_id', 'form', 'held_on', 'state', 'opened_by', 'closed_by']);
select tds_audited('council_seat', array['role', 'attendance', 'noted_by']);
select tds_audited('council_round', array['session_id', 'mode', 'places', 'state', 'opened_by', 'closed_by', 'chair_side']);
select tds_audited('council_nominee', array['position']);
select tds_audited('council_voter', array['has_voted']);
select tds_audited('council_vote', array['choice', 'entered_by']);
select tds_audited('council_count', array['yes', 'no', 'abstain']);
select tds_audited('council_dissent', array['session_id', 'member_id', 'entered_by']);
