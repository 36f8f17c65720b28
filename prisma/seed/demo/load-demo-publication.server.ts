import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { makeUnionExport } from "#app/features/union-exports/make-union-export.server.ts";
import { publishReview } from "#app/features/year-publication/publish-review.server.ts";
import { recordPosting } from "#app/features/year-publication/record-posting.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

const EXPORT_DAYS = 180;

/**
 * The middle of the year is public and hangs where people come; most of the Youth Union agreed that their results go to
 * the union, and once they went.
 */
export async function loadDemoPublication(platform: Platform, communeId: number): Promise<void> {
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const { locked, officer, exports } = await platform.db.withCommunes(scope, async (tx) => ({
    locked: await tx.review.findFirst({
      where: { communeId, kind: "mid", state: "locked" },
      select: { id: true },
    }),
    officer: await tx.account.findFirst({ where: { username: "van.phong" }, select: { id: true } }),
    exports: await tx.unionExport.count({ where: { communeId } }),
  }));
  if (!officer) return;
  const today = localDateAt(platform.clock.now().getTime());
  const as = callerOf(platform, communeId, officer.id, today, []);
  if (locked) {
    await publishReview(as, {
      reviewId: locked.id,
      document: "27/TB-UBND",
      decidedOn: today,
      isRead: true,
    });
    for (const place of ["headquarters", "culture_houses", "radio"] as const)
      await recordPosting(as, locked.id, { place, firstDay: today, lastDay: null });
  }
  if (exports > 0) return;
  await agreeToUnionExport(platform, communeId, officer.id);
  await makeUnionExport(as, {
    id: makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
    union: "youth_union",
    from: addDays(today, -EXPORT_DAYS),
    to: today,
  });
}

/** On paper, at a meeting of the cell: two of three signed. */
async function agreeToUnionExport(platform: Platform, communeId: number, officerId: string): Promise<void> {
  const now = platform.clock.now();
  const scope = { actorId: officerId, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  await platform.db.withCommunes(scope, async (tx) => {
    const members = await tx.$queryRaw<{ id: string }[]>`
      select m.id from member m
       where m.commune_id = ${communeId} and m.erased_at is null
         and exists (select from affiliation f where f.commune_id = m.commune_id and f.member_id = m.id
                       and f.kind = 'youth_union' and f.valid_to is null)
         and not exists (select from consent c where c.commune_id = m.commune_id and c.member_id = m.id
                           and c.purpose = 'union_export')
       order by m.id`;
    await tx.consent.createMany({
      data: members
        .filter((_, index) => index % 3 !== 2)
        .map(({ id }) => ({
          communeId,
          id: makeId(now.getTime(), platform.random.bytes(10)),
          memberId: id,
          purpose: "union_export",
          textVersion: CONSENT_TEXT_VERSION,
          channel: "paper",
          givenAt: now,
          recordedBy: officerId,
        })),
    });
  });
}
