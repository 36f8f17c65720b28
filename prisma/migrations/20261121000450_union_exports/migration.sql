-- A37: results of members that went to their union, and whose. Only who agreed is in one; the table keeps no name.
create table union_export (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  union_kind  text not null check (union_kind in ('youth_union', 'womens_union', 'farmers_union', 'veterans_union',
                'front', 'party')),
  first_day   date not null,
  last_day    date not null check (last_day >= first_day),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, id)
);

create table union_export_member (
  commune_id  integer not null,
  export_id   uuid not null,
  member_id   uuid not null,
  primary key (commune_id, export_id, member_id),
  foreign key (commune_id, export_id) references union_export (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);
create index union_export_of_member on union_export_member (commune_id, member_id);

select tds_append_only('union_export');
select tds_append_only('union_export_member');
select tds_audited('union_export', array['union_kind', 'first_day', 'last_day', 'made_by']);
