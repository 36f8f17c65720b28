import { type BadgeRefusal, judgeBadge, judgeBadgePublisher } from "#app/domain/badges/judge-badge.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import { type BadgeDeskPlatform, findNewestContent } from "./change-badge-draft.server.ts";
import { findBadgeDraft, isSameContent, storedContent } from "./find-badge-draft.server.ts";
import { findBadges, newestOf } from "./find-badges.server.ts";
import { askWholeRound, holdBadges } from "./keep-commune-badges.server.ts";

/** A draft as somebody read it. */
export interface ReadDraft {
  readonly key: string;
  readonly revision: number;
}

/** The first of two persons: the draft stands still from here until it is published or taken back. */
export function proposeBadge(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  { key, revision, note }: ReadDraft & { readonly note: string | null },
): Promise<Verdict<null, BadgeRefusal>> {
  return atDesk(platform, scope, async (tx, communeId) => {
    const draft = await findBadgeDraft(tx, communeId, key);
    if (!draft) return refused({ code: "badge_nothing_drafted" });
    if (draft.proposal)
      return draft.proposal.by === scope.actorId
        ? allowed(null)
        : refused({ code: "badge_waits_for_second" });
    if (draft.revision !== revision) return refused({ code: "badge_changed_meanwhile" });
    const newest = await findNewestContent(tx, communeId, key);
    if (newest && isSameContent(newest, draft.content)) return refused({ code: "badge_unchanged" });
    const sound = judgeBadge(draft.content);
    if (!sound.ok) return sound;
    await tx.badgeDraft.update({
      where: { communeId_key: { communeId, key } },
      data: { proposedBy: scope.actorId, proposedAt: platform.clock.now(), note, revision: { increment: 1 } },
      select: { key: true },
    });
    return allowed(null);
  });
}

/** The second of two persons: the draft becomes the version from today on. Awards follow by the next round. */
export function publishBadge(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  { key, revision }: ReadDraft,
): Promise<Verdict<null, BadgeRefusal>> {
  const { actorId } = scope;
  if (actorId === null) throw new Error("badges are published by a person");
  return atDesk(platform, scope, async (tx, communeId) => {
    const draft = await findBadgeDraft(tx, communeId, key);
    const badge = (await findBadges(tx, communeId)).find((each) => each.key === key);
    if (!badge) return refused({ code: "badge_not_there" });
    const { version } = newestOf(badge);
    if (!draft) return findPublished(tx, communeId, key, version, actorId);
    const second = judgeBadgePublisher(draft.proposal?.by ?? null, actorId);
    if (!second.ok) return second;
    if (draft.revision !== revision) return refused({ code: "badge_changed_meanwhile" });
    const sound = judgeBadge(draft.content);
    if (!sound.ok) return sound;
    await tx.badgeDefinition.createMany({
      data: {
        communeId,
        key,
        version: version + 1,
        content: storedContent(draft.content),
        note: draft.proposal?.note ?? null,
        proposedBy: draft.proposal?.by ?? null,
        publishedBy: actorId,
        publishedAt: platform.clock.now(),
      },
    });
    await tx.badgeDraft.deleteMany({ where: { communeId, key } });
    await askWholeRound(tx, communeId);
    return allowed(null);
  });
}

/** Takes the word back; the draft can be edited again. */
export function withdrawBadge(platform: BadgeDeskPlatform, scope: CommuneScope, key: string): Promise<void> {
  return atDesk(platform, scope, async (tx, communeId) => {
    await tx.badgeDraft.updateMany({
      where: { communeId, key, proposedBy: { not: null } },
      data: { proposedBy: null, proposedAt: null, note: null, revision: { increment: 1 } },
    });
  });
}

/** Drops what was drafted; nothing that is published changes. */
export function discardBadge(platform: BadgeDeskPlatform, scope: CommuneScope, key: string): Promise<void> {
  return atDesk(platform, scope, async (tx, communeId) => {
    await tx.badgeDraft.deleteMany({ where: { communeId, key, proposedBy: null } });
  });
}

function atDesk<T>(
  platform: BadgeDeskPlatform,
  scope: CommuneScope,
  work: (tx: Tx, communeId: number) => Promise<T>,
): Promise<T> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await holdBadges(tx, communeId);
    const answer = await work(tx, communeId);
    await platform.live.touch(tx, `commune:${communeId}`);
    return answer;
  });
}

/** The same form sent twice. */
async function findPublished(
  tx: Tx,
  communeId: number,
  key: string,
  version: number,
  publishedBy: string,
): Promise<Verdict<null, BadgeRefusal>> {
  const count = await tx.badgeDefinition.count({ where: { communeId, key, version, publishedBy } });
  return count > 0 ? allowed(null) : refused({ code: "badge_nothing_drafted" });
}
