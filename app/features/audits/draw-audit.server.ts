import { createHash } from "node:crypto";
import {
  DEADLINE_MS,
  type DrawableClaim,
  drawClaims,
  type Quotas,
  quotaOf,
} from "#app/domain/audits/draw.ts";
import { findOddPairs, type PairedDecision } from "#app/domain/audits/odd-pairs.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { commitAudit, type DrawingPlatform, newSecret } from "./commit-audit.server.ts";
import { openSecret } from "./seal-secret.server.ts";

const hashText = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Draws the second looks of a month whose figures have just frozen, and tells the secret. Everything the draw hangs on
 * was fixed before: the secret when the month opened, the claims by the freeze. Drawing twice keeps the first.
 */
export async function drawAudit(
  platform: DrawingPlatform,
  tx: Tx,
  communeId: number,
  monthId: number,
  now: Date,
): Promise<void> {
  await commitAudit(platform, tx, communeId, monthId, now);
  const draw = await tx.auditDraw.findUniqueOrThrow({
    where: { communeId_monthId: { communeId, monthId } },
    select: { id: true, drawnAt: true, perVillage: true, sealedSecret: true, commitment: true },
  });
  const { sealedSecret, commitment } = draw;
  if (draw.drawnAt !== null || sealedSecret === null) return;
  const secret =
    openSecret(platform.keys, communeId, { sealedSecret, commitment }) ??
    (await promiseAnew(platform, tx, communeId, draw.id, now));
  const claims = await findDrawable(tx, communeId, monthId);
  const quotas = await findQuotas(tx, communeId, monthId, draw.perVillage);
  const { root, items } = drawClaims(Buffer.from(secret).toString("hex"), claims, quotas, hashText);
  const villages = new Map(claims.map(({ id, villageId }) => [id, villageId]));
  await tx.auditItem.createMany({
    data: items.map(({ claimId, reason }, position) => ({
      communeId,
      drawId: draw.id,
      claimId,
      villageId: villages.get(claimId) ?? null,
      position,
      reason,
    })),
  });
  await tx.auditDraw.update({
    where: { communeId_id: { communeId, id: draw.id } },
    data: {
      secret,
      sealedSecret: null,
      claimsSha256: new Uint8Array(Buffer.from(root, "hex")),
      claimCount: claims.length,
      drawnAt: now,
    },
    select: { id: true },
  });
}

/** A house restored without its key cannot keep its promise. The month closes all the same, and the new date shows. */
async function promiseAnew(platform: DrawingPlatform, tx: Tx, communeId: number, id: string, now: Date) {
  const { secret, ...promise } = newSecret(platform, communeId, now);
  await tx.auditDraw.update({
    where: { communeId_id: { communeId, id } },
    data: promise,
    select: { id: true },
  });
  return secret;
}

interface ClaimRow extends PairedDecision {
  readonly id: string;
  readonly villageId: number | null;
  readonly isLate: boolean;
}

/** What counts in the month, with what its two people did when; late by the house's clock, never the phone's. */
async function findDrawable(tx: Tx, communeId: number, monthId: number): Promise<DrawableClaim[]> {
  const rows = await tx.$queryRaw<ClaimRow[]>`
    select c.id, c.id as "claimId", c.village_id as "villageId", c.member_id as claimant, d.decided_by as verifier,
           m.account_id as "claimantAccount",
           (extract(epoch from c.submitted_at) * 1000)::float8 as "submittedAt",
           (extract(epoch from d.decided_at) * 1000)::float8 as "decidedAt",
           c.received_at >= mo.grace_ends_at - make_interval(secs => ${DEADLINE_MS / 1000}) as "isLate"
      from claim c
      join month mo on mo.commune_id = c.commune_id and mo.id = c.month_id
      join claim_decision d on d.commune_id = c.commune_id and d.id = c.decision_id
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
     where c.commune_id = ${communeId} and c.month_id = ${monthId} and c.state = 'verified'`;
  const odd = new Set(findOddPairs(rows).map(({ key }) => key));
  return rows.map(({ id, villageId, isLate, claimant, verifier }) => {
    const key = `${claimant}/${verifier}`;
    return { id, villageId, isLate, pair: odd.has(key) ? key : null };
  });
}

async function findQuotas(tx: Tx, communeId: number, month: number, perYear: number): Promise<Quotas> {
  const january = Math.floor(month / 100) * 100 + 1;
  const first = await tx.auditDraw.findFirst({
    where: { communeId, monthId: { gte: january, lte: month } },
    orderBy: { monthId: "asc" },
    select: { monthId: true },
  });
  const rows = await tx.$queryRaw<{ villageId: number | null; count: number }[]>`
    select i.village_id as "villageId", count(*)::int as count
      from audit_item i
      join audit_draw d on d.commune_id = i.commune_id and d.id = i.draw_id
     where i.commune_id = ${communeId} and i.reason = 'lot' and d.month_id between ${january} and ${month - 1}
     group by i.village_id`;
  const drawn = new Map(rows.map(({ villageId, count }) => [villageId, count]));
  const firstMonth = first?.monthId ?? month;
  return (villageId) => quotaOf({ month, firstMonth, drawnBefore: drawn.get(villageId) ?? 0 }, perYear);
}
