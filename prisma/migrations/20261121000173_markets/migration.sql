-- D04: stalls and shops of a village with the four T; D06: models, where they began and whether they spread.

create table market_place (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  village_id  integer not null,
  kind        text not null check (kind in ('market_stall', 'shop', 'cooperative')),
  name        text not null check (char_length(name) between 2 and 80),
  entered_by  uuid not null references account (id),
  entered_at  timestamptz not null,
  closed_on   date,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create unique index market_place_name on market_place (commune_id, village_id, lower(name)) where closed_on is null;

-- The latest word on an item holds. That something is so stands on a verified record or a photograph.
create table market_proof (
  commune_id   integer not null,
  id           uuid not null,
  place_id     uuid not null,
  item         text not null check (item in ('trader', 'e_commerce', 'cashless', 'savings')),
  is_met       boolean not null,
  claim_id     uuid,
  photo_id     uuid,
  recorded_by  uuid not null references account (id),
  recorded_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, place_id) references market_place (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  foreign key (commune_id, photo_id) references photo (commune_id, id),
  check (not is_met or claim_id is not null or photo_id is not null)
);
create index market_proof_place on market_proof (commune_id, place_id, recorded_at);

create table digital_model (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  village_id  integer not null,
  name        text not null check (char_length(name) between 2 and 120),
  started_on  date not null,
  state       text not null check (state in ('pilot', 'replicated', 'ended')),
  evidence    text check (char_length(evidence) between 3 and 500),
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create index digital_model_village on digital_model (commune_id, village_id);

select tds_commune_table('market_place');
select tds_append_only('market_proof');
select tds_commune_table('digital_model');
revoke delete on market_place, digital_model from tds_app, tds_maintain;

select tds_audited('market_place', array['village_id', 'kind', 'name', 'closed_on']);
select tds_audited('market_proof', array['place_id', 'item', 'is_met', 'recorded_by']);
select tds_audited('digital_model', array['village_id', 'name', 'started_on', 'state']);
