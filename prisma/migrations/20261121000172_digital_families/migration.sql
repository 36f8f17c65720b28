-- D02: what a household says it has, what somebody else of the team found to be so, and the office's recognition.
-- An award of a household bears the id of the declaration it came of. A re-check is a new declaration.

create table family_declaration (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  household_id  uuid not null,
  badge_key     text not null check (badge_key = 'digital-family'),
  version       integer not null,
  -- Numbers of the checklist's items in that version.
  items         smallint[] not null check (cardinality(items) <= 40),
  channel       text not null check (channel in ('phone', 'paper')),
  declared_on   date not null,
  recorded_by   uuid not null references account (id),
  recorded_at   timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, badge_key, version) references badge_definition (commune_id, key, version)
);
create index family_declaration_household on family_declaration (commune_id, household_id, recorded_at desc);

create table family_check (
  commune_id      integer not null,
  declaration_id  uuid not null,
  -- Those of the declared items that hold.
  items           smallint[] not null check (cardinality(items) <= 40),
  is_enough       boolean not null,
  note            text check (char_length(note) between 3 and 500),
  checked_by      uuid not null references account (id),
  checked_at      timestamptz not null,
  primary key (commune_id, declaration_id),
  foreign key (commune_id, declaration_id) references family_declaration (commune_id, id)
);

-- Four eyes, for every program: not whoever wrote the declaration down, nobody of the household, nothing undeclared.
create function tds_family_four_eyes() returns trigger language plpgsql as $$
begin
  if exists (
       select from family_declaration d
         left join member m on m.commune_id = d.commune_id and m.account_id = new.checked_by
        where d.commune_id = new.commune_id and d.id = new.declaration_id
          and (d.recorded_by = new.checked_by or m.household_id = d.household_id or not new.items <@ d.items)) then
    raise exception 'declaration % cannot be confirmed by %', new.declaration_id, new.checked_by
      using errcode = 'check_violation', constraint = 'family_four_eyes', table = 'family_check';
  end if;
  return new;
end $$;
create trigger family_four_eyes before insert on family_check
  for each row execute function tds_family_four_eyes();

create function tds_family_confirmed() returns trigger language plpgsql as $$
begin
  if not exists (
       select from family_declaration d
         join family_check c on c.commune_id = d.commune_id and c.declaration_id = d.id
        where d.commune_id = new.commune_id and d.id = new.id and d.version = new.version and c.is_enough
          and new.subject = 'household' and new.subject_id = d.household_id::text
          and new.granted_by <> d.recorded_by and new.granted_by <> c.checked_by) then
    raise exception 'household % was not confirmed for %', new.subject_id, new.granted_by
      using errcode = 'check_violation', constraint = 'family_confirmed', table = 'badge_award';
  end if;
  return new;
end $$;
create trigger family_confirmed before insert on badge_award
  for each row when (new.badge_key = 'digital-family') execute function tds_family_confirmed();

select tds_append_only('family_declaration');
select tds_append_only('family_check');

select tds_audited('family_declaration', array['household_id', 'version', 'channel', 'recorded_by']);
select tds_audited('family_check', array['is_enough', 'checked_by']);
