-- Where a member lives decides who may not verify whom: who set it, and when, stands in the audit log.
select tds_audited('member', array['account_id', 'household_id', 'erased_at']);
create index member_household on member (commune_id, household_id) where household_id is not null;
