-- A right in a team is a right in a team that is there, of the same commune.
alter table role_grant add foreign key (commune_id, team_id) references team (commune_id, id);

-- Whom a line is about, once that is known: erasing somebody takes their lines along. A person who was taken back
-- with a whole import leaves the lines of other files that had met them.
alter table import_line
  add column member_id uuid,
  add foreign key (commune_id, member_id) references member (commune_id, id) on delete set null (member_id);
create index import_line_member on import_line (commune_id, member_id) where member_id is not null;
update import_line l set member_id = m.id
  from member m where m.commune_id = l.commune_id and m.id = (l.effect->>'memberId')::uuid;
