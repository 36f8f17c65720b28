import { makeRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";

/** A poster for every village that has none. */
export function makePosters(caller: Caller): Promise<Verdict<null, never>> {
  return inRoster(caller, "help.make-posters", async (tx, { communeId, actorId, now, newId }) => {
    const standing = await tx.helpPoster.findMany({
      where: { communeId, endedAt: null },
      select: { villageId: true },
    });
    const have = new Set(standing.map(({ villageId }) => villageId));
    const villages = (await findVillages(tx, communeId)).filter(({ id }) => !have.has(id));
    await tx.helpPoster.createMany({
      data: villages.map(({ id }) => ({
        communeId,
        id: newId(),
        villageId: id,
        code: makeRecoveryCode(caller.platform.random.bytes(12)),
        madeBy: actorId,
        madeAt: now,
      })),
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

/**
 * Another code for a village whose poster is misused: the old paper opens nothing from now on. The new poster's id is
 * made before it is sent, so that a second tap does not kill the paper that the first one made.
 */
export function renewPoster(
  caller: Caller,
  { villageId, id }: { readonly villageId: number; readonly id: string },
): Promise<Verdict<null, { readonly code: "not_permitted" }>> {
  return inRoster(caller, "help.renew-poster", async (tx, { communeId, actorId, now }) => {
    const isMade = async () => (await tx.helpPoster.count({ where: { communeId, id, villageId } })) > 0;
    if (await isMade()) return allowed(null);
    const { count } = await tx.helpPoster.updateMany({
      where: { communeId, villageId, endedAt: null },
      data: { endedAt: now },
    });
    // Whoever waited here for the same sending finds its work done.
    if (count === 0) return (await isMade()) ? allowed(null) : refused({ code: "not_permitted" });
    const code = makeRecoveryCode(caller.platform.random.bytes(12));
    await tx.helpPoster.createMany({
      data: [{ communeId, id, villageId, code, madeBy: actorId, madeAt: now }],
    });
    return allowed(null);
  });
}
