-- The same walls, asked of a whole statement at once instead of row by row. What is refused and what is recorded stays
-- as it was; docs/decisions/014-write-path.md says what was measured.

-- Rows without objects or lists inside need no look at each column: the digest is the same text.
create or replace function tds_row_digest(whole jsonb) returns text
language plpgsql immutable parallel safe as $$
begin
  if jsonb_path_exists(whole, '$.* ? (@.type() == "object" || @.type() == "array")') then
    return (select encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}'::jsonb)::text, 'UTF8')), 'hex')
              from jsonb_each(whole) where value <> 'null'::jsonb);
  end if;
  return encode(sha256(convert_to(jsonb_strip_nulls(whole)::text, 'UTF8')), 'hex');
end $$;

-- As tds_audit_text, in one expression.
create or replace function tds_append_audit(of_commune integer, of_table text, of_op text, of_body jsonb) returns void
language plpgsql as $$
declare
  head audit_head;
  link audit_log;
  field text;
  said text := '';
begin
  -- Held to the end of the transaction: the chain is a line, and its order is the order of commits.
  select * into head from audit_head where commune_id = of_commune for update;
  if not found then
    insert into audit_head (commune_id, seq, hash)
      values (of_commune, 0, decode(repeat('00', 32), 'hex')) on conflict (commune_id) do nothing;
    select * into strict head from audit_head where commune_id = of_commune for update;
  end if;
  link.at := clock_timestamp();
  link.actor_id := nullif(current_setting('app.actor', true), '')::uuid;
  link.verb := coalesce(nullif(current_setting('app.verb', true), ''), 'unstamped');
  link.request_id := coalesce(current_setting('app.request', true), '');
  link.body := of_body::text;
  foreach field in array array[
    of_commune::text, (head.seq + 1)::text, (extract(epoch from link.at) * 1000000)::bigint::text, session_user::text,
    coalesce(link.actor_id::text, ''), link.verb, link.request_id, of_table, of_op, encode(head.hash, 'hex'), link.body
  ] loop
    said := said || octet_length(field) || ':' || field || ',';
  end loop;
  link.hash := sha256(convert_to(said, 'UTF8'));
  with moved as (
    update audit_head set seq = head.seq + 1, hash = link.hash where commune_id = of_commune
  )
  insert into audit_log (commune_id, seq, at, login, actor_id, verb, request_id, table_name, op, body, prev_hash, hash)
  values (of_commune, head.seq + 1, link.at, session_user, link.actor_id, link.verb, link.request_id, of_table, of_op,
          link.body, head.hash, link.hash);
end $$;

-- The named columns are what is left when the others are taken away: cheaper than picking them one by one.
create or replace function tds_audit() returns trigger language plpgsql security definer as $$
declare
  commune_column text := tg_argv[0];
  key_columns text[] := tg_argv[1];
  named_columns text[] := tg_argv[2];
  columns text[];
  beside_key text[];
  beside_named text[];
  part record;
begin
  columns := array(select attname::text from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped);
  beside_key := array(select name from unnest(columns) name where name <> all(key_columns));
  beside_named := array(select name from unnest(columns) name where name <> all(named_columns));
  if tg_op = 'INSERT' then
    for part in
      select coalesce((r ->> commune_column)::integer, 0) as commune,
             jsonb_agg(jsonb_build_object('key', r - beside_key, 'now', r - beside_named, 'nowDigest', tds_row_digest(r))
                       order by r - beside_key) as entries
        from (select to_jsonb(n) as r from new_rows n offset 0) s
       group by 1 order by 1
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'insert', part.entries);
    end loop;
  elsif tg_op = 'DELETE' then
    for part in
      select coalesce((r ->> commune_column)::integer, 0) as commune,
             jsonb_agg(jsonb_build_object('key', r - beside_key, 'was', r - beside_named, 'wasDigest', tds_row_digest(r))
                       order by r - beside_key) as entries
        from (select to_jsonb(o) as r from old_rows o offset 0) s
       group by 1 order by 1
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'delete', part.entries);
    end loop;
  else
    -- A row that changes its key or its commune shows as one that went and one that came.
    for part in
      select commune, jsonb_agg(jsonb_build_object('key', key)
               || case when was is null then '{}'::jsonb
                       else jsonb_build_object('was', was - beside_named, 'wasDigest', tds_row_digest(was)) end
               || case when now is null then '{}'::jsonb
                       else jsonb_build_object('now', now - beside_named, 'nowDigest', tds_row_digest(now)) end
               order by key) as entries
        from (select coalesce((r ->> commune_column)::integer, 0) as commune, r - beside_key as key, r as was
                from (select to_jsonb(o) as r from old_rows o offset 0) s) before
        full join
             (select coalesce((r ->> commune_column)::integer, 0) as commune, r - beside_key as key, r as now
                from (select to_jsonb(n) as r from new_rows n offset 0) s) after
        using (commune, key)
       group by commune order by commune
    loop
      perform tds_append_audit(part.commune, tg_table_name, 'update', part.entries);
    end loop;
  end if;
  return null;
end $$;
alter function tds_audit() set search_path = pg_catalog, public, pg_temp;
alter function tds_audit() set timezone = 'UTC';
alter function tds_audit() set bytea_output = 'hex';
alter function tds_audit() set intervalstyle = 'postgres';
alter function tds_audit() set extra_float_digits = 1;

-- Rule 1, in two walks along indexes: whoever typed it or sent it from this machine, then whoever did the work.
create or replace function tds_four_eyes() returns trigger language plpgsql as $$
declare
  breach record;
begin
  select n.claim_id, n.decided_by into breach
    from new_rows n
    join claim c on c.commune_id = n.commune_id and c.id = n.claim_id
   where n.verdict in ('approve', 'amend', 'reverse')
     and (c.entered_by = n.decided_by
       or (n.verdict <> 'reverse' and n.device_id = c.device_id)
       or (n.verdict <> 'reverse' and n.device_id is not null and c.device_id is not null and exists (
            select from device mine join device theirs using (browser_hash)
             where mine.id = n.device_id and theirs.id = c.device_id)))
   limit 1;
  if not found then
    select n.claim_id, n.decided_by into breach
      from new_rows n
      join claim_participant p on p.commune_id = n.commune_id and p.claim_id = n.claim_id
      join member m on m.commune_id = p.commune_id and m.id = p.member_id
     where n.verdict in ('approve', 'amend', 'reverse')
       and (m.account_id = n.decided_by
         or (m.household_id is not null and exists (
              select from member v where v.commune_id = n.commune_id and v.account_id = n.decided_by
                                     and v.household_id = m.household_id)))
     limit 1;
  end if;
  if breach is not null then
    raise exception 'claim % cannot be verified by % (rule of four eyes)', breach.claim_id, breach.decided_by
      using errcode = 'check_violation', constraint = 'four_eyes', table = 'claim_decision';
  end if;
  return null;
end $$;

-- What a line refers to, asked once for all lines of a statement. A reference that a decision's own proves for ever is
-- not asked again: a decision is never removed, and its claim and account cannot be while it stands.
alter table ledger_line
  drop constraint ledger_line_verifier_id_fkey,
  drop constraint ledger_line_commune_id_member_id_fkey,
  drop constraint ledger_line_commune_id_team_id_fkey,
  drop constraint ledger_line_commune_id_village_id_fkey,
  drop constraint ledger_line_commune_id_month_id_fkey,
  drop constraint ledger_line_commune_id_scheme_version_fkey,
  drop constraint ledger_line_commune_id_claim_id_fkey,
  drop constraint ledger_line_commune_id_decision_id_fkey;

create or replace function tds_ledger_guard() returns trigger language plpgsql as $$
declare
  said record;
  shut record;
  found_rows bigint;
  stray text;
begin
  for said in
    select n.commune_id as commune, array_agg(distinct n.month_id) as months, array_agg(distinct n.member_id) as members,
           array_agg(distinct n.team_id) as teams, array_agg(distinct n.scheme_version) as versions,
           coalesce(array_agg(distinct n.village_id) filter (where n.village_id is not null), '{}') as villages
      from new_rows n group by n.commune_id order by n.commune_id
  loop
    -- No line enters a month whose figures stand; the month is held so that it cannot close in between (T5).
    perform from month m where m.commune_id = said.commune and m.id = any(said.months) order by m.id for share;
    select wanted.id, m.state into shut
      from unnest(said.months) wanted (id) left join month m on m.commune_id = said.commune and m.id = wanted.id
     where m.id is null or m.state not in ('open', 'grace') limit 1;
    if found then
      raise exception 'month % of commune % is % and takes no more lines', shut.id, said.commune, coalesce(shut.state, 'not there')
        using errcode = 'check_violation', constraint = 'month_takes_no_lines', table = 'ledger_line';
    end if;
    stray := null;
    perform from member m where m.commune_id = said.commune and m.id = any(said.members) for key share;
    get diagnostics found_rows = row_count;
    if found_rows < cardinality(said.members) then stray := 'member'; end if;
    perform from team t where t.commune_id = said.commune and t.id = any(said.teams) for key share;
    get diagnostics found_rows = row_count;
    if found_rows < cardinality(said.teams) then stray := 'team'; end if;
    perform from village v where v.commune_id = said.commune and v.id = any(said.villages) for key share;
    get diagnostics found_rows = row_count;
    if found_rows < cardinality(said.villages) then stray := 'village'; end if;
    if exists (select from unnest(said.versions) wanted (version)
                where not exists (select from scheme_version v
                                   where v.commune_id = said.commune and v.version = wanted.version)) then
      stray := 'scheme_version';
    end if;
    if stray is not null then
      raise exception 'a ledger line of commune % names a % that is not there', said.commune, stray
        using errcode = 'foreign_key_violation', constraint = 'line_subject', table = 'ledger_line';
    end if;
  end loop;
  if exists (
    select from new_rows n
      left join claim_decision d on d.commune_id = n.commune_id and d.id = n.decision_id
     where d.id is null or d.decided_by <> n.verifier_id
        or (n.kind in ('award', 'bonus', 'priority') and n.corrects_seq is null
            and (d.claim_id <> n.claim_id or d.verdict not in ('approve', 'amend')))
        -- A line of another claim than the one decided: that one was decided on, or it could not count.
        or (n.claim_id <> d.claim_id and not exists (
              select from claim_decision o where o.commune_id = n.commune_id and o.claim_id = n.claim_id))) then
    raise exception 'a ledger line without the approval it speaks of'
      using errcode = 'check_violation', constraint = 'line_without_approval', table = 'ledger_line';
  end if;
  return null;
end $$;

-- The other side of those references: what a line names stays.
create function tds_line_subject_stays() returns trigger language plpgsql as $$
declare
  is_named boolean;
begin
  execute format('select exists (select from ledger_line where commune_id = $1 and %I = $2)', tg_argv[0])
    into is_named using old.commune_id, old.id;
  if is_named then
    raise exception '% % of commune % is named by the ledger and stays', tg_table_name, old.id, old.commune_id
      using errcode = 'foreign_key_violation', constraint = 'line_subject', table = tg_table_name;
  end if;
  return null;
end $$;
create trigger line_subject after delete or update of commune_id, id on member
  for each row execute function tds_line_subject_stays('member_id');
create trigger line_subject after delete or update of commune_id, id on team
  for each row execute function tds_line_subject_stays('team_id');
create trigger line_subject after delete or update of commune_id, id on village
  for each row execute function tds_line_subject_stays('village_id');
create trigger line_subject after delete or update of commune_id, id on month
  for each row execute function tds_line_subject_stays('month_id');
revoke execute on function tds_line_subject_stays() from public;
