import { randomBytes } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";
import { publishVersion } from "#app/features/plans/publish-version.server.ts";
import { readPlan } from "#app/features/plans/read-plans.server.ts";
import { saveDraft } from "#app/features/plans/save-draft.server.ts";
import { writePlan } from "#app/features/plans/write-plan.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { TestOffice } from "../communes/office.ts";

/** A plan of the commune with other team sizes, in force from a day on. */
export async function publishPlan(
  { platform }: Pick<TestOffice, "platform">,
  scope: CommuneScope,
  effectiveOn: string,
  team: PlanSettings["team"],
): Promise<void> {
  const planId = makeId(platform.clock.now().getTime(), new Uint8Array(randomBytes(10)));
  const draft = async () => {
    const plan = await readPlan(platform, scope, planId);
    if (!plan) throw new Error("the plan is not there");
    return plan.draft;
  };
  await writePlan(platform, scope, {
    id: planId,
    number: "38/KH-UBND",
    issuedOn: "2026-01-30" as LocalDate,
    title: "Chuyển đổi số năm 2026",
    replacesId: null,
    startsOn: "2026-01-15" as LocalDate,
    endsOn: "2027-12-14" as LocalDate,
    legalBases: "",
    revision: 0,
  });
  const { settings, revision } = await draft();
  const saved = await saveDraft(platform, scope, { planId, settings: { ...settings, team }, revision });
  if (!saved.ok) throw new Error(saved.code);
  const verdict = await publishVersion(platform, scope, {
    planId,
    effectiveOn: effectiveOn as LocalDate,
    note: null,
    revision: (await draft()).revision,
  });
  if (!verdict.ok) throw new Error(verdict.code);
}
