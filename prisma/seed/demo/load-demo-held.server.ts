import { createHash } from "node:crypto";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { HoldReason } from "#app/domain/offline/envelope.ts";
import { holdClaims } from "#app/features/envelopes/hold-claims.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** Why each of them waits, and how many days ago the work was. */
const WAITING: readonly { readonly reason: HoldReason; readonly daysAgo: number; readonly note: string }[] = [
  { reason: "month_closed", daysAgo: 50, note: "Ghi ở bản xa, máy hết pin, hôm nay mới có mạng." },
  { reason: "clock_unsure", daysAgo: 3, note: "Hướng dẫn tại nhà, buổi tối." },
  { reason: "phone_revoked", daysAgo: 5, note: "Ghi trước hôm báo mất máy." },
];

interface Pattern {
  readonly accountId: string;
  readonly content: ClaimContent;
}

/** T15: phones of three members brought work that somebody looks at first; a second start adds nothing. */
export async function loadDemoHeld(platform: Platform, communeId: number): Promise<void> {
  const now = platform.clock.now();
  const scopeFor = (actorId: string | null, verb: string): CommuneScope => ({
    actorId,
    verb,
    requestId: "demo",
    communes: [communeId],
  });
  const patterns = await findPatterns(platform, scopeFor(null, "seed.demo"), communeId);
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  for (const [index, { reason, daysAgo, note }] of WAITING.entries()) {
    const pattern = patterns[index];
    if (!pattern) return;
    const { accountId, content } = pattern;
    const id = newId();
    const workDate = addDays(localDateAt(now.getTime()), -daysAgo);
    await holdClaims(
      {
        platform,
        now,
        person: { accountId },
        session: { deviceId: newId() },
        scope: (verb) => scopeFor(accountId, verb),
      },
      [
        {
          id,
          reason,
          content: { ...content, workDate, note, photos: [], helpers: [] },
          payloadSha256: createHash("sha256").update(id).digest(),
          capturedAt: new Date(now.getTime() - daysAgo * 24 * 3_600_000).toISOString(),
        },
      ],
    );
  }
}

/** Work as these members usually do it; none where some waits already. */
function findPatterns(platform: Platform, scope: CommuneScope, communeId: number): Promise<Pattern[]> {
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.heldClaim.count({ where: { communeId } })) > 0) return [];
    // Of the first teams: there is the leader whom visitors of the demonstration sign in as.
    return tx.$queryRaw<Pattern[]>`
      select "accountId", content from (
      select distinct on (m.account_id) m.account_id::text as "accountId", r.content, c.team_id
        from claim c
        join member m on m.commune_id = c.commune_id and m.id = c.member_id and m.account_id = c.entered_by
        join claim_revision r on r.commune_id = c.commune_id and r.claim_id = c.id and r.revision = c.revision
       where c.commune_id = ${communeId} and c.activity_key = 'online-public-service' and c.state = 'verified'
       order by m.account_id, c.work_date desc, c.id) usual
       order by team_id, "accountId" limit ${WAITING.length}`;
  });
}
