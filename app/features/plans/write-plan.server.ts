import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { readLegalBases } from "#app/domain/plan/legal-basis.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { type PlanVersionRefusal, settingsOfPreset } from "#app/domain/plan/plan-version.ts";
import { tidyDocumentNumber } from "#app/domain/roster/commune.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

export interface PlanHead {
  /** Made before it is sent: sent twice, it is one plan. */
  readonly id: Id;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly title: string;
  readonly replacesId: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** "Căn cứ ...", one per line, as pasted. */
  readonly legalBases: string;
  /** 0 for a plan nobody has written yet. */
  readonly revision: number;
}

export type PlanHeadRefusal =
  | Extract<
      PlanVersionRefusal,
      { code: "plan_dates_crossed" | "plan_replaces_itself" | "plan_not_there" | "legal_basis_unreadable" }
    >
  | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/**
 * J25: the plan's paper: number, date, title, the one it replaces. A new one begins with a draft of what the
 * commune has now, so that its first version changes only what somebody changed.
 */
export async function writePlan(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  head: PlanHead,
): Promise<Verdict<null, PlanHeadRefusal>> {
  const communeId = onlyCommune(scope);
  const actorId = scope.actorId;
  if (actorId === null) throw new Error("a plan is written by a person");
  const bases = readLegalBases(head.legalBases);
  if (!bases.ok) return bases;
  if (head.endsOn <= head.startsOn) return refused({ code: "plan_dates_crossed" });
  const now = platform.clock.now();
  const row = {
    number: tidyDocumentNumber(head.number),
    issuedOn: toDatabaseDay(head.issuedOn),
    title: head.title,
    replacesId: head.replacesId,
    legalBases: bases.value as unknown as Prisma.InputJsonArray,
    startsOn: toDatabaseDay(head.startsOn),
    endsOn: toDatabaseDay(head.endsOn),
  };
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const refusal = await judgePredecessor(tx, communeId, head);
    if (refusal) return refusal;
    if (head.revision === 0) {
      const made = await tx.plan.createMany({
        data: { ...row, communeId, id: head.id, enteredBy: actorId, enteredAt: now },
        skipDuplicates: true,
      });
      if (made.count === 1) await beginDraft(tx, communeId, head.id, actorId, now);
    } else {
      const changed = await tx.plan.updateMany({
        where: { communeId, id: head.id, revision: head.revision },
        data: { ...row, revision: { increment: 1 } },
      });
      if (changed.count === 0) return refused({ code: "changed_meanwhile" });
    }
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

/** The line of predecessors never runs in a circle. */
async function judgePredecessor(
  tx: Tx,
  communeId: number,
  { id, replacesId }: PlanHead,
): Promise<({ ok: false } & PlanHeadRefusal) | null> {
  const plans = await tx.plan.findMany({ where: { communeId }, select: { id: true, replacesId: true } });
  const replacedBy = new Map(plans.map((plan) => [plan.id, plan.replacesId]));
  if (replacesId !== null && !replacedBy.has(replacesId)) return refused({ code: "plan_not_there" });
  for (let earlier = replacesId; earlier !== null; earlier = replacedBy.get(earlier) ?? null) {
    if (earlier === id) return refused({ code: "plan_replaces_itself" });
  }
  return null;
}

async function beginDraft(
  tx: Tx,
  communeId: number,
  planId: string,
  actorId: string,
  now: Date,
): Promise<void> {
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const words = await findSetting(tx, communeId, "words");
  const cutoff = await findSetting(tx, communeId, "cutoff");
  const settings = { ...settingsOfPreset(PRESETS[presetId]), words: words.value, cutoff: cutoff.value };
  await tx.planDraft.create({
    data: {
      communeId,
      planId,
      settings: settings as object as Prisma.InputJsonObject,
      changedBy: actorId,
      changedAt: now,
    },
    select: { planId: true },
  });
}
