import type { Grant } from "#app/domain/access/actor.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { issueYearPaper } from "#app/features/year-papers/issue-year-paper.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

const KINDS: readonly YearPaperKind[] = ["villages", "submission", "minutes"];

/** Papers of every locked review of the fictional commune that has what they are drawn up from. */
export async function loadDemoPapers(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  for (const reviewId of demo.reviews) {
    for (const kind of KINDS) {
      const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
      // A paper that still waits for something is not there, as in life.
      await inRoster(demo.office, "seed.demo", async (tx, act) => {
        const answer = await issueYearPaper(tx, act, { reviewId, kind, proposalId: null }, { id });
        return answer ?? { ok: false as const };
      });
    }
  }
}

async function findDemo(platform: Platform, communeId: number) {
  const today = localDateAt(platform.clock.now().getTime());
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.yearPaper.count({ where: { communeId } })) > 0) return null;
    const reviews = await tx.review.findMany({
      where: { communeId, state: { in: ["locked", "published"] } },
      select: { id: true },
    });
    const grants = await tx.$queryRaw<(Grant & { accountId: string })[]>`
      select account_id as "accountId", role, commune_id as "communeId", village_id as "villageId", team_id as "teamId",
             valid_from::text as "validFrom", valid_to::text as "validTo"
        from role_grant where commune_id = ${communeId} and ended_at is null and role = 'office' order by account_id`;
    const [office] = grants;
    if (!office) return null;
    return {
      office: callerOf(platform, communeId, office.accountId, today, grants),
      reviews: reviews.map(({ id }) => id),
    };
  });
}
