-- Whom to call (L29): the commune's own choice, shown to leaders or to everybody in the teams. Numbers are sealed.
create table contact_person (
  commune_id    integer not null references commune (id),
  id            uuid not null,
  name          text not null check (char_length(name) between 2 and 120),
  duty          text not null check (char_length(duty) between 2 and 160),
  phone_cipher  bytea not null,
  shown_to      text not null check (shown_to in ('leaders', 'members')),
  position      smallint not null check (position between 1 and 99),
  entered_by    uuid not null references account (id),
  entered_at    timestamptz not null,
  primary key (commune_id, id)
);

select tds_commune_table('contact_person');
select tds_audited('contact_person', array['shown_to', 'position']);
