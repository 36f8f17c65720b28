import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { BoardCaller } from "#app/features/boards/board-caller.ts";
import { giveThanks } from "#app/features/boards/give-thanks.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

const THANKED = 18;
const GIVERS = 5;

/** A few people of the demonstration thanked others for their newest work; a second start adds nothing. */
export async function loadDemoThanks(platform: Platform, communeId: number): Promise<void> {
  const found = await findThankable(platform, communeId);
  if (found === null) return;
  for (const [index, claimId] of found.claims.entries()) {
    for (const accountId of found.givers.filter((_, giver) => (index + giver) % GIVERS < 2)) {
      await giveThanks(callerOf(platform, communeId, accountId), claimId, true);
    }
  }
}

function callerOf(platform: Platform, communeId: number, accountId: string): BoardCaller {
  const now = platform.clock.now();
  return {
    platform,
    communeId,
    now,
    today: localDateAt(now.getTime()),
    person: { accountId } as BoardCaller["person"],
    actor: { accountId } as BoardCaller["actor"],
    scope: (verb) => ({ actorId: accountId, verb, requestId: "demo", communes: [communeId] }),
  };
}

function findThankable(
  platform: Platform,
  communeId: number,
): Promise<{ readonly claims: string[]; readonly givers: string[] } | null> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.thanks.count({ where: { communeId } })) > 0) return null;
    const claims = await tx.claim.findMany({
      where: { communeId, state: "verified" },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      take: THANKED,
      select: { id: true },
    });
    const givers = await tx.$queryRaw<{ id: string }[]>`
      select m.account_id::text as id from member m
       where m.commune_id = ${communeId} and m.account_id is not null order by m.full_name, m.id limit ${GIVERS}`;
    return { claims: claims.map(({ id }) => id), givers: givers.map(({ id }) => id) };
  });
}
