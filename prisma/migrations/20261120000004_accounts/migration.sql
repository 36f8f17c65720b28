-- Accounts, the devices and sessions they use, the proofs they give, and the roles they hold.
-- An account belongs to the house; what it may do belongs to a commune (role_grant).

create table account (
  id                   uuid primary key,
  -- Folded to a-z 0-9 . _ - and begun with a letter, so that it is never mistaken for a phone number.
  username             text not null unique check (username ~ '^[a-z][a-z0-9._-]{2,39}$'),
  display_name         text not null check (char_length(display_name) between 1 and 120),
  phone_cipher         bytea,
  -- HMAC of the E.164 number under a key kept outside the database: found by, never read from.
  phone_fingerprint    text unique,
  -- Null until the person has chosen one through a slip or the first link.
  password_hash        text,
  password_changed_at  timestamptz,
  must_change_password boolean not null default false,
  status               text not null default 'active' check (status in ('active', 'disabled')),
  disabled_at          timestamptz,
  locale               text not null default 'vi' check (locale in ('vi', 'en')),
  -- May set up a new commune in this house: the first officer.
  is_founder           boolean not null default false,
  totp_secret_sealed   bytea,
  totp_confirmed_at    timestamptz,
  -- The last 30-second step that was accepted: a code is good once.
  totp_last_step       bigint not null default 0,
  created_at           timestamptz not null,
  created_by           uuid references account (id),
  check ((phone_cipher is null) = (phone_fingerprint is null)),
  check ((status = 'disabled') = (disabled_at is not null)),
  check (totp_confirmed_at is null or totp_secret_sealed is not null)
);

-- A browser on a phone or computer as one account knows it. Several accounts may share one browser:
-- each has a row of its own, so drafts, PIN and sign-out stay apart.
create table device (
  id            uuid primary key,
  account_id    uuid not null references account (id) on delete cascade,
  -- SHA-256 of the long-lived cookie that names the browser.
  browser_hash  bytea not null check (octet_length(browser_hash) = 32),
  label         text not null check (char_length(label) between 1 and 80),
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  -- The first time the account came all the way in here. From then strangers' guesses no longer slow it down.
  trusted_at    timestamptz,
  -- Set by an enrolment slip: from then the phone may be unlocked by fingerprint or PIN.
  enrolled_at   timestamptz,
  unlock_until  timestamptz,
  pin_hash      text,
  pin_failures  smallint not null default 0 check (pin_failures >= 0),
  -- JSON Web Key of the device's own non-extractable signing key.
  public_key    jsonb,
  revoked_at    timestamptz,
  unique (browser_hash, account_id),
  check (unlock_until is null or enrolled_at is not null)
);
create index device_account on device (account_id);

create table session (
  id                  uuid primary key,
  token_hash          bytea not null unique check (octet_length(token_hash) = 32),
  -- The token before the last renewal, good for the few requests already under way.
  previous_token_hash bytea unique check (octet_length(previous_token_hash) = 32),
  previous_until      timestamptz,
  account_id          uuid not null references account (id) on delete cascade,
  device_id           uuid not null references device (id) on delete cascade,
  assurance           text not null check (assurance in ('password', 'second_factor', 'unlock')),
  -- When the person last proved who they are; acts of weight ask for a fresh proof.
  proved_at           timestamptz not null,
  -- Digest of the roles the token was issued under; a change of role renews the token.
  grants_digest       text not null,
  -- The commune the person works in now, when the roles leave a choice.
  commune_id          integer,
  user_agent          text not null check (char_length(user_agent) <= 80),
  created_at          timestamptz not null,
  last_seen_at        timestamptz not null,
  expires_at          timestamptz not null,
  revoked_at          timestamptz,
  check ((previous_token_hash is null) = (previous_until is null))
);
create index session_account on session (account_id) where revoked_at is null;
create index session_device on session (device_id) where revoked_at is null;
create index session_expiry on session (expires_at);

-- WebAuthn credentials. Without a device: a second factor at sign-in. With one: the fingerprint that
-- unlocks that phone for that account.
create table passkey (
  id            uuid primary key,
  account_id    uuid not null references account (id) on delete cascade,
  device_id     uuid references device (id) on delete cascade,
  credential_id text not null unique,
  public_key    bytea not null,
  counter       bigint not null check (counter >= 0),
  transports    text[] not null default '{}',
  label         text not null check (char_length(label) between 1 and 80),
  created_at    timestamptz not null,
  last_used_at  timestamptz
);
create index passkey_account on passkey (account_id);

-- One open WebAuthn challenge per holder ("session:<id>" or "device:<id>") and purpose, used once.
create table proof_challenge (
  holder     text not null,
  purpose    text not null check (purpose in ('register', 'second_factor', 'enrol_unlock', 'unlock', 'device_key')),
  challenge  text not null,
  expires_at timestamptz not null,
  primary key (holder, purpose)
);
create index proof_challenge_expiry on proof_challenge (expires_at);

create table recovery_code (
  id         uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  code_hash  text not null,
  created_at timestamptz not null,
  used_at    timestamptz,
  unique (account_id, code_hash)
);

-- A printed slip: whoever holds it binds a phone and chooses a password, once, within its time.
create table enrolment_slip (
  id         uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  account_id uuid not null references account (id) on delete cascade,
  commune_id integer not null,
  purpose    text not null check (purpose in ('enrol', 'reset')),
  made_by    uuid not null references account (id),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz,
  check (expires_at > made_at and expires_at <= made_at + interval '72 hours'),
  check (made_by <> account_id)
);
create index enrolment_slip_account on enrolment_slip (account_id);
create index enrolment_slip_commune on enrolment_slip (commune_id, made_at desc);

create table first_officer_link (
  id         uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  used_by    uuid references account (id)
);

-- A role is held in one commune, perhaps only in one village or team, from a day to a day (both included).
-- Rights go by today's date. Village and team are tied to the roster by the migration that makes it.
create table role_grant (
  id         uuid primary key,
  commune_id integer not null,
  account_id uuid not null references account (id),
  role       text not null check (role in ('member', 'deputy', 'leader', 'youth_union', 'sector_office',
               'office', 'council', 'commune_leader', 'upper_tier', 'administrator')),
  village_id integer,
  team_id    integer,
  valid_from date not null,
  valid_to   date,
  granted_by uuid references account (id),
  granted_at timestamptz not null,
  ended_by   uuid references account (id),
  ended_at   timestamptz,
  check (valid_to is null or valid_to >= valid_from - 1),
  check ((ended_at is null) or valid_to is not null),
  -- A team is led and worked in; no team role hangs in the air.
  check (role not in ('member', 'deputy', 'leader') or team_id is not null),
  unique nulls not distinct (commune_id, account_id, role, village_id, team_id, valid_from)
);
create index role_grant_account on role_grant (account_id);
create index role_grant_commune on role_grant (commune_id, role);

-- An act that needs two persons waits here, visibly, until the second has decided.
create table two_person_act (
  id                 uuid primary key,
  commune_id         integer not null,
  kind               text not null check (kind in ('break_glass', 'hand_over')),
  -- Whom the act concerns; that person may ask, but never decide.
  subject_account_id uuid not null references account (id),
  payload            jsonb not null,
  reason             text not null check (char_length(reason) between 10 and 1000),
  state              text not null default 'waiting' check (state in ('waiting', 'approved', 'declined', 'withdrawn')),
  asked_by           uuid not null references account (id),
  asked_at           timestamptz not null,
  expires_at         timestamptz not null check (expires_at > asked_at),
  decided_by         uuid references account (id),
  decided_at         timestamptz,
  decision_note      text check (char_length(decision_note) <= 1000),
  check (decided_by <> asked_by),
  check (decided_by <> subject_account_id),
  check ((state in ('approved', 'declined')) = (decided_by is not null)),
  check ((state = 'waiting') = (decided_at is null))
);
create index two_person_act_waiting on two_person_act (commune_id, expires_at) where state = 'waiting';

select tds_global_table('account');
select tds_global_table('device');
select tds_global_table('session');
select tds_global_table('passkey');
select tds_global_table('proof_challenge');
select tds_global_table('recovery_code');
select tds_global_table('enrolment_slip');
select tds_global_table('first_officer_link');
select tds_commune_table('role_grant');
select tds_commune_table('two_person_act');
select tds_audited('account', array['status', 'is_founder', 'must_change_password']);
select tds_audited('passkey', array['account_id', 'device_id']);
select tds_audited('enrolment_slip', array['account_id', 'commune_id', 'purpose', 'made_by']);
select tds_audited('first_officer_link', array['used_by']);
select tds_audited('role_grant', array['account_id', 'role']);
select tds_audited('two_person_act', array['kind', 'state', 'asked_by', 'decided_by']);

-- An account may always read what it is allowed to do, before any commune is chosen.
create policy role_grant_own on role_grant for select to tds_app
  using (account_id = nullif(current_setting('app.account', true), '')::uuid);

-- The guard's one question per request: who holds this token, and what may they do today.
-- Not a security definer: the account's own grants become visible through the policy above, and the
-- setting lasts no longer than the statement's transaction.
create function tds_read_session(token_hash_given bytea, now_given timestamptz, today date)
returns jsonb language plpgsql volatile set search_path = public, pg_temp as $$
declare
  found_session session%rowtype;
  holder        account%rowtype;
  owner_before  text := current_setting('app.account', true);
  answer        jsonb;
begin
  select * into found_session from session s
   where s.token_hash = token_hash_given and s.revoked_at is null and s.expires_at > now_given;
  if not found then
    select * into found_session from session s
     where s.previous_token_hash = token_hash_given and s.previous_until > now_given
       and s.revoked_at is null and s.expires_at > now_given;
  end if;
  if not found then
    return null;
  end if;
  select * into holder from account a where a.id = found_session.account_id and a.status = 'active';
  if not found then
    return null;
  end if;
  perform set_config('app.account', holder.id::text, true);
  select jsonb_build_object(
    'sessionId', found_session.id,
    'deviceId', found_session.device_id,
    'assurance', found_session.assurance,
    'provedAt', found_session.proved_at,
    'grantsDigest', found_session.grants_digest,
    'communeId', found_session.commune_id,
    'createdAt', found_session.created_at,
    'lastSeenAt', found_session.last_seen_at,
    'expiresAt', found_session.expires_at,
    'accountId', holder.id,
    'username', holder.username,
    'displayName', holder.display_name,
    'locale', holder.locale,
    'isFounder', holder.is_founder,
    'mustChangePassword', holder.must_change_password,
    'hasTotp', holder.totp_confirmed_at is not null,
    'hasPasskey', exists (select from passkey p where p.account_id = holder.id and p.device_id is null),
    'grants', coalesce((
      select jsonb_agg(jsonb_build_object(
               'role', g.role, 'communeId', g.commune_id, 'villageId', g.village_id, 'teamId', g.team_id,
               'validFrom', g.valid_from, 'validTo', g.valid_to)
             order by g.commune_id, g.role, g.village_id nulls first, g.team_id nulls first, g.valid_from)
        from role_grant g
       where g.account_id = holder.id and g.valid_from <= today and (g.valid_to is null or g.valid_to >= today)), '[]'))
    into answer;
  perform set_config('app.account', coalesce(owner_before, ''), true);
  return answer;
end
$$;

-- What became of the sessions behind open sockets: who still stands, and which roles they hold today.
create function tds_standing_sessions(session_ids uuid[], now_given timestamptz, today date)
returns jsonb language plpgsql volatile set search_path = public, pg_temp as $$
declare
  owner_before text := current_setting('app.account', true);
  standing     record;
  answer       jsonb := '[]';
begin
  for standing in
    select s.id, s.assurance, s.last_seen_at, a.id as account_id, a.is_founder, a.must_change_password,
           a.totp_confirmed_at is not null
             or exists (select from passkey p where p.account_id = a.id and p.device_id is null) as has_second_factor
      from session s join account a on a.id = s.account_id
     where s.id = any (session_ids) and s.revoked_at is null and s.expires_at > now_given and a.status = 'active'
  loop
    perform set_config('app.account', standing.account_id::text, true);
    answer := answer || jsonb_build_object(
      'sessionId', standing.id, 'accountId', standing.account_id, 'assurance', standing.assurance,
      'lastSeenAt', standing.last_seen_at, 'isFounder', standing.is_founder,
      'mustChangePassword', standing.must_change_password, 'hasSecondFactor', standing.has_second_factor,
      'grants', coalesce((
        select jsonb_agg(jsonb_build_object(
                 'role', g.role, 'communeId', g.commune_id, 'villageId', g.village_id, 'teamId', g.team_id,
                 'validFrom', g.valid_from, 'validTo', g.valid_to))
          from role_grant g
         where g.account_id = standing.account_id and g.valid_from <= today
           and (g.valid_to is null or g.valid_to >= today)), '[]'));
  end loop;
  perform set_config('app.account', coalesce(owner_before, ''), true);
  return answer;
end
$$;

grant execute on function tds_read_session(bytea, timestamptz, date),
                          tds_standing_sessions(uuid[], timestamptz, date) to tds_app;
