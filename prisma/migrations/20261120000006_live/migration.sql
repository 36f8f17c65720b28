-- What open screens follow, as counters. A screen that knows a smaller number than this table reads its
-- data again; so a message that never arrived costs a delay and never a wrong screen.

create table live_topic (
  topic   text primary key check (topic ~ '^(account|commune|session):[0-9a-f-]{1,36}$'),
  version bigint not null check (version > 0)
) with (fillfactor = 50); -- the counters are rewritten all day: room on the page keeps the index still

-- Raises the counters and tells the listening processes, both only if the caller commits. The row lock lasts
-- until then, which is what makes the numbers visible in the order of the commits; the sorted locking keeps
-- two callers with the same topics from waiting for each other.
create function tds_touch_topics(topics text[]) returns void
language sql volatile set search_path = public, pg_temp as $$
  with raised as (
    insert into live_topic as known (topic, version)
    select distinct touched, 1 from unnest(topics) as touched order by touched
    on conflict (topic) do update set version = known.version + 1
    returning topic, version
  )
  select pg_notify('live_topic', topic || ' ' || version) from raised;
$$;

-- Where Socket.IO's PostgreSQL adapter puts messages too long for a notification.
create table socket_io_attachments (
  id         bigint generated always as identity primary key,
  created_at timestamptz not null default now(),
  payload    bytea
);

select tds_global_table('live_topic');
select tds_global_table('socket_io_attachments');

grant execute on function tds_touch_topics(text[]) to tds_app;
