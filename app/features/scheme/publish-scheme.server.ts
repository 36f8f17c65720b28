import { judgeEffect, judgePublisher, judgeScheme } from "#app/domain/activity/judge-scheme.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { DraftPlatform, DraftRefusal } from "./change-draft.server.ts";
import { findDraft, findNewestScheme, lockRules, storedScheme } from "./find-draft.server.ts";
import { findEffectFacts } from "./find-effect-facts.server.ts";
import { hashScheme } from "./find-scheme.server.ts";

export interface Publication {
  /** The draft as the second person read it. */
  readonly revision: number;
  readonly effectiveOn: LocalDate;
}

/** The second of two persons: the draft becomes a version, for good, under the commune's regulation if it has one. */
export async function publishScheme(
  platform: DraftPlatform,
  scope: CommuneScope,
  { revision, effectiveOn }: Publication,
): Promise<Verdict<{ version: number }, DraftRefusal>> {
  const communeId = onlyCommune(scope);
  const publisher = scope.actorId;
  if (publisher === null) throw new Error("rules are published by a person");
  const now = platform.clock.now();
  const today = localDateAt(now.getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    await lockRules(tx, communeId);
    const draft = await findDraft(tx, communeId);
    if (!draft) return findPublished(tx, communeId, effectiveOn, publisher);
    const second = judgePublisher(draft.proposal?.by ?? null, publisher);
    if (!second.ok) return second;
    if (draft.revision !== revision || draft.proposal?.effectiveOn !== effectiveOn) {
      return refused({ code: "changed_meanwhile" });
    }
    const sound = judgeScheme(draft.scheme);
    if (!sound.ok) return sound;
    const newest = await findNewestScheme(tx, communeId, today);
    const effect = judgeEffect(effectiveOn, await findEffectFacts(tx, communeId, today, newest.effectiveOn));
    if (!effect.ok) return effect;
    const version = newest.version + 1;
    await tx.schemeVersion.createMany({
      data: {
        communeId,
        version,
        effectiveOn: toDatabaseDay(effectiveOn),
        content: storedScheme(draft.scheme),
        contentSha256: new Uint8Array(hashScheme(draft.scheme)),
        regulationNumber: (await findCommune(tx, communeId)).regulation?.number ?? null,
        note: draft.proposal.note,
        proposedBy: draft.proposal.by,
        publishedBy: publisher,
        publishedAt: now,
      },
    });
    await tx.schemeDraft.deleteMany({ where: { communeId } });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ version });
  });
}

/** The same form sent twice. */
async function findPublished(
  tx: Tx,
  communeId: number,
  effectiveOn: LocalDate,
  publishedBy: string,
): Promise<Verdict<{ version: number }, DraftRefusal>> {
  const row = await tx.schemeVersion.findFirst({
    where: { communeId, effectiveOn: toDatabaseDay(effectiveOn), publishedBy },
    select: { version: true },
  });
  return row ? allowed(row) : refused({ code: "scheme_nothing_drafted" });
}
