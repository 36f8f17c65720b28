import type { Tx } from "#app/platform/db/database.ts";
import { commitAudit, type DrawingPlatform } from "./commit-audit.server.ts";

/** Every month that takes work has its promise, whoever opened it: late work opens months too. */
export async function commitOpenMonths(
  platform: DrawingPlatform,
  tx: Tx,
  communeId: number,
  now: Date,
): Promise<void> {
  const months = await tx.$queryRaw<{ id: number }[]>`
    select m.id from month m
     where m.commune_id = ${communeId} and m.state in ('open', 'grace')
       and not exists (select from audit_draw d where d.commune_id = m.commune_id and d.month_id = m.id)
     order by m.id`;
  for (const { id } of months) await commitAudit(platform, tx, communeId, id, now);
}
