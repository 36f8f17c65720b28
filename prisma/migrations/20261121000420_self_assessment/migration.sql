-- Villages on their own sheet of a review: criterion by criterion, with their own score and proof, and what the office
-- answered. Everything is kept: whoever has more to say says it beside, never over it.
create table sheet_comment (
  commune_id  integer not null references commune (id),
  id          uuid not null,
  review_id   uuid not null,
  village_id  integer not null,
  -- Of the review's sheet.
  criterion   text not null check (char_length(criterion) between 1 and 60),
  -- Hundredths of a point, as the village scores itself (K06); null where it only speaks.
  own_points  integer check (own_points between 0 and 100000),
  content     text not null check (char_length(content) between 5 and 2000),
  made_by     uuid not null references account (id),
  made_at     timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, village_id) references village (commune_id, id)
);
create index sheet_comment_review on sheet_comment (commune_id, review_id, village_id);

create table sheet_comment_file (
  commune_id  integer not null,
  comment_id  uuid not null,
  file_id     uuid not null,
  primary key (commune_id, comment_id, file_id),
  foreign key (commune_id, comment_id) references sheet_comment (commune_id, id),
  foreign key (commune_id, file_id) references stored_file (commune_id, id)
);

-- One answer to each: figures were mended, or stay as they are. Never by whoever spoke.
create table sheet_answer (
  commune_id   integer not null,
  comment_id   uuid not null,
  outcome      text not null check (outcome in ('mended', 'kept')),
  content      text not null check (char_length(content) between 5 and 2000),
  answered_by  uuid not null references account (id),
  answered_at  timestamptz not null,
  primary key (commune_id, comment_id),
  foreign key (commune_id, comment_id) references sheet_comment (commune_id, id)
);

-- Spoken within the window of days, in Việt Nam, of a review that is open to it.
create function tds_comment_in_window() returns trigger language plpgsql as $$
begin
  if not exists (
    select from review r
     where r.commune_id = new.commune_id and r.id = new.review_id and r.state = 'comment'
       and (new.made_at at time zone 'Asia/Ho_Chi_Minh')::date between r.comment_first_day and r.comment_last_day
  ) then
    raise exception 'review % of commune % takes no comment now', new.review_id, new.commune_id
      using errcode = 'check_violation', constraint = 'comment_in_window', table = 'sheet_comment';
  end if;
  return new;
end $$;
create trigger comment_in_window before insert on sheet_comment
  for each row execute function tds_comment_in_window();

create function tds_answer_by_other() returns trigger language plpgsql as $$
begin
  if not exists (
    select from sheet_comment c
      join review r on r.commune_id = c.commune_id and r.id = c.review_id and r.state = 'comment'
     where c.commune_id = new.commune_id and c.id = new.comment_id and c.made_by <> new.answered_by
  ) then
    raise exception 'comment % of commune % is answered by another person, before the review is locked',
      new.comment_id, new.commune_id
      using errcode = 'check_violation', constraint = 'answer_by_other', table = 'sheet_answer';
  end if;
  return new;
end $$;
create trigger answer_by_other before insert on sheet_answer
  for each row execute function tds_answer_by_other();

select tds_append_only('sheet_comment');
select tds_append_only('sheet_comment_file');
select tds_append_only('sheet_answer');
select tds_audited('sheet_comment', array['review_id', 'village_id', 'criterion', 'made_by']);
select tds_audited('sheet_comment_file', array['file_id']);
select tds_audited('sheet_answer', array['outcome', 'answered_by']);
