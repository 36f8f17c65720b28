import type { CallSettings } from "#app/domain/notices/call.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Everything up to this moment was looked at. Never goes back, whichever of two tabs is slower. */
export async function markNoticesSeen(caller: Caller, until: Date): Promise<void> {
  const { platform, communeId, person, now } = caller;
  if (communeId === null) return;
  const seen = until > now ? now : until;
  await platform.db.withCommunes(caller.scope("notices.mark-seen"), async (tx) => {
    await tx.$executeRaw`
      insert into notice_reader (commune_id, account_id, seen_until) values (${communeId}, ${person.accountId}::uuid, ${seen})
      on conflict (commune_id, account_id) do update set seen_until = excluded.seen_until
       where notice_reader.seen_until < excluded.seen_until`;
    await platform.live.touch(tx, `account:${person.accountId}`);
  });
}

/** When and for what this person's phone may be called. */
export async function chooseCalls(caller: Caller, settings: CallSettings): Promise<void> {
  const { platform, communeId, person } = caller;
  if (communeId === null) return;
  const { kindsOff, quietFrom, quietUntil, digestAt } = settings;
  await platform.db.withCommunes(
    caller.scope("notices.choose-calls"),
    (tx) => tx.$executeRaw`
      insert into notice_reader (commune_id, account_id, kinds_off, quiet_from, quiet_until, digest_at)
      values (${communeId}, ${person.accountId}::uuid, ${[...kindsOff]}::text[], ${quietFrom}, ${quietUntil}, ${digestAt})
      on conflict (commune_id, account_id) do update
         set kinds_off = excluded.kinds_off, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
             digest_at = excluded.digest_at, revision = notice_reader.revision + 1`,
  );
}
