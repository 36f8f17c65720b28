/**
 * The tables of the whole house: no commune's wall stands before them, so each is read by key only. A table in
 * neither this list nor behind a commune's wall stops the start.
 */
export const GLOBAL_TABLES: readonly string[] = [
  "account",
  "commune_merger",
  "device",
  "device_key",
  "enrolment_slip",
  "first_officer_link",
  "live_topic",
  "outbox",
  "outbox_key",
  "passkey",
  "proof_challenge",
  "recovery_code",
  "schedule_run",
  "session",
  "socket_io_attachments",
  "throttle",
  "upper_unit",
];

/** Tables that belong to the machinery of the database itself. */
export const SYSTEM_TABLES: readonly string[] = ["_prisma_migrations", "tds_wall"];
