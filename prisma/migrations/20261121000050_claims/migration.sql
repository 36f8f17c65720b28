-- What a record of work needs beside the loop's tables: what was ticked at a unit, and who sent which photograph.

-- Steps of a stall, its promise of quality, its payment account (C12, C13, L12).
alter table claim_unit
  add column checks text[] not null default '{}',
  add check (checks <@ array['stall_opened', 'photos_posted', 'advertised', 'orders_taken', 'orders_packed',
                             'quality_committed', 'payment_account']);

-- A small picture for lists, beside the large one.
alter table photo
  add column thumb_sha256      bytea not null check (octet_length(thumb_sha256) = 32),
  add column thumb_byte_count  integer not null check (thumb_byte_count > 0);
create index photo_thumb on photo (commune_id, thumb_sha256);

-- One content is one photo, however often it is sent: each sending keeps its own name, made before sending, and
-- only whoever sent a picture may put it on a record.
create table photo_upload (
  commune_id     integer not null,
  id             uuid not null,
  photo_id       uuid not null,
  -- Of the bytes as they came: sending them again under the same name is one sending.
  source_sha256  bytea not null check (octet_length(source_sha256) = 32),
  uploaded_by    uuid not null references account (id),
  uploaded_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, photo_id) references photo (commune_id, id)
);
create index photo_upload_photo on photo_upload (commune_id, photo_id);
create index photo_upload_day on photo_upload (commune_id, uploaded_by, uploaded_at);

-- A record and its team-mates' of the same day, and the flood before a deadline.
create index claim_of_team_day on claim (commune_id, team_id, work_date);

select tds_append_only('photo_upload');
