-- What booking needs beside the loop's tables: households that went on elsewhere, and one hold on all it will judge.

create index household_continued on household (commune_id, continues_id) where continues_id is not null;

-- The household as it was first listed: a merger of villages makes nobody new.
create function tds_household_root(of_commune integer, of_household uuid) returns uuid
language sql stable as $$
  with recursive line as (
    select id, continues_id from household where commune_id = of_commune and id = of_household
    union
    select h.id, h.continues_id from line
      join household h on h.commune_id = of_commune and h.id = line.continues_id
  )
  select id from line where continues_id is null
$$;

-- Every record of the same household, whichever of them is named.
create function tds_household_records(of_commune integer, of_household uuid) returns setof uuid
language plpgsql stable as $$
begin
  return next of_household;
  if exists (select from household where commune_id = of_commune
              and (continues_id = of_household or (id = of_household and continues_id is not null))) then
    return query with recursive same as (
      select tds_household_root(of_commune, of_household) as id
      union
      select h.id from same join household h on h.commune_id = of_commune and h.continues_id = same.id
    ) select same.id from same where same.id <> of_household;
  end if;
end $$;

-- First the commune's ledger (the lock that closing a month takes too), then the claims in the order of their ids.
-- Statements after it see what was committed before.
create function tds_hold_claims(of_commune integer, claim_ids uuid[]) returns void
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7301, of_commune);
  perform from claim where commune_id = of_commune and id = any(claim_ids) order by id for update;
end $$;

grant execute on function tds_household_root(integer, uuid), tds_household_records(integer, uuid),
  tds_hold_claims(integer, uuid[]) to tds_app, tds_maintain;
