import { makeId } from "#app/domain/ids.ts";
import { judgeEndpoint, type PushRefusal } from "#app/domain/notices/push-endpoint.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** Where and under which keys a browser is called. */
export interface PushLine {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** More phones than anybody carries; the oldest goes. */
const MOST_LINES = 8;

export function sealPurpose(communeId: number): string {
  return `commune:${communeId}:push-line`;
}

export function fingerprintEndpoint(
  keys: KeyRing,
  communeId: number,
  endpoint: string,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(keys.fingerprint(`${sealPurpose(communeId)}:endpoint`, endpoint), "hex"));
}

/** Calls this browser from now on; the same one again changes its keys and its owner, for phones change hands. */
export async function keepPushLine(caller: Caller, line: PushLine): Promise<Verdict<null, PushRefusal>> {
  const { platform, communeId, person, now } = caller;
  const endpoint = judgeEndpoint(line.endpoint);
  if (!endpoint.ok) return endpoint;
  if (communeId === null) return allowed(null);
  const { keys, random } = platform;
  const sealed = keys.seal(sealPurpose(communeId), JSON.stringify({ ...line, endpoint: endpoint.value }));
  const name = fingerprintEndpoint(keys, communeId, endpoint.value);
  const id = makeId(now.getTime(), random.bytes(10));
  await platform.db.withCommunes(caller.scope("notices.keep-push-line"), async (tx) => {
    await tx.$executeRaw`
      insert into notice_reader (commune_id, account_id) values (${communeId}, ${person.accountId}::uuid)
      on conflict do nothing`;
    await tx.$executeRaw`
      insert into push_line (commune_id, id, account_id, endpoint_hmac, sealed, made_at, called_until)
      values (${communeId}, ${id}::uuid, ${person.accountId}::uuid, ${name}, ${sealed}, ${now}, ${now})
      on conflict (commune_id, endpoint_hmac) do update
         set account_id = excluded.account_id, sealed = excluded.sealed, failures = 0,
             called_until = greatest(push_line.called_until, excluded.called_until)`;
    await tx.$executeRaw`
      delete from push_line where commune_id = ${communeId} and id in (
        select id from push_line where commune_id = ${communeId} and account_id = ${person.accountId}::uuid
         order by made_at desc, id desc offset ${MOST_LINES})`;
  });
  return allowed(null);
}

/** Never again calls this browser for this person. */
export async function endPushLine(caller: Caller, endpoint: string): Promise<void> {
  const { platform, communeId, person } = caller;
  if (communeId === null) return;
  const name = fingerprintEndpoint(platform.keys, communeId, endpoint);
  await platform.db.withCommunes(
    caller.scope("notices.end-push-line"),
    (tx) => tx.$executeRaw`
      delete from push_line
       where commune_id = ${communeId} and account_id = ${person.accountId}::uuid and endpoint_hmac = ${name}`,
  );
}
