-- Claims that waited too long: from then on the deputy sees them, later the official in charge and the office.
-- A row says that this was told, once for each time the claim was handed in; nothing is decided by it.
create table claim_escalation (
  commune_id    integer not null,
  claim_id      uuid not null,
  -- Which waiting it was: a claim that was sent back and handed in again begins anew.
  submitted_at  timestamptz not null,
  stage         text not null check (stage in ('deputy', 'office')),
  raised_at     timestamptz not null,
  primary key (commune_id, claim_id, submitted_at, stage),
  foreign key (commune_id, claim_id) references claim (commune_id, id)
);

-- What was decided in the last weeks, by whom: the office's figures on verifying.
create index claim_decision_at on claim_decision (commune_id, decided_at);

select tds_append_only('claim_escalation');
