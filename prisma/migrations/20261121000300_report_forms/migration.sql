-- Forms of others (a province's workbook) that the office fills from the figures: what each cell holds is told once.
create table report_form (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  name        text not null check (char_length(name) between 2 and 160),
  -- The newest of its files.
  version     integer not null check (version > 0),
  mapping     jsonb not null default '[]' check (jsonb_typeof(mapping) = 'array'),
  revision    integer not null default 1,
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  changed_by  uuid not null references account (id),
  changed_at  timestamptz not null,
  removed_at  timestamptz,
  removed_by  uuid references account (id),
  primary key (commune_id, id),
  check ((removed_at is null) = (removed_by is null))
);

-- The empty form as it was sent in. Small and few, so the bytes stand beside what is known of them.
create table report_form_file (
  commune_id   integer not null,
  form_id      uuid not null,
  version      integer not null check (version > 0),
  sha256       bytea not null check (octet_length(sha256) = 32),
  bytes        bytea not null check (octet_length(bytes) between 1 and 2097152),
  layout       jsonb not null,
  uploaded_by  uuid not null references account (id),
  uploaded_at  timestamptz not null,
  primary key (commune_id, form_id, version),
  foreign key (commune_id, form_id) references report_form (commune_id, id)
);

select tds_commune_table('report_form');
select tds_append_only('report_form_file');
revoke delete on report_form from tds_app, tds_maintain;
select tds_audited('report_form', array['version', 'revision', 'changed_by', 'removed_at']);
select tds_audited('report_form_file', array['uploaded_by']);
