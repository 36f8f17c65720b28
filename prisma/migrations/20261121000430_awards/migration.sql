-- Commendation: who is proposed for what, what holds a proposal back, and where people go another way than the ranking.

-- K03, K04: one row for each recipient and achievement. Without a review it is a timely commendation between years.
create table award_proposal (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  review_id        uuid,
  category         text not null check (category in ('collective', 'individual', 'household', 'model', 'initiative')),
  -- Sudden and thematic awards carry no later award of merit at a higher level: each award says what it is for.
  basis            text not null check (basis in ('merit', 'movement', 'thematic', 'sudden')),
  theme            text check (char_length(theme) between 3 and 160),
  form             text not null check (form in ('commendation', 'advanced_worker', 'grassroots_fighter',
                     'advanced_collective', 'excellent_collective', 'culture_village')),
  -- Exactly one recipient; an office that is no team writes its name (H06).
  village_id       integer,
  team_id          integer,
  member_id        uuid,
  household_id     uuid,
  unit_name        text check (char_length(unit_name) between 2 and 120),
  -- What the award is for, where a register knows it.
  model_id         uuid,
  initiative_id    uuid,
  -- As it will be read out and printed.
  printed_name     text not null check (char_length(printed_name) between 2 and 200),
  achievement      text not null check (char_length(achievement) between 10 and 600),
  -- One achievement, one award: two standing proposals never bear one key.
  achievement_key  text not null check (char_length(achievement_key) between 3 and 300),
  -- What the registers said on the day of the proposal.
  grounds          jsonb not null default '[]' check (jsonb_typeof(grounds) = 'array'),
  first_day        date not null,
  last_day         date not null check (last_day >= first_day),
  state            text not null check (state in ('sent', 'proposed', 'declined', 'withdrawn', 'awarded', 'revoked')),
  -- Minutes of the team, or the document the proposal came with.
  file_id          uuid,
  proposed_from    integer,
  proposed_by      uuid not null references account (id),
  proposed_at      timestamptz not null,
  -- Of the decision: its day says which base salary counts.
  decision_number  text check (char_length(decision_number) between 1 and 60),
  decision_date    date,
  primary key (commune_id, id),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, model_id) references digital_model (commune_id, id),
  foreign key (commune_id, initiative_id) references initiative (commune_id, id),
  foreign key (commune_id, file_id) references stored_file (commune_id, id),
  foreign key (commune_id, proposed_from) references village (commune_id, id),
  check (num_nonnulls(village_id, team_id, member_id, household_id, unit_name) = 1),
  check (num_nonnulls(model_id, initiative_id) <= 1),
  check (category <> 'model' or model_id is not null),
  check (category <> 'initiative' or initiative_id is not null),
  check ((basis in ('movement', 'thematic')) = (theme is not null)),
  check ((state in ('awarded', 'revoked')) = (decision_number is not null and decision_date is not null))
);
create index award_proposal_review on award_proposal (commune_id, review_id);
create unique index award_once on award_proposal (commune_id, achievement_key)
  where state in ('sent', 'proposed', 'awarded');

-- What persons did with a proposal, each with a name.
create table award_step (
  commune_id       integer not null,
  id               uuid not null,
  proposal_id      uuid not null,
  act              text not null check (act in ('accept', 'decline', 'withdraw', 'award', 'revoke')),
  reason           text check (char_length(reason) between 3 and 1000),
  document         text check (char_length(document) between 1 and 60),
  done_by          uuid not null references account (id),
  done_at          timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, proposal_id) references award_proposal (commune_id, id),
  check (act not in ('decline', 'withdraw', 'revoke') or reason is not null),
  check (act not in ('award', 'revoke') or document is not null)
);
create index award_step_of on award_step (commune_id, proposal_id, done_at);

-- Nobody is proposed while a matter about them is open: entered and cleared by a person, each with a document.
create table award_hold (
  commune_id      integer not null references commune (id),
  id              uuid not null,
  village_id      integer,
  team_id         integer,
  member_id       uuid,
  household_id    uuid,
  kind            text not null check (kind in ('discipline', 'investigation', 'inspection', 'complaint', 'press', 'falsehood')),
  from_day        date not null,
  reason          text not null check (char_length(reason) between 5 and 1000),
  document        text not null check (char_length(document) between 2 and 160),
  entered_by      uuid not null references account (id),
  entered_at      timestamptz not null,
  -- The first day on which it no longer holds.
  cleared_on      date check (cleared_on >= from_day),
  clear_reason    text check (char_length(clear_reason) between 5 and 1000),
  clear_document  text check (char_length(clear_document) between 2 and 160),
  cleared_by      uuid references account (id),
  cleared_at      timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  check (num_nonnulls(village_id, team_id, member_id, household_id) = 1),
  check (num_nulls(cleared_on, clear_reason, clear_document, cleared_by, cleared_at) in (0, 5))
);

create function tds_hold_stands() returns trigger language plpgsql as $$
begin
  if old.cleared_at is not null
     or (new.village_id, new.team_id, new.member_id, new.household_id, new.kind, new.from_day, new.reason, new.document,
         new.entered_by, new.entered_at)
        is distinct from
        (old.village_id, old.team_id, old.member_id, old.household_id, old.kind, old.from_day, old.reason, old.document,
         old.entered_by, old.entered_at) then
    raise exception 'hold % of commune % stands: it can only be cleared, once', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'hold_stands', table = 'award_hold';
  end if;
  return new;
end $$;
create trigger hold_stands before update on award_hold for each row execute function tds_hold_stands();

-- Where the list goes another way than the ranking. It counts only once a second person has agreed.
create table award_departure (
  commune_id     integer not null,
  id             uuid not null,
  review_id      uuid not null,
  village_id     integer not null,
  -- Brought in from below the line, passed over above it, chosen among equals on it.
  kind           text not null check (kind in ('bring_in', 'pass_over', 'choose_among_equals')),
  reason         text not null check (char_length(reason) between 10 and 1000),
  asked_by       uuid not null references account (id),
  asked_at       timestamptz not null,
  answer         text check (answer in ('agreed', 'refused', 'withdrawn')),
  answer_reason  text check (char_length(answer_reason) between 3 and 1000),
  answered_by    uuid references account (id),
  answered_at    timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
  check (answer <> 'refused' or answer_reason is not null),
  constraint departure_by_two check (case answer when 'withdrawn' then answered_by = asked_by else answered_by <> asked_by end)
);
create unique index award_departure_standing on award_departure (commune_id, review_id, village_id)
  where answer is null or answer = 'agreed';

create function tds_departure_stands() returns trigger language plpgsql as $$
begin
  if old.answer is not null
     or (new.review_id, new.village_id, new.kind, new.reason, new.asked_by, new.asked_at)
        is distinct from (old.review_id, old.village_id, old.kind, old.reason, old.asked_by, old.asked_at) then
    raise exception 'departure % of commune % stands as it was answered', old.id, old.commune_id
      using errcode = 'check_violation', constraint = 'departure_stands', table = 'award_departure';
  end if;
  return new;
end $$;
create trigger departure_stands before update on award_departure
  for each row execute function tds_departure_stands();

-- What was proposed stays as it was: only its state and its decision move on.
create function tds_proposal_stands() returns trigger language plpgsql as $$
declare
  moved jsonb := to_jsonb(new) - array['state', 'decision_number', 'decision_date'];
begin
  if moved is distinct from to_jsonb(old) - array['state', 'decision_number', 'decision_date']
     or (old.state, new.state) not in (('sent', 'proposed'), ('sent', 'declined'), ('sent', 'withdrawn'),
          ('proposed', 'declined'), ('proposed', 'withdrawn'), ('proposed', 'awarded'), ('awarded', 'revoked')) then
    raise exception 'proposal % of commune % cannot become %', old.id, old.commune_id, new.state
      using errcode = 'check_violation', constraint = 'proposal_stands', table = 'award_proposal';
  end if;
  return new;
end $$;
create trigger proposal_stands before update on award_proposal
  for each row execute function tds_proposal_stands();

select tds_commune_table('award_proposal');
select tds_append_only('award_step');
select tds_commune_table('award_hold');
select tds_commune_table('award_departure');
revoke delete on award_proposal, award_hold, award_departure from tds_app, tds_maintain;
select tds_audited('award_proposal', array['review_id', 'category', 'basis', 'form', 'state', 'decision_number', 'proposed_by']);
select tds_audited('award_step', array['proposal_id', 'act', 'document', 'done_by']);
select tds_audited('award_hold', array['kind', 'from_day', 'document', 'cleared_on', 'clear_document', 'entered_by', 'cleared_by']);
select tds_audited('award_departure', array['review_id', 'village_id', 'kind', 'answer', 'asked_by', 'answered_by']);
