-- What a person has looked at, and where and when they want to be called. The notices themselves are no table: they are
-- read from decisions, awards, answers and months, so that none is lost and none comes twice.

create table notice_reader (
  commune_id    integer not null references commune (id),
  account_id    uuid not null references account (id),
  seen_until    timestamptz not null default '-infinity',
  -- What a call may be about, and when (app/domain/notices/call.ts).
  kinds_off     text[] not null default '{month,thanks}',
  quiet_from    smallint not null default 21 check (quiet_from between 0 and 23),
  quiet_until   smallint not null default 6 check (quiet_until between 0 and 23),
  digest_at     smallint check (digest_at between 0 and 23),
  revision      integer not null default 1 check (revision > 0),
  primary key (commune_id, account_id),
  check (kinds_off <@ array['verified', 'returned', 'answer', 'award', 'thanks', 'month'])
);

-- Browsers that asked to be called. The address and keys are sealed: who has them can write to the phone.
create table push_line (
  commune_id     integer not null,
  id             uuid not null,
  account_id     uuid not null references account (id),
  endpoint_hmac  bytea not null check (octet_length(endpoint_hmac) = 32),
  sealed         bytea not null,
  made_at        timestamptz not null,
  called_until   timestamptz not null,
  failures       smallint not null default 0 check (failures >= 0),
  primary key (commune_id, id),
  unique (commune_id, endpoint_hmac),
  foreign key (commune_id, account_id) references notice_reader (commune_id, account_id)
);
create index push_line_of_account on push_line (commune_id, account_id);

create index claim_decision_newest on claim_decision (commune_id, decided_at);

select tds_commune_table('notice_reader');
select tds_commune_table('push_line');
