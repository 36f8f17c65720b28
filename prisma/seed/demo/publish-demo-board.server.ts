import { makeId } from "#app/domain/ids.ts";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** One in three said no, or was not asked. */
const AGREE_OF_THREE = 2;

/** The fictional commune shows its board to everybody, with the names of those who agreed. Done once. */
export async function publishDemoBoard(platform: Platform, communeId: number): Promise<void> {
  const system: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const { members, officer, isDone } = await platform.db.withCommunes(system, async (tx) => ({
    members: await tx.member.findMany({
      where: { communeId, erasedAt: null },
      orderBy: { id: "asc" },
      select: { id: true },
    }),
    officer: await tx.commune.findUniqueOrThrow({ where: { id: communeId }, select: { foundedBy: true } }),
    isDone: (await tx.boardPublication.count({ where: { communeId } })) > 0,
  }));
  if (isDone) return;
  const scope = { ...system, actorId: officer.foundedBy };
  const now = platform.clock.now().getTime();
  for (const [index, { id: memberId }] of members.entries()) {
    if (index % 3 >= AGREE_OF_THREE) continue;
    await giveConsent(platform, scope, {
      id: makeId(now, platform.random.bytes(10)),
      memberId,
      purpose: "public_full_name",
      channel: "paper",
      textVersion: CONSENT_TEXT_VERSION,
    });
  }
  await setPublication(platform, scope, { isPublic: true, seenRevision: 0 });
}
