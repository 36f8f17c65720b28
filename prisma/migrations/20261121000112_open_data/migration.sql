-- A46: a commune may publish its counts as open data. Closed until its office opens it.

create table open_data_publication (
  commune_id integer primary key references commune (id),
  is_public  boolean not null,
  -- Raised by every change: whoever switches what another has switched meanwhile is told.
  revision   integer not null check (revision > 0),
  changed_by uuid references account (id),
  changed_at timestamptz not null
);
select tds_commune_table('open_data_publication');
select tds_audited('open_data_publication', array['is_public']);

-- Which communes publish, by name: the page that lists them stands before every wall and needs no more.
create policy open_data_lister on open_data_publication for select to tds_owner using (is_public);
create function tds_open_data_communes() returns table (id integer, kind text, name text, province text)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, c.kind, c.name, c.province
    from open_data_publication p join commune c on c.id = p.commune_id
   where p.is_public and c.set_up_at is not null
   order by c.province, c.name, c.id
$$;
revoke execute on function tds_open_data_communes() from public;
grant execute on function tds_open_data_communes() to tds_app, tds_maintain;
