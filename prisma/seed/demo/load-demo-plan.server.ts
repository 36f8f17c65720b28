import { addDays, type LocalDate, localDateAt, partsOf } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { nextStart } from "#app/domain/plan/plan-version.ts";
import { readSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import { publishVersion } from "#app/features/plans/publish-version.server.ts";
import { writePlan } from "#app/features/plans/write-plan.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDemoCallers } from "./load-demo-campaigns.server.ts";

const legalBasesOf = (
  year: number,
) => `Kế hoạch số 12/KH-UBND ngày 05/01/${year} của Ủy ban nhân dân tỉnh Sông Ngàn
Quyết định số 08/QĐ-UBND ngày 09/01/${year} của Ủy ban nhân dân xã Suối Mây`;

/** The commune's plan, whose next version begins with the coming month. A second start adds nothing. */
export async function loadDemoPlan(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const known = await platform.db.withCommunes(scope, (tx) => tx.plan.count({ where: { communeId } }));
  const callers = await findDemoCallers(platform, communeId);
  const today = localDateAt(platform.clock.now().getTime());
  const office = callers.as("van.phong", addDays(today, -1));
  if (known > 0 || !office) return;
  const { year } = partsOf(today);
  const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  const head = {
    id,
    number: "15/KH-UBND",
    issuedOn: `${year}-01-12` as LocalDate,
    title: `Hoạt động của Tổ công nghệ số cộng đồng giai đoạn ${year} - ${year + 1}`,
    replacesId: null,
    startsOn: `${year}-01-12` as LocalDate,
    endsOn: `${year + 1}-12-31` as LocalDate,
    legalBases: legalBasesOf(year),
    revision: 0,
  };
  must(await writePlan(office.platform, office.scope("seed.plan"), head));
  const { cutoff } = await readSettingsOn(platform, scope, today);
  must(
    await publishVersion(office.platform, office.scope("seed.plan"), {
      planId: id,
      effectiveOn: nextStart(today, cutoff.startDay),
      note: "Bản đầu, như các tổ đang làm.",
      revision: 1,
    }),
  );
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`the demonstration could not load its plan: ${JSON.stringify(verdict)}`);
}
