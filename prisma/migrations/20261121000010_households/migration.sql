-- Households away for long: the village's team proposes, the office confirms. Names of person slots: who wrote
-- one may read it, and the phone that made one may send it again.

alter table household
  -- What is proposed: away for long, or back again. Null while nothing waits for the office.
  add column absence_proposed     boolean,
  add column absence_proposed_by  uuid references account (id),
  add column absence_proposed_at  timestamptz,
  add column absence_decided_by   uuid references account (id),
  add column absence_decided_at   timestamptz,
  add check ((absence_proposed is null) = (absence_proposed_by is null)),
  add check ((absence_proposed is null) = (absence_proposed_at is null)),
  add check (absence_decided_by is null or absence_decided_at is not null);

alter table person_slot
  -- The name the asker gave it before sending: sending twice makes one slot.
  add column client_id    uuid,
  add column labelled_by  uuid references account (id),
  add column labelled_at  timestamptz,
  add check (labelled_by is null or label is not null);
create unique index person_slot_client on person_slot (commune_id, client_id);

-- The village's list as people walk it, whoever asks.
create index household_village on household (commune_id, village_id);

select tds_audited('household', array['village_id', 'adults', 'is_long_absent', 'absence_proposed', 'valid_to']);
select tds_audited('person_slot', array['household_id', 'slot', 'labelled_by']);
select tds_audited('carried_over_figure', array['village_id', 'period', 'metric', 'value', 'source']);
