-- The walls every later table stands behind: row-level security by commune, append-only tables, and the audit
-- log that the database writes by itself. A later migration needs one line per table:
--   select tds_commune_table('claim');
--   select tds_append_only('ledger_line');
--   select tds_global_table('session');
--   select tds_audited('role_grant', array['role', 'account_id']);

-- What each table is, as its migration declared it. The start-up self-test compares this with what it finds.
create table tds_wall (
  table_name text primary key,
  kind       text not null check (kind in ('commune', 'append_only', 'global', 'audit', 'system')),
  -- The column that names the commune; null for tables of the whole house.
  commune_column text,
  audited    boolean not null default false
);

-- The communes the transaction works in. A setting once used reads '' afterwards, hence the nullif.
create function tds_wall_off(target regclass, commune_column name) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy commune_wall on %s
       using (%2$I = any((select string_to_array(nullif(current_setting(''app.communes'', true), ''''), '',''))::int[]))
       with check (%2$I = any((select string_to_array(nullif(current_setting(''app.communes'', true), ''''), '',''))::int[]))',
    target, commune_column);
  execute format('create policy maintain_all on %s to tds_maintain using (true) with check (true)', target);
end $$;

create function tds_register(target regclass, kind text, commune_column name) returns void
language plpgsql as $$
declare
  bare_name text := (select relname from pg_class where oid = target);
begin
  insert into tds_wall (table_name, kind, commune_column) values (bare_name, kind, commune_column);
end $$;

-- Rows belong to communes: seen and written only inside the transaction's scope.
create function tds_commune_table(target regclass, commune_column name default 'commune_id') returns void
language plpgsql as $$
begin
  perform tds_wall_off(target, commune_column);
  execute format('grant select, insert, update, delete on %s to tds_app, tds_maintain', target);
  perform tds_register(target, 'commune', commune_column);
end $$;

create function tds_refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege', table = tg_table_name;
end $$;

create function tds_refuse_changes_of(target regclass) returns void
language plpgsql as $$
begin
  execute format(
    'create trigger append_only before update or delete or truncate on %s
       for each statement execute function tds_refuse_change()', target);
end $$;

-- Rows of communes that are never changed or removed, by no role.
create function tds_append_only(target regclass, commune_column name default 'commune_id') returns void
language plpgsql as $$
begin
  perform tds_wall_off(target, commune_column);
  execute format('grant select, insert on %s to tds_app, tds_maintain', target);
  perform tds_refuse_changes_of(target);
  perform tds_register(target, 'append_only', commune_column);
end $$;

-- Tables of the whole house, found by key only. Also named in app/platform/db/tables.ts.
create function tds_global_table(target regclass) returns void
language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to tds_app, tds_maintain', target);
  perform tds_register(target, 'global', null);
end $$;

-- The audit log. One chain per commune, chain 0 for the tables of the whole house.

create table audit_head (
  commune_id integer primary key check (commune_id >= 0),
  -- Of the last row, and so the count of rows.
  seq        bigint not null check (seq >= 0),
  hash       bytea not null check (octet_length(hash) = 32)
);

create table audit_log (
  commune_id integer not null check (commune_id >= 0),
  seq        bigint not null check (seq > 0),
  at         timestamptz not null,
  -- The database login that ran the statement: anything but tds_app is an act outside the program.
  login      text not null,
  actor_id   uuid,
  verb       text not null,
  request_id text not null,
  table_name text not null,
  op         text not null check (op in ('insert', 'update', 'delete')),
  -- Canonical jsonb text: keys, the named columns, and a digest of each whole row. Nobody's data but ids.
  body       text not null,
  prev_hash  bytea not null check (octet_length(prev_hash) = 32),
  hash       bytea not null check (octet_length(hash) = 32),
  primary key (commune_id, seq)
);

do $$
declare
  target regclass;
begin
  foreach target in array array['audit_head', 'audit_log']::regclass[] loop
    perform tds_wall_off(target, 'commune_id');
    -- The trigger function runs as the owner and is the only writer.
    execute format('create policy audit_writer on %s to tds_owner using (true) with check (true)', target);
    execute format('grant select on %s to tds_app, tds_maintain', target);
    perform tds_register(target, 'audit', 'commune_id');
  end loop;
end $$;
select tds_refuse_changes_of('audit_log');

create function tds_pick(whole jsonb, columns text[]) returns jsonb
language sql immutable parallel safe as $$
  select coalesce(jsonb_object_agg(name, whole -> name), '{}'::jsonb) from unnest(columns) as name
$$;

-- Columns without a value do not count, so that a column added later changes no older digest.
create function tds_row_digest(whole jsonb) returns text
language sql immutable parallel safe as $$
  select encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}'::jsonb)::text, 'UTF8')), 'hex')
    from jsonb_each(whole) where value <> 'null'::jsonb
$$;

create function tds_audit_entry(was jsonb, now jsonb, key_columns text[], named_columns text[]) returns jsonb
language sql immutable parallel safe as $$
  select jsonb_build_object('key', tds_pick(coalesce(now, was), key_columns))
      || case when was is null then '{}'::jsonb
              else jsonb_build_object('was', tds_pick(was, named_columns), 'wasDigest', tds_row_digest(was)) end
      || case when now is null then '{}'::jsonb
              else jsonb_build_object('now', tds_pick(now, named_columns), 'nowDigest', tds_row_digest(now)) end
$$;

-- What is hashed: each field as its length in bytes, a colon, the field and a comma, so that no field can
-- pretend to be two. The same text is made by app/domain/audit/audit-chain.ts.
create function tds_audit_text(link audit_log) returns text
language sql stable parallel safe as $$
  select string_agg(octet_length(field) || ':' || field, ',' order by position) || ','
    from unnest(array[
      link.commune_id::text, link.seq::text, (extract(epoch from link.at) * 1000000)::bigint::text, link.login,
      coalesce(link.actor_id::text, ''), link.verb, link.request_id, link.table_name, link.op,
      encode(link.prev_hash, 'hex'), link.body
    ]) with ordinality as fields (field, position)
$$;

create function tds_append_audit(of_commune integer, of_table text, of_op text, of_body jsonb) returns void
language plpgsql as $$
declare
  head audit_head;
  link audit_log;
begin
  insert into audit_head (commune_id, seq, hash)
    values (of_commune, 0, decode(repeat('00', 32), 'hex')) on conflict (commune_id) do nothing;
  -- Held to the end of the transaction: the chain is a line, and its order is the order of commits.
  select * into strict head from audit_head where commune_id = of_commune for update;
  link.commune_id := of_commune;
  link.seq := head.seq + 1;
  link.at := clock_timestamp();
  link.login := session_user;
  link.actor_id := nullif(current_setting('app.actor', true), '')::uuid;
  link.verb := coalesce(nullif(current_setting('app.verb', true), ''), 'unstamped');
  link.request_id := coalesce(current_setting('app.request', true), '');
  link.table_name := of_table;
  link.op := of_op;
  link.body := of_body::text;
  link.prev_hash := head.hash;
  link.hash := sha256(convert_to(tds_audit_text(link), 'UTF8'));
  insert into audit_log select link.*;
  update audit_head set seq = link.seq, hash = link.hash where commune_id = of_commune;
end $$;

-- Arguments: commune column ('' for chain 0), key columns, named columns. Communes in ascending order, so that
-- two statements over the same communes wait for each other instead of deadlocking.
create function tds_audit() returns trigger
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
set timezone = 'UTC' set bytea_output = 'hex' set intervalstyle = 'postgres' set extra_float_digits = 1
as $$
declare
  commune_column text := tg_argv[0];
  key_columns text[] := tg_argv[1];
  named_columns text[] := tg_argv[2];
  part record;
begin
  if tg_op = 'INSERT' then
    for part in
      select coalesce((r ->> commune_column)::integer, 0) as commune,
             jsonb_agg(e order by e -> 'key') as entries
        from (select to_jsonb(n) as r, tds_audit_entry(null, to_jsonb(n), key_columns, named_columns) as e
                from new_rows n) s
       group by 1 order by 1
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'insert', part.entries);
    end loop;
  elsif tg_op = 'DELETE' then
    for part in
      select coalesce((r ->> commune_column)::integer, 0) as commune,
             jsonb_agg(e order by e -> 'key') as entries
        from (select to_jsonb(o) as r, tds_audit_entry(to_jsonb(o), null, key_columns, named_columns) as e
                from old_rows o) s
       group by 1 order by 1
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'delete', part.entries);
    end loop;
  else
    -- A row that changes its key or its commune shows as one that went and one that came.
    for part in
      select commune, jsonb_agg(tds_audit_entry(was, now, key_columns, named_columns)
                                order by tds_pick(coalesce(now, was), key_columns)) as entries
        from (select coalesce((to_jsonb(o) ->> commune_column)::integer, 0) as commune,
                     tds_pick(to_jsonb(o), key_columns) as key, to_jsonb(o) as was from old_rows o) before
        full join
             (select coalesce((to_jsonb(n) ->> commune_column)::integer, 0) as commune,
                     tds_pick(to_jsonb(n), key_columns) as key, to_jsonb(n) as now from new_rows n) after
        using (commune, key)
       group by commune order by commune
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'update', part.entries);
    end loop;
  end if;
  return null;
end $$;

-- Writes one chain row per statement and commune, in the transaction of what it records.
create function tds_audited(target regclass, named_columns text[]) returns void
language plpgsql as $$
declare
  wall tds_wall;
  key_columns text[];
  unknown_column text;
  arguments text;
begin
  select * into wall from tds_wall where table_name = (select relname from pg_class where oid = target);
  if not found then
    raise exception '% has no wall yet: call tds_commune_table, tds_append_only or tds_global_table first', target;
  end if;
  select name into unknown_column from unnest(named_columns) as name
   where not exists (select from pg_attribute
                      where attrelid = target and attname = name and attnum > 0 and not attisdropped);
  if found then
    raise exception '% has no column %', target, unknown_column;
  end if;
  select array_agg(a.attname::text order by k.position) into key_columns
    from pg_index i
    cross join unnest(i.indkey) with ordinality as k (attnum, position)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
   where i.indrelid = target and i.indisprimary;
  if key_columns is null then
    raise exception '% has no primary key to be audited by', target;
  end if;
  arguments := format('%L, %L, %L', coalesce(wall.commune_column, ''), key_columns, named_columns);
  execute format('create or replace trigger audit_insert after insert on %s
    referencing new table as new_rows for each statement execute function tds_audit(%s)', target, arguments);
  execute format('create or replace trigger audit_update after update on %s
    referencing old table as old_rows new table as new_rows for each statement execute function tds_audit(%s)', target, arguments);
  execute format('create or replace trigger audit_delete after delete on %s
    referencing old table as old_rows for each statement execute function tds_audit(%s)', target, arguments);
  -- Nothing could be recorded of a truncation.
  execute format('create or replace trigger audit_truncate before truncate on %s
    for each statement execute function tds_refuse_change()', target);
  update tds_wall set audited = true where table_name = wall.table_name;
end $$;

select tds_register('tds_wall', 'system', null);
grant select on tds_wall to tds_app, tds_maintain;

revoke execute on all functions in schema public from public;
grant execute on function tds_row_digest(jsonb), tds_audit_text(audit_log), tds_pick(jsonb, text[]) to tds_maintain;
