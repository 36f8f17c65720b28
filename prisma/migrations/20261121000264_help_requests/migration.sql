-- L31: what a resident asks for by a poster's code. Name, phone and words are sealed, and blanked when their time is over.
create table help_poster (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  village_id  integer not null,
  -- Printed on walls: open to all, and replaced when somebody floods it.
  code        text not null check (code ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  ended_at    timestamptz,
  primary key (commune_id, id),
  unique (commune_id, code),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create unique index help_poster_village on help_poster (commune_id, village_id) where ended_at is null;

create table help_request (
  commune_id        integer not null,
  id                uuid not null,
  village_id        integer not null,
  poster_id         uuid not null,
  -- The resident's own short page; the code itself is kept nowhere.
  code_fingerprint  text not null check (char_length(code_fingerprint) = 64),
  needs             text[] not null check (cardinality(needs) between 1 and 9),
  times             text[] not null default '{}' check (cardinality(times) <= 5),
  name_cipher       bytea,
  phone_cipher      bytea,
  words_cipher      bytea,
  consented_at      timestamptz not null,
  arrived_at        timestamptz not null,
  state             text not null check (state in ('waiting', 'contacted', 'done', 'not_reached', 'withdrawn', 'expired')),
  taken_by          uuid references account (id),
  contacted_at      timestamptz,
  ended_at          timestamptz,
  erased_at         timestamptz,
  primary key (commune_id, id),
  unique (commune_id, code_fingerprint),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, poster_id) references help_poster (commune_id, id),
  check ((ended_at is null) = (state in ('waiting', 'contacted'))),
  check (erased_at is null or (name_cipher is null and phone_cipher is null and words_cipher is null))
);
create index help_request_village on help_request (commune_id, village_id, arrived_at desc);
create index help_request_ended on help_request (commune_id, ended_at) where erased_at is null;

create table help_event (
  commune_id  integer not null,
  id          uuid not null,
  request_id  uuid not null,
  kind        text not null check (kind in ('arrived', 'taken', 'revealed', 'contacted', 'done', 'not_reached',
                'withdrawn', 'expired', 'erased')),
  -- Null where the resident did it, or time.
  by_account  uuid references account (id),
  at          timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, request_id) references help_request (commune_id, id)
);
create index help_event_request on help_event (commune_id, request_id, at);

select tds_commune_table('help_poster');
select tds_commune_table('help_request');
select tds_append_only('help_event');
revoke delete on help_poster, help_request from tds_app, tds_maintain;
select tds_audited('help_poster', array['village_id', 'ended_at']);
select tds_audited('help_request', array['village_id', 'state', 'taken_by', 'erased_at']);
select tds_audited('help_event', array['request_id', 'kind', 'by_account']);
