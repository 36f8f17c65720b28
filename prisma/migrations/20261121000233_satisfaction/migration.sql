-- K14: what residents say of the help they got, in sums from the start: no row is ever one person's word, and no sum
-- is a member's.
create table satisfaction_code (
  commune_id  integer not null references commune (id),
  village_id  integer not null,
  code        text not null check (code ~ '^[a-z2-7]{10}$'),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, village_id),
  unique (commune_id, code),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

create table satisfaction_sum (
  commune_id  integer not null,
  village_id  integer not null,
  -- The month in which it was said, as 202611.
  month       integer not null check (month between 202001 and 299912),
  subject     text not null check (char_length(subject) between 1 and 40),
  pleased     integer not null default 0 check (pleased >= 0),
  neutral     integer not null default 0 check (neutral >= 0),
  displeased  integer not null default 0 check (displeased >= 0),
  primary key (commune_id, village_id, month, subject),
  foreign key (commune_id, village_id) references village (commune_id, id)
);

select tds_commune_table('satisfaction_code');
select tds_commune_table('satisfaction_sum');
revoke delete on satisfaction_sum from tds_app, tds_maintain;
select tds_audited('satisfaction_code', array['village_id']);
