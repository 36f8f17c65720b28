/** What the application's own login is and may do, asked by itself. */
export const ROLE_FACTS = `
select current_user as name, r.rolsuper as "isSuperuser", r.rolbypassrls as "bypassesRowSecurity",
       r.rolcreaterole as "createsRoles",
       array(select other.rolname::text from pg_roles other
              where other.rolname <> current_user and pg_has_role(current_user, other.oid, 'member')
              order by 1) as "memberOf"
  from pg_roles r where r.rolname = current_user`;

/** Every ordinary and partitioned table that the application can reach, with what stands before it. */
export const TABLE_FACTS = `
select n.nspname as schema, c.relname as name,
       pg_get_userbyid(c.relowner) as owner,
       c.relrowsecurity and c.relforcerowsecurity as "isWalled",
       w.kind, w.audited as "isAudited",
       exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'commune_id' and not a.attisdropped) as "hasCommune",
       array(select p.polname || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '')
               from pg_policy p
              where p.polrelid = c.oid
                and (p.polroles = '{0}' or (select oid from pg_roles where rolname = current_user) = any(p.polroles))
              order by 1) as policies,
       has_table_privilege(c.oid, 'update') or has_any_column_privilege(c.oid, 'update') as "mayUpdate",
       has_table_privilege(c.oid, 'delete') as "mayDelete",
       has_table_privilege(c.oid, 'insert') or has_any_column_privilege(c.oid, 'insert') as "mayInsert",
       has_table_privilege(c.oid, 'truncate') as "mayTruncate",
       array(select t.tgname::text from pg_trigger t
              where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A')
              order by 1) as triggers
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join tds_wall w on w.table_name = c.relname and n.nspname = 'public'
 where c.relkind in ('r', 'p') and not c.relispartition
   and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
 order by 1, 2`;

/** Vietnamese names in their own order; the database's default collation must give it. */
export const COLLATION_PROBE = `
select array_agg(name order by name) = array['An', 'Ánh', 'Ăn', 'Dũng', 'Đức'] as "isVietnamese"
  from unnest(array['Đức', 'Dũng', 'Ăn', 'An', 'Ánh']) as name`;
