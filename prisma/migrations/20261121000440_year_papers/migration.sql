-- Papers of a review as they were issued: what they say, with the facts they came from, never to be changed. A paper that
-- is drawn up anew is a new row beside the old one.
create table year_paper (
  commune_id       integer not null,
  id               uuid not null,
  review_id        uuid not null,
  kind             text not null check (kind in ('submission', 'villages', 'minutes', 'ballot', 'tally', 'achievement', 'decision',
                                                 'notice', 'merit_sheets', 'overprint', 'reading_list', 'slides', 'hand_over')),
  -- Whom a report of achievement is about; of the others none.
  proposal_id      uuid,
  -- The how manieth of its kind.
  number           integer not null check (number > 0),
  title            text not null check (char_length(title) between 1 and 400),
  -- Canonical JSON of the facts and of what is printed from them: the very bytes that are hashed.
  content          text not null,
  sha256           bytea not null check (octet_length(sha256) = 32),
  -- Of the locked result that every figure rests on.
  result_sha256    bytea not null check (octet_length(result_sha256) = 32),
  document_number  text check (char_length(document_number) between 1 and 60),
  document_day     date,
  issued_by        uuid not null references account (id),
  issued_at        timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, review_id) references review (commune_id, id),
  foreign key (commune_id, proposal_id) references award_proposal (commune_id, id),
  check ((kind = 'achievement') = (proposal_id is not null))
);
create unique index year_paper_of_kind on year_paper (commune_id, review_id, kind, proposal_id, number) nulls not distinct;
-- By the sixteen signs that stand on the paper.
create unique index year_paper_code on year_paper (commune_id, substring(sha256 from 1 for 8));

create function tds_paper_is_hashed() returns trigger language plpgsql as $$
begin
  if new.sha256 <> sha256(convert_to(new.content, 'UTF8')) then
    raise exception 'paper % of commune % is not the hash of its content', new.id, new.commune_id
      using errcode = 'check_violation', constraint = 'paper_hash', table = 'year_paper';
  end if;
  if not exists (
    select from review r join review_result e on e.commune_id = r.commune_id and e.review_id = r.id
     where r.commune_id = new.commune_id and r.id = new.review_id and r.state in ('locked', 'published')
       and e.sha256 = new.result_sha256
  ) then
    raise exception 'paper % of commune % rests on no locked result', new.id, new.commune_id
      using errcode = 'check_violation', constraint = 'paper_result', table = 'year_paper';
  end if;
  return new;
end $$;
create trigger paper_is_hashed before insert on year_paper for each row execute function tds_paper_is_hashed();

-- What went out: a file bearing this hash is the one the house wrote, to the last byte.
create table year_paper_file (
  commune_id  integer not null,
  paper_id    uuid not null,
  form        text not null check (form in ('pdf', 'docx', 'xlsx')),
  sha256      bytea not null check (octet_length(sha256) = 32),
  made_at     timestamptz not null,
  primary key (commune_id, paper_id, form, sha256),
  foreign key (commune_id, paper_id) references year_paper (commune_id, id)
);

-- How a commune's sheets of merit are printed: its own picture of the emblem, and how far its printer is off.
create table merit_sheet_setting (
  commune_id      integer not null references commune (id),
  emblem_file_id  uuid,
  -- Tenths of a millimetre, to the right and down.
  shift_right     integer not null default 0 check (shift_right between -300 and 300),
  shift_down      integer not null default 0 check (shift_down between -300 and 300),
  -- "Căn cứ ...": one each, as the laws stand; null prints those that are proposed.
  bases           text[] check (cardinality(bases) between 1 and 12),
  changed_by      uuid not null references account (id),
  changed_at      timestamptz not null,
  primary key (commune_id),
  foreign key (commune_id, emblem_file_id) references stored_file (commune_id, id)
);

select tds_append_only('year_paper');
select tds_append_only('year_paper_file');
select tds_commune_table('merit_sheet_setting');
revoke delete on merit_sheet_setting from tds_app, tds_maintain;
select tds_audited('year_paper', array['review_id', 'kind', 'number', 'document_number', 'issued_by']);
select tds_audited('merit_sheet_setting', array['emblem_file_id', 'shift_right', 'shift_down', 'changed_by']);
