-- Rule 1 again: a phone on which several people sign in has a device row for each of them, so one machine is known
-- by its browser and not by the row of the account.
create or replace function tds_four_eyes() returns trigger language plpgsql as $$
declare
  breach record;
begin
  select n.claim_id, n.decided_by into breach
    from new_rows n
    join claim c on c.commune_id = n.commune_id and c.id = n.claim_id
   where n.verdict in ('approve', 'amend', 'reverse')
     and (c.entered_by = n.decided_by
       or (n.verdict <> 'reverse' and n.device_id is not null
         and (n.device_id = c.device_id or exists (
           select from device mine join device theirs using (browser_hash)
            where mine.id = n.device_id and theirs.id = c.device_id)))
       or exists (
         select from claim_participant p
           join member m on m.commune_id = p.commune_id and m.id = p.member_id
           left join member v on v.commune_id = n.commune_id and v.account_id = n.decided_by
          where p.commune_id = n.commune_id and p.claim_id = n.claim_id
            and (m.account_id = n.decided_by
              or (m.household_id is not null and m.household_id = v.household_id))))
   limit 1;
  if found then
    raise exception 'claim % cannot be verified by % (rule of four eyes)', breach.claim_id, breach.decided_by
      using errcode = 'check_violation', constraint = 'four_eyes', table = 'claim_decision';
  end if;
  return null;
end $$;
