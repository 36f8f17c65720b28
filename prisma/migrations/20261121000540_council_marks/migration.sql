-- Marks of the council, where a sheet asks it for points: one member on one village by one criterion. Nothing is
-- rewritten: the newest mark holds, null takes it back, and none is taken once the review is locked.
create table council_mark (
  commune_id     integer not null,
  review_id      uuid not null,
  village_id     integer not null,
  criterion_key  text not null check (char_length(criterion_key) between 1 and 80),
  member_id      uuid not null,
  number         integer not null check (number > 0),
  -- Hundredths.
  points         integer check (points between 0 and 10000),
  -- Number and day of the paper it was written on, by a member without an account; null on an own device.
  paper          text check (char_length(paper) between 2 and 160),
  entered_by     uuid not null references account (id),
  entered_at     timestamptz not null,
  primary key (commune_id, review_id, village_id, criterion_key, member_id, number),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id),
  foreign key (commune_id, member_id) references council_member (commune_id, id)
);

-- By whoever sits on the council that day, on the own device or on paper where there is none, for a village one does not
-- work for, and only where the sheet asks for it.
create function tds_mark_is_allowed() returns trigger language plpgsql as $$
declare
  on_day date := (new.entered_at at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  if not exists (
    select from council_member m
     where m.commune_id = new.commune_id and m.id = new.member_id
       and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
       and case when new.paper is null then m.account_id = new.entered_by else m.account_id is null end
  ) then
    raise exception 'member % gives no mark here', new.member_id
      using errcode = 'check_violation', constraint = 'mark_by_seat', table = 'council_mark';
  end if;
  if exists (
    select from council_member m
      join member p on p.commune_id = m.commune_id and p.account_id = m.account_id
      join membership s on s.commune_id = p.commune_id and s.member_id = p.id
      join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where m.commune_id = new.commune_id and m.id = new.member_id and t.village_id = new.village_id
       and s.valid_from <= on_day and (s.valid_to is null or s.valid_to >= on_day)
  ) then
    raise exception 'member % works for village %', new.member_id, new.village_id
      using errcode = 'check_violation', constraint = 'mark_of_another', table = 'council_mark';
  end if;
  if not exists (
    select from review r join criteria_sheet c on c.commune_id = r.commune_id and c.version = r.sheet_version
     where r.commune_id = new.commune_id and r.id = new.review_id
       and jsonb_path_exists(c.content, '$.groups[*].criteria[*] ? (@.key == $key && @.measure.by == "vote")',
                             jsonb_build_object('key', new.criterion_key))
  ) then
    raise exception 'criterion % of review % is not voted on', new.criterion_key, new.review_id
      using errcode = 'check_violation', constraint = 'mark_is_asked', table = 'council_mark';
  end if;
  return new;
end $$;
create trigger mark_is_allowed before insert on council_mark for each row execute function tds_mark_is_allowed();
create trigger review_takes_words before insert on council_mark for each row execute function tds_review_takes_words();

select tds_append_only('council_mark');
-- Whoever keeps the machine reads the log and sees whose mark came when; the mark itself is the council's.
select tds_audited('council_mark', array['paper', 'entered_by']);
