-- How far the import of a person has come, told while its transaction is still under way. Nothing hangs on it.
create table import_progress (
  commune_id  integer not null references commune (id),
  account_id  uuid not null references account (id),
  phase       text not null check (phase in ('read', 'compare', 'write', 'close')),
  done        integer not null check (done between 0 and total),
  total       integer not null check (total >= 0),
  told_at     timestamptz not null,
  primary key (commune_id, account_id)
);

select tds_commune_table('import_progress');
