import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { LegalDocument } from "#app/domain/plan/legal-basis.ts";
import {
  differencesOf,
  nextStart,
  type PlanDifference,
  type PlanSettings,
} from "#app/domain/plan/plan-version.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findSettingsOn } from "./find-settings-on.server.ts";
import { parseLegalBases, parsePlanSettings } from "./plan.schema.ts";

export interface PlanLine {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly title: string;
  readonly replacesId: string | null;
  readonly replacesNumber: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly versions: number;
}

export interface PlanView extends PlanLine {
  readonly revision: number;
  readonly legalBases: readonly LegalDocument[];
  readonly draft: { readonly settings: PlanSettings; readonly revision: number };
  /** What publishing the draft now would change. */
  readonly pending: readonly PlanDifference[];
  readonly history: readonly PlanVersionView[];
  /** The first day on which a version may take effect. */
  readonly earliest: LocalDate;
}

export interface PlanVersionView {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly publishedOn: LocalDate;
  readonly publishedBy: string | null;
  readonly note: string | null;
  readonly state: "past" | "in_force" | "coming";
  /** Against the version before; null for the first. */
  readonly differences: readonly PlanDifference[] | null;
}

/** Newest first. */
export function readPlans(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<PlanLine[]> {
  return platform.db.withCommunes(scope, (tx) => findPlans(tx, onlyCommune(scope)));
}

async function findPlans(tx: Tx, communeId: number): Promise<PlanLine[]> {
  return tx.$queryRaw<PlanLine[]>`
    select p.id, p.number, p.issued_on::text as "issuedOn", p.title, p.replaces_id as "replacesId",
           r.number as "replacesNumber", p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
           (select count(*)::int from plan_version v where v.commune_id = p.commune_id and v.plan_id = p.id) as versions
      from plan p left join plan r on r.commune_id = p.commune_id and r.id = p.replaces_id
     where p.commune_id = ${communeId}
     order by p.issued_on desc, p.entered_at desc, p.id`;
}

export function readPlan(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  planId: string,
): Promise<PlanView | null> {
  const communeId = onlyCommune(scope);
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    const line = (await findPlans(tx, communeId)).find(({ id }) => id === planId);
    if (!line) return null;
    const row = await tx.plan.findUniqueOrThrow({
      where: { communeId_id: { communeId, id: planId } },
      select: { legalBases: true, revision: true },
    });
    const draft = await tx.planDraft.findUniqueOrThrow({
      where: { communeId_planId: { communeId, planId } },
      select: { settings: true, revision: true },
    });
    const settings = parsePlanSettings(draft.settings);
    const inForce = await findSettingsOn(tx, communeId, today);
    return {
      ...line,
      revision: row.revision,
      legalBases: parseLegalBases(row.legalBases),
      draft: { settings, revision: draft.revision },
      pending: differencesOf(inForce, settings),
      history: await findHistory(tx, communeId, planId, today),
      earliest: nextStart(today, inForce.cutoff.startDay),
    };
  });
}

async function findHistory(
  tx: Tx,
  communeId: number,
  planId: string,
  today: LocalDate,
): Promise<PlanVersionView[]> {
  const rows = await tx.planVersion.findMany({
    where: { communeId, planId },
    orderBy: { version: "asc" },
  });
  const publishers = await tx.account.findMany({
    where: { id: { in: rows.flatMap(({ publishedBy }) => publishedBy ?? []) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(publishers.map(({ id, displayName }) => [id, displayName]));
  const days = rows.map(({ effectiveOn }) => fromDatabaseDay(effectiveOn));
  return rows
    .map((row, index): PlanVersionView => {
      const before = rows[index - 1];
      const next = days[index + 1];
      const effectiveOn = days[index] ?? today;
      const isPast = next !== undefined && next <= today;
      return {
        version: row.version,
        effectiveOn,
        publishedOn: localDateAt(row.publishedAt.getTime()),
        publishedBy: nameOf.get(row.publishedBy ?? "") ?? null,
        note: row.note,
        state: effectiveOn > today ? "coming" : isPast ? "past" : "in_force",
        differences: before
          ? differencesOf(parsePlanSettings(before.settings), parsePlanSettings(row.settings))
          : null,
      };
    })
    .reverse();
}
