-- Papers that anybody can check: what was certified, under which code, and whether it still stands.

-- Public halves of the keys a commune has signed with. They stay for ever: an old signature must still be checkable
-- after the house changed its keys or the commune went into another.
create table certificate_key (
  commune_id  integer not null references commune (id),
  id          text not null check (id ~ '^[A-Za-z0-9_-]{43}$'),
  public_jwk  jsonb not null,
  made_at     timestamptz not null,
  primary key (commune_id, id)
);

create table certificate (
  commune_id      integer not null references commune (id),
  id              uuid not null,
  -- Counted per commune and year, as offices number their papers.
  year            smallint not null check (year between 2000 and 2099),
  number          integer not null check (number > 0),
  check_secret    text not null check (check_secret ~ '^[0-9a-hjkmnp-tv-z]{16}$'),
  kind            text not null check (kind in ('award', 'participation')),
  award_id        uuid,
  member_id       uuid,
  -- The name on the paper. Blanked when the person has their data erased; the paper stays checkable.
  holder_name     text check (char_length(holder_name) between 1 and 160),
  content         jsonb not null,
  content_sha256  bytea not null check (octet_length(content_sha256) = 32),
  -- The commune as it was called on that day; a merger changes nothing on paper.
  issuer          jsonb not null,
  valid_until     date,
  -- Open Badges 3.0; names nobody.
  credential      text check (char_length(credential) <= 8000),
  key_id          text,
  issued_by       uuid not null references account (id),
  issued_at       timestamptz not null,
  revoked_at      timestamptz,
  revoked_by      uuid references account (id),
  revoke_reason   text check (char_length(revoke_reason) between 1 and 500),
  primary key (commune_id, id),
  unique (commune_id, year, number),
  unique (commune_id, check_secret),
  foreign key (commune_id, award_id) references badge_award (commune_id, id),
  foreign key (commune_id, member_id) references member (commune_id, id),
  foreign key (commune_id, key_id) references certificate_key (commune_id, id),
  check ((kind = 'award') = (award_id is not null)),
  check (kind = 'award' or member_id is not null),
  check ((credential is null) = (key_id is null)),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
-- An award has one paper that stands; a new one may follow a revoked one.
create unique index certificate_of_award on certificate (commune_id, award_id) where revoked_at is null;
create index certificate_of_member on certificate (commune_id, member_id, issued_at desc);

-- What a paper says is never written anew. It can only be revoked, once, and its name can only be blanked.
create function tds_certificate_stands() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - array['revoked_at', 'revoked_by', 'revoke_reason', 'holder_name']
       is distinct from to_jsonb(old) - array['revoked_at', 'revoked_by', 'revoke_reason', 'holder_name']
     or (old.revoked_at is not null and (new.revoked_at, new.revoked_by, new.revoke_reason)
           is distinct from (old.revoked_at, old.revoked_by, old.revoke_reason))
     or (new.holder_name is distinct from old.holder_name and new.holder_name is not null) then
    raise exception 'certificate % cannot be written anew', old.id
      using errcode = 'check_violation', constraint = 'certificate_stands', table = 'certificate';
  end if;
  return new;
end $$;
create trigger certificate_stands before update on certificate
  for each row execute function tds_certificate_stands();

select tds_append_only('certificate_key');
select tds_commune_table('certificate');
revoke delete on certificate from tds_app, tds_maintain;
select tds_audited('certificate_key', array[]::text[]);
select tds_audited('certificate', array['number', 'kind', 'award_id', 'member_id', 'revoked_at', 'revoke_reason']);
