import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CapturedOn } from "#app/domain/offline/capture-time.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { OpenedEnvelope } from "./open-envelope.server.ts";

export interface PlacedEnvelope extends OpenedEnvelope {
  readonly placed: CapturedOn;
}

interface EnvelopeAct {
  readonly communeId: number;
  readonly accountId: string;
  readonly now: Date;
}

/**
 * Keeps that an envelope came, with the day it was given. Whoever brings it again, at the same moment or a month
 * later, is answered by the day of the first time; null where its number was used for something else.
 */
export async function keepEnvelope(
  tx: Tx,
  { communeId, accountId, now }: EnvelopeAct,
  { envelope, payloadSha256, placed }: PlacedEnvelope,
): Promise<CapturedOn | null> {
  await tx.$executeRaw`
    insert into claim_envelope (commune_id, claim_id, payload_sha256, key_id, account_id, seq, captured_at, work_date,
                                clock, received_at)
    values (${communeId}, ${envelope.claimId}::uuid, ${payloadSha256}, ${envelope.keyId}::uuid, ${accountId}::uuid,
            ${envelope.seq}, ${envelope.capturedAt}::timestamptz, ${placed.day}::date, ${placed.clock}, ${now})
    on conflict do nothing`;
  const [kept] = await tx.$queryRaw<{ day: LocalDate; clock: CapturedOn["clock"] }[]>`
    select work_date::text as day, clock from claim_envelope
     where commune_id = ${communeId} and claim_id = ${envelope.claimId}::uuid
       and payload_sha256 = ${payloadSha256} and account_id = ${accountId}::uuid`;
  return kept ?? null;
}
