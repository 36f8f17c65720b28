import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { type BadgeRefusal, judgeBadge } from "#app/domain/badges/judge-badge.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findBadgeDraft, isSameContent, storedContent } from "./find-badge-draft.server.ts";
import { findBadges, newestOf } from "./find-badges.server.ts";
import { holdBadges } from "./keep-commune-badges.server.ts";

export type BadgeDeskPlatform = Pick<Platform, "db" | "clock" | "live">;

export interface BadgeChange {
  readonly key: string;
  /** Of the draft the officer had before them; 0 where there was none. */
  readonly revision: number;
  readonly change: (content: BadgeContent) => BadgeContent;
}

/** The draft starts from the newest version and is gone again once nothing differs from it. */
export function changeBadgeDraft(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  { key, revision, change }: BadgeChange,
): Promise<Verdict<null, BadgeRefusal>> {
  const communeId = onlyCommune(scope);
  const { actorId } = scope;
  if (actorId === null) throw new Error("badges are drafted by a person");
  return platform.db.withCommunes(scope, async (tx) => {
    await holdBadges(tx, communeId);
    const newest = await findNewestContent(tx, communeId, key);
    if (!newest) return refused({ code: "badge_not_there" });
    const draft = await findBadgeDraft(tx, communeId, key);
    const changed = change(draft?.content ?? newest);
    if (draft && isSameContent(draft.content, changed)) return allowed(null);
    if (draft?.proposal) return refused({ code: "badge_waits_for_second" });
    if ((draft?.revision ?? 0) !== revision) return refused({ code: "badge_changed_meanwhile" });
    const sound = judgeBadge(changed);
    if (!sound.ok) return sound;
    if (isSameContent(newest, changed)) {
      await tx.badgeDraft.deleteMany({ where: { communeId, key } });
    } else {
      const data = { content: storedContent(changed), changedBy: actorId, changedAt: platform.clock.now() };
      await tx.badgeDraft.upsert({
        where: { communeId_key: { communeId, key } },
        create: { communeId, key, ...data },
        update: { ...data, revision: { increment: 1 } },
      });
    }
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

export async function findNewestContent(
  tx: Tx,
  communeId: number,
  key: string,
): Promise<BadgeContent | null> {
  const badge = (await findBadges(tx, communeId)).find((each) => each.key === key);
  return badge ? newestOf(badge).content : null;
}
