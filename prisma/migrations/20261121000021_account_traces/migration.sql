-- A printed code that opened an account is told afterwards, and so is a phone that was forgotten.
select tds_audited('recovery_code', array['account_id', 'used_at']);
-- The chain is told of those that are there already.
update recovery_code set used_at = used_at;

-- Devices are seen at every visit; only the end of one is worth a line in the chain.
create function tds_audit_device_end() returns trigger
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
set timezone = 'UTC' set bytea_output = 'hex' set intervalstyle = 'postgres' set extra_float_digits = 1
as $$
begin
  perform tds_append_audit(0, 'device', 'update', jsonb_build_array(
    tds_audit_entry(to_jsonb(old), to_jsonb(new), array['id'], array['account_id', 'revoked_at'])));
  return null;
end $$;
revoke execute on function tds_audit_device_end() from public;
create trigger audit_end after update of revoked_at on device
  for each row when (old.revoked_at is distinct from new.revoked_at) execute function tds_audit_device_end();
