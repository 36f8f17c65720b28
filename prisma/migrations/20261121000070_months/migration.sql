-- Months that close by themselves: the chain of seals, open appeals and exceptions, and the clock's way to every commune.

-- Seals stand in one line per commune, in the order they were made: a month that late work opened afterwards is
-- sealed after younger ones.
alter table month_seal
  add column number integer not null check (number > 0),
  add unique (commune_id, number);

create function tds_seal_follows() returns trigger language plpgsql as $$
declare
  expected bytea;
begin
  if new.sha256 <> sha256(convert_to(new.content, 'UTF8')) then
    raise exception 'the seal of month % of commune % is not the hash of its content', new.month_id, new.commune_id
      using errcode = 'check_violation', constraint = 'seal_hash', table = 'month_seal';
  end if;
  select s.sha256 into expected from month_seal s
   where s.commune_id = new.commune_id and s.number = new.number - 1;
  if new.previous_sha256 <> coalesce(expected, decode(repeat('00', 32), 'hex'))
     or (new.number > 1 and expected is null) then
    raise exception 'the seal of month % of commune % does not follow the one before it', new.month_id, new.commune_id
      using errcode = 'check_violation', constraint = 'seal_chain', table = 'month_seal';
  end if;
  return new;
end $$;
create trigger seal_follows before insert on month_seal for each row execute function tds_seal_follows();

-- A month is closed for good with its seal, and not without it.
create function tds_month_sealed() returns trigger language plpgsql as $$
begin
  if new.state = 'sealed' and old.state <> 'sealed' and not exists (
       select from month_seal s where s.commune_id = new.commune_id and s.month_id = new.id) then
    raise exception 'month % of commune % has no seal', new.id, new.commune_id
      using errcode = 'check_violation', constraint = 'sealed_with_a_seal', table = 'month';
  end if;
  return new;
end $$;
create trigger month_sealed before update on month for each row execute function tds_month_sealed();

-- The lines of one month in the order they were booked, for its seal and for verify.
drop index ledger_of_month;
create index ledger_of_month on ledger_line (commune_id, month_id, seq);

-- One open objection per person and claim, or per person and team where it is about the team's figures.
create unique index appeal_open_claim on appeal (commune_id, month_id, claim_id, made_by)
  where outcome is null and claim_id is not null;
create unique index appeal_open_team on appeal (commune_id, month_id, team_id, made_by)
  where outcome is null and claim_id is null;
create index appeal_of_month on appeal (commune_id, month_id);

-- The open month that carries the mending; set with the second person's word.
alter table month_exception
  add column effect text not null default 'reverse' check (effect in ('reverse', 'amend')),
  add column carried_by integer,
  add column answer text check (char_length(answer) <= 500),
  add foreign key (commune_id, carried_by) references month (commune_id, id),
  add check ((verdict is not distinct from 'accepted') = (carried_by is not null));
create unique index month_exception_waiting on month_exception (commune_id, claim_id) where verdict is null;
create index month_exception_of_month on month_exception (commune_id, month_id);

-- The numbers of all communes and nothing else of them: a job of the whole house then works in each one's scope.
-- The owner sees the heads of the audit chains, and every commune has one from its first row on.
create function tds_commune_numbers() returns setof integer
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$ select commune_id from audit_head where commune_id > 0 order by commune_id $$;
revoke execute on function tds_commune_numbers() from public;
grant execute on function tds_commune_numbers() to tds_app, tds_maintain;
