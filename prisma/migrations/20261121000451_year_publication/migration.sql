-- A locked review is published once, with the notice or decision that does it; then it is posted for so many days.
create table year_publication (
  commune_id    integer not null,
  review_id     uuid not null,
  document      text not null check (char_length(document) between 3 and 100),
  decided_on    date not null,
  published_by  uuid not null references account (id),
  published_at  timestamptz not null,
  primary key (commune_id, review_id),
  foreign key (commune_id, review_id) references review (commune_id, id)
);

-- Luật 10/2022/QH15, Điều 12 and 13: where it hangs, from which day and until which; null while it still hangs.
create table year_posting (
  commune_id   integer not null,
  review_id    uuid not null,
  place        text not null check (place in ('headquarters', 'culture_houses', 'meeting_points', 'radio', 'portal',
                 'social')),
  first_day    date not null,
  last_day     date check (last_day >= first_day),
  recorded_by  uuid not null references account (id),
  recorded_at  timestamptz not null,
  primary key (commune_id, review_id, place),
  foreign key (commune_id, review_id) references year_publication (commune_id, review_id)
);

select tds_append_only('year_publication');
select tds_commune_table('year_posting');
revoke delete on year_posting from tds_app, tds_maintain;
select tds_audited('year_publication', array['document', 'decided_on', 'published_by']);
select tds_audited('year_posting', array['first_day', 'last_day', 'recorded_by']);
