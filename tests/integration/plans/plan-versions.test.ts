import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import { publishVersion } from "#app/features/plans/publish-version.server.ts";
import { readPlan, readPlans } from "#app/features/plans/read-plans.server.ts";
import { saveDraft } from "#app/features/plans/save-draft.server.ts";
import { type PlanHead, writePlan } from "#app/features/plans/write-plan.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
const day = (text: string) => text as LocalDate;
let scope: CommuneScope;
let planId: string;

const newId = () => makeId(office.platform.clock.now().getTime(), office.platform.random.bytes(10));
const head = (wish: Partial<PlanHead> = {}): PlanHead => ({
  id: newId(),
  number: "38/kh-ubnd",
  issuedOn: day("2026-01-30"),
  title: "Chuyển đổi số năm 2026",
  replacesId: null,
  startsOn: day("2026-01-15"),
  endsOn: day("2027-12-14"),
  legalBases: PRESETS["dai-son-2026"].legalBases.map(({ text }) => `- Căn cứ ${text};`).join("\n"),
  revision: 0,
  ...wish,
});

async function view(id = planId) {
  const plan = await readPlan(office.platform, scope, id);
  if (!plan) throw new Error("the plan is not there");
  return plan;
}

async function withMinimum(minimum: number, revision?: number) {
  const { draft } = await view();
  const settings: PlanSettings = { ...draft.settings, team: { ...draft.settings.team, minimum } };
  return saveDraft(office.platform, scope, { planId, settings, revision: revision ?? draft.revision });
}

async function publish(on: string) {
  const { draft } = await view();
  return publishVersion(office.platform, scope, {
    planId,
    effectiveOn: day(on),
    note: null,
    revision: draft.revision,
  });
}

beforeEach(async () => {
  office.setNow(NOW);
  const founder = await office.makeAccount({ isFounder: true });
  const stamp = { actorId: founder, verb: "test", requestId: "r" };
  scope = office.scope(await foundCommune(office.platform, stamp, "dai-son-2026"), founder);
  const first = head();
  planId = first.id;
  expect(await writePlan(office.platform, scope, first)).toEqual({ ok: true, value: null });
});

describe("the paper of a plan", () => {
  it("L01: keeps its legal bases with type, number, date and issuer", async () => {
    const { legalBases, number } = await view();
    expect(number).toBe("38/KH-UBND");
    expect(legalBases).toHaveLength(PRESETS["dai-son-2026"].legalBases.length);
    expect(legalBases[1]).toMatchObject({
      type: "Nghị quyết",
      number: "57-NQ/TW",
      date: "2024-12-22",
      issuer: "Bộ Chính trị",
    });
  });

  it("J25: knows the plan it replaces, and no line of plans runs in a circle", async () => {
    const next = head({ number: "41/KH-UBND", replacesId: planId });
    await writePlan(office.platform, scope, next);
    await writePlan(office.platform, scope, next);
    expect(await readPlans(office.platform, scope)).toHaveLength(2);
    expect(await view(next.id)).toMatchObject({ replacesNumber: "38/KH-UBND" });
    const circle = head({ id: planId, replacesId: next.id, revision: 1 });
    expect(await writePlan(office.platform, scope, circle)).toMatchObject({ code: "plan_replaces_itself" });
    expect(await writePlan(office.platform, scope, head({ replacesId: newId() }))).toMatchObject({
      code: "plan_not_there",
    });
  });

  it("J25: edited by two officers, the second is told", async () => {
    const edit = (title: string) =>
      writePlan(office.platform, scope, head({ id: planId, title, revision: 1 }));
    const verdicts = await Promise.all([edit("Một"), edit("Hai")]);
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(verdicts).toContainEqual({ ok: false, code: "changed_meanwhile" });
  });
});

describe("versions", () => {
  it("J24: a draft changes nothing; published, it holds from its month on and no day before", async () => {
    await withMinimum(7);
    expect((await readSettingsOn(office.platform, scope, day("2027-06-01"))).team.minimum).toBe(5);
    expect(await publish("2026-12-15")).toEqual({ ok: true, value: { version: 1 } });
    expect((await readSettingsOn(office.platform, scope, day("2026-12-14"))).team.minimum).toBe(5);
    expect((await readSettingsOn(office.platform, scope, day("2026-12-15"))).team.minimum).toBe(7);
  });

  it("J24: months that closed or run are never taken under a new version", async () => {
    await withMinimum(7);
    for (const on of ["2026-10-15", "2026-11-15", "2026-11-20"]) {
      expect(await publish(on)).toMatchObject({ code: "plan_version_not_future", earliest: "2026-12-15" });
    }
    expect(await publish("2027-01-01")).toMatchObject({
      code: "plan_version_not_period_start",
      before: "2026-12-15",
      after: "2027-01-15",
    });
    expect((await view()).history).toEqual([]);
  });

  it("J24: two versions are shown side by side with exactly what differs", async () => {
    await publish("2026-12-15");
    await withMinimum(8);
    await publish("2027-02-15");
    const { history, pending } = await view();
    expect(history).toMatchObject([
      {
        version: 2,
        state: "coming",
        effectiveOn: "2027-02-15",
        differences: [{ field: "minimum", of: null, before: 5, after: 8 }],
      },
      { version: 1, state: "coming", differences: null },
    ]);
    expect(pending).toEqual([{ field: "minimum", of: null, before: 5, after: 8 }]);
    office.setNow(new Date("2027-03-01T02:00:00Z"));
    expect((await view()).history.map(({ state }) => state)).toEqual(["in_force", "past"]);
  });

  it("J24: published twice, it is one version; a version cannot be changed afterwards", async () => {
    await withMinimum(7);
    await publish("2026-12-15");
    expect(await publish("2026-12-15")).toEqual({ ok: true, value: { version: 1 } });
    await withMinimum(9);
    expect(await publish("2026-12-15")).toMatchObject({ code: "plan_version_before_last" });
    await expect(
      office.db.owner.query("update plan_version set effective_on = '2026-01-01'"),
    ).rejects.toThrow(/append-only/);
  });

  it("J01: a plan whose report is due before its figures stand is refused before it is saved", async () => {
    const { draft } = await view();
    const settings = { ...draft.settings, cutoff: { ...draft.settings.cutoff, startDay: 20 } };
    expect(
      await saveDraft(office.platform, scope, { planId, settings, revision: draft.revision }),
    ).toMatchObject({ code: "report_due_before_figures_freeze" });
    expect((await view()).draft).toEqual(draft);
  });

  it("J24: two officers who write the draft at once lose nothing", async () => {
    const verdicts = await Promise.all([withMinimum(6, 1), withMinimum(7, 1)]);
    expect(verdicts).toContainEqual({ ok: true, value: { revision: 2 } });
    expect(verdicts).toContainEqual({ ok: false, code: "changed_meanwhile" });
    const stale = { planId, effectiveOn: day("2026-12-15"), note: null, revision: 1 };
    expect(await publishVersion(office.platform, scope, stale)).toMatchObject({ code: "changed_meanwhile" });
  });

  it("T8: another commune's plan is not there", async () => {
    const founder = await office.makeAccount({ isFounder: true });
    const stamp = { actorId: founder, verb: "test", requestId: "r" };
    const elsewhere = office.scope(await foundCommune(office.platform, stamp, "dai-son-2026"), founder);
    expect(await readPlan(office.platform, elsewhere, planId)).toBeNull();
    const { draft } = await view();
    expect(
      await saveDraft(office.platform, elsewhere, { planId, settings: draft.settings, revision: 1 }),
    ).toEqual({ ok: false, code: "plan_not_there" });
  });
});
