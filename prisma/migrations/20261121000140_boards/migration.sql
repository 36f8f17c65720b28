-- Beside the boards, which are figures of the ledger and no table: who stands on them how, who races whom this week,
-- and who thanked whom.

-- What a member chose for boards that others see. The work counts all the same.
create table board_preference (
  commune_id     integer not null,
  member_id      uuid not null,
  is_hidden      boolean not null default false,
  is_short_name  boolean not null default false,
  changed_at     timestamptz not null,
  primary key (commune_id, member_id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);

-- Leagues of a week by the pace of the weeks before. Kept, so that late verification moves nobody to another league.
create table weekly_league (
  commune_id  integer not null,
  week_start  date not null check (extract(isodow from week_start) = 1),
  member_id   uuid not null,
  league      smallint not null check (league > 0),
  primary key (commune_id, week_start, member_id),
  foreign key (commune_id, member_id) references member (commune_id, id)
);

-- "Cảm ơn" for work that was verified. One from each person; taken back, it stays as taken back.
create table thanks (
  commune_id    integer not null,
  claim_id      uuid not null,
  given_by      uuid not null references account (id),
  given_at      timestamptz not null,
  withdrawn_at  timestamptz,
  primary key (commune_id, claim_id, given_by),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);
create index thanks_newest on thanks (commune_id, given_at desc) where withdrawn_at is null;

-- Nobody thanks themselves, whichever program asks.
create function tds_thanks_to_others() returns trigger language plpgsql as $$
begin
  if exists (select from claim_participant p join member m on m.commune_id = p.commune_id and m.id = p.member_id
              where p.commune_id = new.commune_id and p.claim_id = new.claim_id and m.account_id = new.given_by) then
    raise exception 'claim % is the work of % and cannot be thanked for by them', new.claim_id, new.given_by
      using errcode = 'check_violation', constraint = 'thanks_to_others', table = 'thanks';
  end if;
  return new;
end $$;
create trigger thanks_to_others before insert or update on thanks
  for each row execute function tds_thanks_to_others();

select tds_commune_table('board_preference');
select tds_commune_table('weekly_league');
select tds_commune_table('thanks');

select tds_audited('board_preference', array['is_hidden', 'is_short_name']);
