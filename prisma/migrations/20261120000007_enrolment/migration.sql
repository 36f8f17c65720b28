-- What slips and unlocked phones need beyond the accounts themselves.

alter table enrolment_slip
  -- HMAC of the code printed under the picture, for whoever types it. The key is kept outside the database.
  add column code_fingerprint text not null unique,
  -- A slip that two persons opened together, and the only kind that also ends the old second factor.
  add column act_id uuid unique,
  add check (act_id is null or purpose = 'reset');

alter table two_person_act add unique (commune_id, id);
alter table enrolment_slip add foreign key (commune_id, act_id) references two_person_act (commune_id, id);

-- A new slip takes the place of the one before it: whoever found the old one in a drawer has nothing.
create unique index enrolment_slip_open on enrolment_slip (account_id) where used_at is null and revoked_at is null;

alter table device
  -- When the last wrong PIN was typed: the pause before the next try counts from here.
  add column pin_failed_at timestamptz,
  add check (pin_failures <= 10),
  add check (pin_failures = 0 or pin_failed_at is not null);
