import { dueCalls } from "#app/domain/notices/call.ts";
import type { Notice } from "#app/domain/notices/notice.ts";
import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findNotices } from "./find-events.server.ts";
import { pushKeyOf } from "./push-key.server.ts";
import { type PushLine, sealPurpose } from "./push-lines.server.ts";
import { findReader } from "./read-notices.server.ts";
import type { CallText, SendCall } from "./send-call.server.ts";

export type CallingPlatform = Pick<Platform, "db" | "keys" | "config" | "log">;

/** A decision of this second may not be committed yet; it is called about with the next round. */
const SETTLE_MS = 15_000;
const MOST_FAILURES = 5;
const BATCH = 200;

interface LineRow {
  readonly id: string;
  readonly accountId: string;
  readonly sealed: Uint8Array;
  readonly calledUntil: Date;
}

/**
 * Calls the phones of one commune about what is due. A line is marked before it is called: a run that dies calls about
 * something not at all rather than twice, and the page of notices has it in any case.
 */
export async function callPhones(
  platform: CallingPlatform,
  communeId: number,
  now: Date,
  words: (notices: readonly Notice[]) => CallText,
  send: SendCall,
): Promise<number> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "notices.call-phones",
    requestId: `call-${now.toISOString()}`,
    communes: [communeId],
  };
  const settled = new Date(now.getTime() - SETTLE_MS);
  const key = pushKeyOf(platform);
  const calls = await takeCalls(platform, scope, communeId, settled);
  for (const { id, line, notices } of calls) {
    const outcome = await send(line, words(notices), key);
    if (outcome !== "sent") await noteFailure(platform, scope, communeId, id, outcome === "gone");
  }
  return calls.length;
}

/** What is due for each line, marked as called about. */
function takeCalls({ db, keys }: CallingPlatform, scope: CommuneScope, communeId: number, until: Date) {
  return db.withCommunes(scope, async (tx) => {
    const lines = await tx.$queryRaw<LineRow[]>`
      select p.id, p.account_id as "accountId", p.sealed, p.called_until as "calledUntil"
        from push_line p join account a on a.id = p.account_id and a.status = 'active'
       where p.commune_id = ${communeId} and p.called_until < ${until}
       order by p.called_until, p.id limit ${BATCH} for update of p skip locked`;
    const calls: { id: string; line: PushLine; notices: Notice[] }[] = [];
    for (const { id, accountId, sealed, calledUntil } of lines) {
      const settings = await findReader(tx, communeId, accountId);
      const member = await findOwnMember(tx, communeId, accountId);
      const reader = { communeId, accountId, memberId: member?.id ?? null };
      const notices = dueCalls(
        await findNotices(tx, reader, calledUntil),
        settings,
        calledUntil.getTime(),
        until.getTime(),
      );
      if (notices.length === 0) continue;
      await tx.$executeRaw`
        update push_line set called_until = ${until} where commune_id = ${communeId} and id = ${id}::uuid`;
      calls.push({
        id,
        line: JSON.parse(keys.open(sealPurpose(communeId), sealed)) as PushLine,
        notices,
      });
    }
    return calls;
  });
}

function noteFailure(
  { db }: CallingPlatform,
  scope: CommuneScope,
  communeId: number,
  id: string,
  isGone: boolean,
) {
  return db.withCommunes(scope, (tx) =>
    isGone
      ? tx.$executeRaw`delete from push_line where commune_id = ${communeId} and id = ${id}::uuid`
      : tx.$executeRaw`
            with counted as (
              update push_line set failures = failures + 1
               where commune_id = ${communeId} and id = ${id}::uuid and failures < ${MOST_FAILURES} - 1 returning id)
            delete from push_line where commune_id = ${communeId} and id = ${id}::uuid
               and not exists (select from counted)`,
  );
}

export function callAllPhones(
  platform: CallingPlatform,
  now: Date,
  words: (notices: readonly Notice[]) => CallText,
  send: SendCall,
  signal: AbortSignal,
): Promise<void> {
  const failed = "the phones of a commune could not be called";
  return inEachCommune(platform, { failed, signal }, async (id) => {
    await callPhones(platform, id, now, words, send);
  });
}
