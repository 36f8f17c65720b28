-- Papers that people attach: one row for each sending; the bytes lie on the disk under their hash.
create table stored_file (
  commune_id   integer not null references commune (id),
  id           uuid not null,
  sha256       bytea not null check (octet_length(sha256) = 32),
  kind         text not null check (kind in ('pdf', 'png', 'jpeg')),
  name         text not null check (char_length(name) between 1 and 130),
  byte_count   integer not null check (byte_count > 0),
  uploaded_by  uuid not null references account (id),
  uploaded_at  timestamptz not null,
  primary key (commune_id, id)
);
create index stored_file_day on stored_file (commune_id, uploaded_by, uploaded_at);

select tds_append_only('stored_file');
select tds_audited('stored_file', array['kind', 'byte_count', 'uploaded_by']);
