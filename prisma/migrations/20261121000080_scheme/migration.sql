-- Second looks by lot that nobody can steer: the secret is sealed under a key kept outside the database until the
-- figures freeze, the list it was drawn from is pinned by its hash, and what was drawn or found stands.
alter table audit_draw
  add column sealed_secret bytea,
  add column claims_sha256 bytea check (octet_length(claims_sha256) = 32),
  add column claim_count integer check (claim_count >= 0),
  add check ((secret is null) = (claims_sha256 is null) and (secret is null) = (claim_count is null)),
  add check ((secret is null) <> (sealed_secret is null)),
  add check (secret is null or commitment = sha256(secret));

create function tds_audit_draw_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.drawn_at is not null or new.month_id <> old.month_id or new.id <> old.id
     or new.per_village <> old.per_village
     or (new.commitment <> old.commitment and new.committed_at < old.committed_at) then
    raise exception 'the draw of month % of commune % stands', old.month_id, old.commune_id
      using errcode = 'check_violation', constraint = 'draw_stands', table = 'audit_draw';
  end if;
  return new;
end $$;
create trigger draw_stands before update or delete on audit_draw
  for each row execute function tds_audit_draw_stands();

alter table audit_item
  -- By lot; received in the last hours before the freeze (T7); of two who verify each other oddly (T2).
  add column reason text not null check (reason in ('lot', 'deadline', 'pair')),
  -- A found falsehood is put right by another person.
  add column correction_id uuid,
  add foreign key (commune_id, correction_id) references correction_request (commune_id, id),
  add check ((verdict is null) = (audited_at is null)),
  add check (verdict is distinct from 'differs' or facts is not null);
create index audit_item_claim on audit_item (commune_id, claim_id);

-- The second look is taken by a third person, for every role and every program; what was found is not found anew.
create function tds_audit_other_hands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a second look is not taken back' using errcode = 'check_violation', constraint = 'look_stands', table = 'audit_item';
  end if;
  if tg_op = 'UPDATE' and (new.claim_id <> old.claim_id or new.draw_id <> old.draw_id or new.reason <> old.reason
     or (old.verdict in ('agrees', 'differs')
       and (new.verdict, new.facts, new.audited_by) is distinct from (old.verdict, old.facts, old.audited_by))) then
    raise exception 'the second look at claim % stands', old.claim_id
      using errcode = 'check_violation', constraint = 'look_stands', table = 'audit_item';
  end if;
  if new.audited_by is not null and (
       exists (select from claim c where c.commune_id = new.commune_id and c.id = new.claim_id
                  and c.entered_by = new.audited_by)
       or exists (select from claim_decision d where d.commune_id = new.commune_id and d.claim_id = new.claim_id
                     and d.decided_by = new.audited_by and d.verdict in ('approve', 'amend'))
       or exists (
         select from claim_participant p
           join member m on m.commune_id = p.commune_id and m.id = p.member_id
           left join member a on a.commune_id = new.commune_id and a.account_id = new.audited_by
          where p.commune_id = new.commune_id and p.claim_id = new.claim_id
            and (m.account_id = new.audited_by
              or (m.household_id is not null and m.household_id = a.household_id)))) then
    raise exception 'claim % cannot be looked at again by %', new.claim_id, new.audited_by
      using errcode = 'check_violation', constraint = 'look_by_others', table = 'audit_item';
  end if;
  return new;
end $$;
create trigger other_hands before insert or update or delete on audit_item
  for each row execute function tds_audit_other_hands();
