import { DEPUTY_AFTER_MS, OFFICE_AFTER_MS } from "#app/domain/verification/may-verify.ts";
import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export type EscalatingPlatform = Pick<Platform, "db" | "live" | "log">;

const STAGES = [
  { stage: "deputy", afterMs: DEPUTY_AFTER_MS },
  { stage: "office", afterMs: OFFICE_AFTER_MS },
] as const;
const BATCH = 500;

/**
 * Tells the pages of a commune that claims have waited 72 hours or five days. Who may decide them follows from the
 * time alone (may-verify.ts); nothing is verified, returned or rejected here, however long it waited.
 */
export async function escalateClaims(
  platform: EscalatingPlatform,
  communeId: number,
  now: Date,
): Promise<number> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "verification.escalate-claims",
    requestId: `escalate-${now.toISOString()}`,
    communes: [communeId],
  };
  let told = 0;
  for (const { stage, afterMs } of STAGES) {
    const before = new Date(now.getTime() - afterMs);
    for (;;) {
      const count = await platform.db.withCommunes(scope, async (tx) => {
        const raised = await raise(tx, communeId, stage, before, now);
        if (raised > 0) await platform.live.touch(tx, `commune:${communeId}`);
        return raised;
      });
      told += count;
      if (count < BATCH) break;
    }
  }
  return told;
}

/** Keyed by claim, hand-in and stage: a run that comes twice or dies half way tells nothing twice. */
function raise(tx: Tx, communeId: number, stage: string, before: Date, now: Date): Promise<number> {
  return tx.$executeRaw`
    insert into claim_escalation (commune_id, claim_id, submitted_at, stage, raised_at)
    select c.commune_id, c.id, c.submitted_at, ${stage}, ${now}
      from claim c
     where c.commune_id = ${communeId} and c.state = 'submitted' and c.submitted_at <= ${before}
       and not exists (
         select from claim_escalation e
          where e.commune_id = c.commune_id and e.claim_id = c.id and e.submitted_at = c.submitted_at
            and e.stage = ${stage})
     order by c.submitted_at, c.id limit ${BATCH}
    on conflict do nothing`;
}

export function escalateAllClaims(
  platform: EscalatingPlatform,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const failed = "waiting claims of a commune could not be passed on";
  return inEachCommune(platform, { failed, signal }, async (id) => {
    const told = await escalateClaims(platform, id, now);
    if (told > 0) platform.log.info({ commune: id, told }, "claims waited too long and were passed on");
  });
}
