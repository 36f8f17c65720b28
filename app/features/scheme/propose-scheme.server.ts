import { judgeEffect, judgeScheme } from "#app/domain/activity/judge-scheme.ts";
import { differencesOfSchemes } from "#app/domain/activity/scheme-differences.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { DraftPlatform, DraftRefusal } from "./change-draft.server.ts";
import { findDraft, findNewestScheme, lockRules } from "./find-draft.server.ts";
import { findEffectFacts } from "./find-effect-facts.server.ts";

export interface Proposal {
  readonly revision: number;
  readonly effectiveOn: LocalDate;
  readonly note: string | null;
}

/** The first of two persons: the draft stands still from here until it is published or taken back (T6). */
export async function proposeScheme(
  platform: DraftPlatform,
  scope: CommuneScope,
  { revision, effectiveOn, note }: Proposal,
): Promise<Verdict<null, DraftRefusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  const today = localDateAt(now.getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    await lockRules(tx, communeId);
    const draft = await findDraft(tx, communeId);
    if (!draft) return refused({ code: "scheme_nothing_drafted" });
    if (draft.proposal) {
      const isSame = draft.proposal.by === scope.actorId && draft.proposal.effectiveOn === effectiveOn;
      return isSame ? allowed(null) : refused({ code: "scheme_waits_for_second" });
    }
    if (draft.revision !== revision) return refused({ code: "changed_meanwhile" });
    const newest = await findNewestScheme(tx, communeId, today);
    if (differencesOfSchemes(newest.scheme, draft.scheme).length === 0) {
      return refused({ code: "scheme_unchanged" });
    }
    const sound = judgeScheme(draft.scheme);
    if (!sound.ok) return sound;
    const facts = await findEffectFacts(tx, communeId, today, newest.effectiveOn);
    const effect = judgeEffect(effectiveOn, facts);
    if (!effect.ok) return effect;
    await tx.schemeDraft.update({
      where: { communeId },
      data: {
        proposedBy: scope.actorId,
        proposedAt: now,
        effectiveOn: toDatabaseDay(effectiveOn),
        note,
        revision: { increment: 1 },
      },
      select: { communeId: true },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

/** Takes the word back; the draft can be edited again. */
export function withdrawProposal(platform: DraftPlatform, scope: CommuneScope): Promise<void> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await lockRules(tx, communeId);
    await tx.schemeDraft.updateMany({
      where: { communeId, proposedBy: { not: null } },
      data: { proposedBy: null, proposedAt: null, effectiveOn: null, note: null, revision: { increment: 1 } },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}

/** Drops what was drafted; nothing that is published changes. */
export function discardDraft(platform: DraftPlatform, scope: CommuneScope): Promise<void> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await lockRules(tx, communeId);
    await tx.schemeDraft.deleteMany({ where: { communeId, proposedBy: null } });
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}
