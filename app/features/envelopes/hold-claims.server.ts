import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { DoorHousehold } from "#app/domain/households/door-household.ts";
import type { HeldNote, HeldState, HoldReason } from "#app/domain/offline/envelope.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** The record, and the households it names that nobody has put on the list yet. */
export type HeldContent = ClaimContent & { readonly households?: readonly DoorHousehold[] };

export interface ClaimToHold {
  readonly id: string;
  readonly reason: HoldReason;
  readonly content: HeldContent;
  readonly payloadSha256: Buffer;
  readonly capturedAt: string;
}

export interface HeldRow extends HeldNote {
  readonly id: string;
  readonly payloadSha256: Uint8Array;
}

/** What of these waits already, or waited and was decided, by the record's name. */
export async function findHeld(
  tx: Tx,
  communeId: number,
  accountId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldRow>> {
  const rows = await tx.heldClaim.findMany({
    where: { communeId, accountId, id: { in: [...ids] } },
    select: { id: true, reason: true, state: true, why: true, payloadSha256: true },
  });
  return new Map(
    rows.map((row) => [row.id, { ...row, reason: row.reason as HoldReason, state: row.state as HeldState }]),
  );
}

export type HoldCaller = Pick<Caller, "platform" | "now" | "scope"> & {
  readonly person: Pick<Caller["person"], "accountId">;
  readonly session: Pick<Caller["session"], "deviceId">;
};

/** Puts records aside for a person's look. False for whoever is on no roster: their work has no place to wait. */
export async function holdClaims(caller: HoldCaller, held: readonly ClaimToHold[]): Promise<boolean> {
  if (held.length === 0) return true;
  const { platform, person, session, now } = caller;
  const scope = caller.scope("envelopes.hold");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const member = await tx.member.findFirst({
      where: { communeId, accountId: person.accountId },
      select: { id: true },
    });
    if (!member) return false;
    for (const { id, reason, content, payloadSha256, capturedAt } of held) {
      await tx.$executeRaw`
        insert into held_claim (commune_id, id, reason, member_id, team_id, account_id, device_id, content, work_date,
                                payload_sha256, captured_at, received_at)
        values (${communeId}, ${id}::uuid, ${reason}, ${member.id}::uuid,
                (select t.id from membership s join team t on t.commune_id = s.commune_id and t.id = s.team_id
                  where s.commune_id = ${communeId} and s.member_id = ${member.id}::uuid
                    and s.valid_from <= ${content.workDate}::date
                    and (s.valid_to is null or s.valid_to >= ${content.workDate}::date)
                  order by (t.village_id is null), s.valid_from, t.id limit 1),
                ${person.accountId}::uuid, ${session.deviceId}::uuid, ${JSON.stringify(content)}::jsonb,
                ${content.workDate}::date, ${payloadSha256}, ${capturedAt}::timestamptz, ${now})
        on conflict do nothing`;
    }
    await platform.live.touch(tx, `commune:${communeId}`);
    return true;
  });
}
