-- B21, L16: OCOP products and what farms sell, and on which floors they are listed. C15: households that lead others.

create table product (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  village_id    integer not null,
  name          text not null check (char_length(name) between 2 and 120),
  -- Of the household, cooperative or company as its label says.
  producer      text not null check (char_length(producer) between 2 and 120),
  household_id  uuid,
  kind          text not null check (kind in ('ocop', 'farm')),
  stars         smallint check (stars between 3 and 5),
  entered_by    uuid not null references account (id),
  entered_at    timestamptz not null,
  closed_on     date,
  primary key (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  check (kind = 'ocop' or stars is null)
);
create unique index product_name on product (commune_id, village_id, lower(name), lower(producer)) where closed_on is null;

-- The latest word on a floor holds.
create table product_listing (
  commune_id   integer not null,
  id           uuid not null,
  product_id   uuid not null,
  floor        text not null check (floor in ('postmart', 'voso', 'shopee', 'lazada', 'tiktok', 'sendo', 'other')),
  is_listed    boolean not null,
  link         text check (char_length(link) between 8 and 300),
  -- Verified work that brought it there, where somebody helped.
  claim_id     uuid,
  recorded_by  uuid not null references account (id),
  recorded_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, product_id) references product (commune_id, id),
  foreign key (commune_id, claim_id) references claim (commune_id, id),
  check (not is_listed or link is not null)
);
create index product_listing_product on product_listing (commune_id, product_id, recorded_at);

create table lead_household (
  commune_id    integer not null references commune (id),
  household_id  uuid not null,
  since         date not null,
  ended_on      date check (ended_on >= since),
  marked_by     uuid not null references account (id),
  marked_at     timestamptz not null,
  primary key (commune_id, household_id),
  foreign key (commune_id, household_id) references household (commune_id, id)
);

-- One household leads another from a day on.
create table household_link (
  commune_id  integer not null,
  id          uuid not null,
  lead_id     uuid not null,
  led_id      uuid not null check (led_id <> lead_id),
  began_on    date not null,
  ended_on    date check (ended_on >= began_on),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, lead_id) references lead_household (commune_id, household_id),
  foreign key (commune_id, led_id) references household (commune_id, id)
);
create unique index household_link_led on household_link (commune_id, led_id) where ended_on is null;

select tds_commune_table('product');
select tds_append_only('product_listing');
select tds_commune_table('lead_household');
select tds_commune_table('household_link');
revoke delete on product, lead_household, household_link from tds_app, tds_maintain;

select tds_audited('product', array['village_id', 'kind', 'stars', 'closed_on']);
select tds_audited('product_listing', array['product_id', 'floor', 'is_listed', 'recorded_by']);
select tds_audited('lead_household', array['since', 'ended_on', 'marked_by']);
select tds_audited('household_link', array['lead_id', 'led_id', 'ended_on']);
