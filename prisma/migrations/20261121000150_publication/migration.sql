-- What strangers may see of a commune: its public board, and the screens that hang in its halls.

create table board_publication (
  commune_id integer primary key references commune (id),
  is_public  boolean not null,
  -- Raised by every change: whoever switches what another has switched meanwhile is told.
  revision   integer not null check (revision > 0),
  changed_by uuid references account (id),
  changed_at timestamptz not null
);

-- A screen reads boards by its address alone. The address is shown once; what is kept only recognises it.
create table tv_code (
  commune_id       integer not null references commune (id),
  id               uuid not null,
  label            text not null check (char_length(label) between 1 and 80),
  code_fingerprint text not null check (char_length(code_fingerprint) = 64),
  made_by          uuid references account (id),
  made_at          timestamptz not null,
  revoked_by       uuid references account (id),
  revoked_at       timestamptz,
  primary key (commune_id, id),
  unique (commune_id, code_fingerprint),
  check (revoked_at is not null or revoked_by is null)
);

-- Apart from the code itself, so that looking in every few minutes is no act of the audit log.
create table tv_sighting (
  commune_id   integer not null,
  tv_id        uuid not null,
  last_seen_at timestamptz not null,
  primary key (commune_id, tv_id),
  foreign key (commune_id, tv_id) references tv_code (commune_id, id)
);

select tds_commune_table('board_publication');
select tds_commune_table('tv_code');
select tds_commune_table('tv_sighting');
select tds_audited('board_publication', array['is_public']);
select tds_audited('tv_code', array['label', 'revoked_at']);

-- A screen that was switched off stays off: a new one gets an address of its own.
create function tds_tv_code_stays_revoked() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null
     or (new.commune_id, new.id, new.code_fingerprint, new.made_at)
        is distinct from (old.commune_id, old.id, old.code_fingerprint, old.made_at) then
    raise exception 'a code of a screen is only ever revoked'
      using errcode = 'check_violation', constraint = 'tv_code_only_revoked', table = 'tv_code';
  end if;
  return new;
end $$;
create trigger tv_code_only_revoked before update on tv_code for each row execute function tds_tv_code_stays_revoked();
revoke delete on tv_code from tds_app;
