/**
 * What keeps communes apart and records unchanged, one line of text a fact: roles, row-level security, policies,
 * grants, triggers, constraints and functions. Made of the same query, the manifest and a database can be
 * compared line by line. Only what grants or forbids is read, never a row of data.
 */
export const READ_STRUCTURE = `
with logins as (
  select oid, rolname from pg_roles where rolname in ('tds_owner', 'tds_app', 'tds_maintain')
), tables as (
  select c.* from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
), functions as (
  select p.* from pg_proc p
   where p.pronamespace = 'public'::regnamespace
     and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
), facts (fact) as (
  select format('role %s: %s', r.rolname, concat_ws(', ',
           case when r.rolsuper then 'SUPERUSER' end, case when r.rolbypassrls then 'BYPASSES ROW SECURITY' end,
           case when r.rolcreaterole then 'MAKES ROLES' end, case when r.rolreplication then 'REPLICATES' end,
           case when r.rolcanlogin then 'logs in' else 'no login' end))
    from pg_roles r join logins l on l.oid = r.oid
  union all
  select format('role %s: member of %s', l.rolname, other.rolname)
    from logins l join pg_auth_members m on m.member = l.oid join pg_roles other on other.oid = m.roleid
  union all
  select format('schema public: %s may %s', coalesce(g.rolname, 'everybody'), lower(a.privilege_type))
    from pg_namespace n cross join aclexplode(n.nspacl) a left join pg_roles g on g.oid = a.grantee
   where n.nspname = 'public' and (a.grantee = 0 or g.oid in (select oid from logins))
  union all
  select format('table %s: owned by %s, %s', t.relname, pg_get_userbyid(t.relowner),
                case when t.relrowsecurity and t.relforcerowsecurity then 'row security forced'
                     when t.relrowsecurity then 'ROW SECURITY NOT FORCED' else 'no row security' end)
    from tables t
  union all
  select format('table %s: %s may %s', t.relname, coalesce(g.rolname, 'everybody'),
                string_agg(lower(a.privilege_type), ', ' order by a.privilege_type))
    from tables t cross join aclexplode(t.relacl) a left join pg_roles g on g.oid = a.grantee
   where a.grantee <> t.relowner group by t.relname, g.rolname
  union all
  select format('table %s: %s may %s column %s', t.relname, coalesce(g.rolname, 'everybody'),
                lower(x.privilege_type), a.attname)
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attacl is not null
   cross join aclexplode(a.attacl) x left join pg_roles g on g.oid = x.grantee
   where x.grantee <> t.relowner
  union all
  select format('policy %s on %s: %s for %s to %s using %s with check %s', p.polname, t.relname,
                case when p.polpermissive then 'permissive' else 'restrictive' end,
                case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
                array_to_string(array(select coalesce(g.rolname::text, 'everybody')
                                        from unnest(p.polroles) r left join pg_roles g on g.oid = r order by 1), ', '),
                coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))
    from pg_policy p join tables t on t.oid = p.polrelid
  union all
  select format('trigger %s on %s: %s, %s', g.tgname, t.relname,
                case g.tgenabled when 'O' then 'on' when 'A' then 'always on' when 'R' then 'ONLY ON REPLICAS' else 'OFF' end,
                regexp_replace(pg_get_triggerdef(g.oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', ''))
    from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
  union all
  -- The triggers behind foreign keys have machine-made names; only one that is off is a fact worth a line.
  select format('reference %s on %s: ITS TRIGGER IS OFF', con.conname, t.relname)
    from pg_trigger g join tables t on t.oid = g.tgrelid join pg_constraint con on con.oid = g.tgconstraint
   where g.tgisinternal and g.tgenabled not in ('O', 'A')
   group by con.conname, t.relname
  union all
  select format('constraint %s on %s: %s', con.conname, t.relname, pg_get_constraintdef(con.oid))
    from pg_constraint con join tables t on t.oid = con.conrelid where con.contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select format('function %s(%s): owned by %s, %s, %s', f.proname, pg_get_function_identity_arguments(f.oid),
                pg_get_userbyid(f.proowner), case when f.prosecdef then 'AS ITS OWNER' else 'as its caller' end,
                'body ' || left(encode(sha256(convert_to(
                  f.prosrc || coalesce(pg_get_function_sqlbody(f.oid), '') || coalesce(array_to_string(f.proconfig, ','), ''), 'UTF8')), 'hex'), 16))
    from functions f
  union all
  select format('function %s(%s): %s may execute', f.proname, pg_get_function_identity_arguments(f.oid), coalesce(g.rolname, 'everybody'))
    from functions f cross join aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a left join pg_roles g on g.oid = a.grantee
   where a.grantee <> f.proowner
  union all
  select format('wall %s: %s by %s%s', w.table_name, w.kind, coalesce(w.commune_column, 'no commune'),
                case when w.audited then ', audited' else '' end)
    from tds_wall w
  union all
  select format('migration %s: %s', m.migration_name, left(m.checksum, 16))
    from _prisma_migrations m where m.rolled_back_at is null and m.finished_at is not null
)
select replace(fact, chr(10), ' ') as fact from facts order by fact collate "C"`;
