import { type EffectFacts, earliestEffect } from "#app/domain/activity/judge-scheme.ts";
import type { Scheme } from "#app/domain/activity/scheme.ts";
import { differencesOfSchemes, type SchemeDifference } from "#app/domain/activity/scheme-differences.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Regulation } from "#app/domain/roster/commune.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDraft, findNewestScheme, type SchemeDraft } from "./find-draft.server.ts";
import { findEffectFacts } from "./find-effect-facts.server.ts";
import { findSchemeOn, hashScheme } from "./find-scheme.server.ts";
import { parseScheme } from "./scheme-content.schema.ts";

export interface RuleVersion {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly publishedOn: LocalDate;
  readonly proposedBy: string | null;
  readonly publishedBy: string | null;
  /**
   * Published under it, or adopted by it as it stood when the trial ended. Null: a proposal on trial (rule 12).
   */
  readonly regulationNumber: string | null;
  readonly note: string | null;
  readonly sha256: string;
  /** Whether the stored rules still are what was hashed. */
  readonly isWhole: boolean;
  readonly state: "past" | "in_force" | "coming";
  readonly scheme: Scheme;
  /** Against the version before; null for the first. */
  readonly differences: readonly SchemeDifference[] | null;
}

export interface RuleBook {
  /** Newest first. */
  readonly versions: readonly RuleVersion[];
  readonly regulation: Regulation | null;
  readonly draft: (SchemeDraft & { readonly proposedByName: string | null }) | null;
  /** What publishing the draft would change. */
  readonly pending: readonly SchemeDifference[];
  readonly earliest: LocalDate;
  readonly startDay: EffectFacts["startDay"];
}

export function readRuleBook(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
): Promise<RuleBook> {
  const communeId = onlyCommune(scope);
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    const newest = await findNewestScheme(tx, communeId, today);
    const draft = await findDraft(tx, communeId);
    const facts = await findEffectFacts(tx, communeId, today, newest.effectiveOn);
    const names = await findNames(tx, draft?.proposal ? [draft.proposal.by] : []);
    return {
      versions: await findVersions(tx, communeId, today),
      regulation: (await findCommune(tx, communeId)).regulation,
      draft: draft && { ...draft, proposedByName: names.get(draft.proposal?.by ?? "") ?? null },
      pending: draft ? differencesOfSchemes(newest.scheme, draft.scheme) : [],
      earliest: earliestEffect(facts),
      startDay: facts.startDay,
    };
  });
}

/** One version as everybody reads it: the named one, or the one in force today. */
export function readRules(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  version: number | null,
): Promise<{ readonly rules: RuleVersion; readonly all: readonly RuleVersion[] } | null> {
  const communeId = onlyCommune(scope);
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    const current = await findSchemeOn(tx, communeId, today);
    const all = await findVersions(tx, communeId, today);
    const rules = all.find((each) => each.version === (version ?? current.version));
    return rules ? { rules, all } : null;
  });
}

async function findVersions(tx: Tx, communeId: number, today: LocalDate): Promise<RuleVersion[]> {
  const rows = await tx.schemeVersion.findMany({ where: { communeId }, orderBy: { effectiveOn: "asc" } });
  const names = await findNames(
    tx,
    rows.flatMap(({ proposedBy, publishedBy }) => [proposedBy, publishedBy]).filter((id) => id !== null),
  );
  const { regulation } = await findCommune(tx, communeId);
  const days = rows.map(({ effectiveOn }) => fromDatabaseDay(effectiveOn));
  const schemes = rows.map(({ content }) => parseScheme(content));
  return rows
    .flatMap((row, index): RuleVersion[] => {
      const [scheme, effectiveOn, next] = [schemes[index], days[index], days[index + 1]];
      const before = schemes[index - 1];
      if (!scheme || !effectiveOn) return [];
      const isPast = next !== undefined && next <= today;
      return [
        {
          version: row.version,
          effectiveOn,
          publishedOn: localDateAt(row.publishedAt.getTime()),
          proposedBy: names.get(row.proposedBy ?? "") ?? null,
          publishedBy: names.get(row.publishedBy ?? "") ?? null,
          regulationNumber: row.regulationNumber ?? (isPast ? null : (regulation?.number ?? null)),
          note: row.note,
          sha256: Buffer.from(row.contentSha256).toString("hex"),
          isWhole: hashScheme(scheme).equals(row.contentSha256),
          state: effectiveOn > today ? "coming" : isPast ? "past" : "in_force",
          scheme,
          differences: before ? differencesOfSchemes(before, scheme) : null,
        },
      ];
    })
    .reverse();
}

async function findNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
