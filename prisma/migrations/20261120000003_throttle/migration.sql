-- How often something was tried. Keys are fingerprints: the table names no account, phone or address.

create table throttle (
  key    text primary key check (char_length(key) <= 255),
  points integer not null default 0,
  -- Milliseconds since 1970, as the rate limiter counts; null never ends.
  expire bigint
);
create index throttle_expire on throttle (expire);

select tds_global_table('throttle');
