import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { askUnit } from "#app/features/reports/ask-unit.server.ts";
import { takeOffUnit } from "#app/features/reports/take-off-unit.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** The Youth Union reports too; the economic office was asked with it and taken off again. */
export async function askDemoUnits(
  platform: Platform,
  communeScope: CommuneScope,
  office: string,
  moment: Date,
): Promise<void> {
  const scope = { ...communeScope, actorId: office };
  const act = {
    ...rosterAct(platform, scope),
    actorId: office,
    now: moment,
    today: localDateAt(moment.getTime()),
  };
  await platform.db.withCommunes(scope, async (tx) => {
    const { communeId } = act;
    const call = await tx.reportCall.findFirst({
      where: { communeId, isOnRequest: false, senderLateFrom: { gt: moment } },
      orderBy: { senderLateFrom: "asc" },
      select: { id: true },
    });
    const units = await tx.organisation.findMany({
      where: { communeId, kind: { in: ["youth_union", "economic_office"] }, validTo: null },
      select: { id: true, kind: true },
    });
    // Asked once, they are asked in every period after it.
    if (!call || (await tx.report.count({ where: { communeId, organisationId: { not: null } } })) > 0) return;
    for (const unit of units) {
      await askUnit(tx, act, { callId: call.id, organisationId: unit.id });
      if (unit.kind === "youth_union") continue;
      const sheet = await tx.report.findFirstOrThrow({
        where: { communeId, callId: call.id, organisationId: unit.id },
        select: { id: true },
      });
      const reason = "Phòng báo cáo chung với văn phòng.";
      await takeOffUnit(tx, act, { callId: call.id, reportId: sheet.id, reason });
    }
  });
}
