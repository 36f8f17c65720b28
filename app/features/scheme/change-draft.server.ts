import { createHash } from "node:crypto";
import { judgeKind, judgeScheme, type SchemeRefusal } from "#app/domain/activity/judge-scheme.ts";
import type { ActivityKind, Scheme } from "#app/domain/activity/scheme.ts";
import { differencesOfSchemes } from "#app/domain/activity/scheme-differences.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { type Canonical, canonicalJson } from "#app/domain/months/canonical-json.ts";
import type { PointLimits } from "#app/domain/plan/activity-proposal.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDraft, findNewestScheme, lockRules, storedScheme } from "./find-draft.server.ts";

export type DraftRefusal = SchemeRefusal | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/** What the officer had before them, so that two officers may change two kinds at once and never one. */
export function markOf(part: ActivityKind | PointLimits): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(part)) as Canonical);
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

export interface KindChange {
  readonly key: string;
  readonly seen: string;
  readonly change: (kind: ActivityKind) => ActivityKind;
}

export function saveKind(
  platform: DraftPlatform,
  scope: CommuneScope,
  { key, seen, change }: KindChange,
): Promise<Verdict<null, DraftRefusal>> {
  return changeDraft(platform, scope, (scheme) => {
    const kind = scheme.activities.find((each) => each.key === key);
    if (!kind) return refused({ code: "scheme_kind_not_there" });
    const changed = change(kind);
    if (markOf(changed) === markOf(kind)) return allowed(scheme);
    if (markOf(kind) !== seen) return refused({ code: "changed_meanwhile" });
    const verdict = judgeKind(changed);
    if (!verdict.ok) return verdict;
    return allowed({
      ...scheme,
      activities: scheme.activities.map((each) => (each.key === key ? changed : each)),
    });
  });
}

export function saveLimits(
  platform: DraftPlatform,
  scope: CommuneScope,
  { limits, seen }: { readonly limits: PointLimits; readonly seen: string },
): Promise<Verdict<null, DraftRefusal>> {
  return changeDraft(platform, scope, (scheme) => {
    if (markOf(limits) === markOf(scheme.limits)) return allowed(scheme);
    if (markOf(scheme.limits) !== seen) return refused({ code: "changed_meanwhile" });
    return judgeScheme({ ...scheme, limits });
  });
}

export type DraftPlatform = Pick<Platform, "db" | "clock" | "live">;

/** The draft starts from the newest version and is gone again once nothing differs from it. */
async function changeDraft(
  platform: DraftPlatform,
  scope: CommuneScope,
  change: (scheme: Scheme) => Verdict<Scheme, DraftRefusal>,
): Promise<Verdict<null, DraftRefusal>> {
  const communeId = onlyCommune(scope);
  const now = platform.clock.now();
  const changedBy = scope.actorId;
  if (changedBy === null) throw new Error("rules are drafted by a person");
  return platform.db.withCommunes(scope, async (tx) => {
    await lockRules(tx, communeId);
    const newest = await findNewestScheme(tx, communeId, localDateAt(now.getTime()));
    const draft = await findDraft(tx, communeId);
    const before = draft?.scheme ?? newest.scheme;
    const verdict = change(before);
    if (!verdict.ok) return verdict;
    if (verdict.value === before) return allowed(null);
    if (draft?.proposal) return refused({ code: "scheme_waits_for_second" });
    if (differencesOfSchemes(newest.scheme, verdict.value).length === 0) {
      await tx.schemeDraft.deleteMany({ where: { communeId } });
    } else {
      const data = { content: storedScheme(verdict.value), changedBy, changedAt: now };
      await tx.schemeDraft.upsert({
        where: { communeId },
        create: { communeId, ...data },
        update: { ...data, revision: { increment: 1 } },
      });
    }
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
