import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent, UnitContent } from "#app/domain/activity/claim.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import * as ownPlan from "#app/routes/leader/team-plan.tsx";
import * as teamTargets from "#app/routes/leader/team-targets.tsx";
import * as targetPage from "#app/routes/office/target.tsx";
import * as edit from "#app/routes/office/target-edit.tsx";
import * as gaps from "#app/routes/office/target-gaps.tsx";
import * as targetNew from "#app/routes/office/target-new.tsx";
import * as board from "#app/routes/office/targets.tsx";
import * as planOne from "#app/routes/office/team-plan-one.tsx";
import * as plans from "#app/routes/office/team-plans.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let leader: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  leader = await team.commune.browser(team.leader.accountId);
});

const PATH = "/van-phong/chi-tieu";
const KEY = "households-guided";
const person = (household: number, slot = 1) => ({
  householdId: team.households[household] ?? "",
  slot,
  outcome: "proficient" as const,
});

async function verified(
  by: Logger,
  units: readonly Partial<UnitContent>[],
  more: Partial<ClaimContent> = {},
) {
  const claimId = await send(by, work(units, more));
  const decision = { decisionId: freshId(), claimId, revision: 1, reasonCode: null, reason: null } as const;
  const [answer] = await decideClaims(await team.leader.caller(), [{ ...decision, verdict: "approve" }]);
  expect(answer?.outcome.ok).toBe(true);
}

describe("what the office says of a target", () => {
  const save = (form: Record<string, string>) =>
    desk.post(
      edit.action,
      `${PATH}/${KEY}/sua`,
      { revision: "0", source: "guided_households", ...form },
      { target: KEY },
    );
  const page = async () => (await desk.get(targetPage.loader, `${PATH}/${KEY}`, { target: KEY })).body.target;

  it("A41, L02, B12: one accountable person, the papers it was handed down by, and a step on the way", async () => {
    const { officerId } = team.commune;
    const form = {
      accountableId: officerId,
      stepDay1: "2026-06-29",
      stepPercent1: "50",
      centralDocument: "Đề án 06",
      centralText: "Công dân số",
      communeDocument: "38/KH-UBND ngày 30/01/2026",
      communeText: "80% số hộ",
    };
    expect((await save(form)).status).toBe(303);
    const { entry } = await page();
    expect(entry.accountable).toMatchObject({ id: officerId });
    expect(entry.steps).toEqual([
      { lastDay: "2026-06-29", basisPoints: 5_000 },
      { lastDay: "2026-12-14", basisPoints: 8_000 },
    ]);
    expect(entry.lineage.map(({ tier }: { tier: string }) => tier)).toEqual(["central", "commune"]);
    const twice = await save({ ...form, stepPercent1: "60" });
    expect([twice.status, twice.body.problems]).toEqual([422, { form: { code: "target_changed" } }]);
    expect(twice.body.values).toMatchObject({ stepPercent1: "60" });
  });

  it("refuses what cannot be: half a step, a step above the year, a source of another list, a stranger", async () => {
    expect((await save({ stepDay1: "2026-06-29" })).body.problems).toEqual({
      stepPercent1: { code: "required" },
    });
    const above = await save({ stepDay1: "2026-06-29", stepPercent1: "90" });
    expect(above.body.problems).toEqual({ form: { code: "target_steps_not_rising" } });
    const other = await save({ source: "ocop_listed" });
    expect(other.body.problems).toEqual({ source: { code: "target_source_other_list" } });
    expect((await save({ accountableId: team.lan.accountId })).status).toBe(404);
    expect((await save({ source: "nonsense" })).status).toBe(422);
    expect((await leader.get(board.loader, PATH)).status).toBe(404);
  });

  it("B01, B19: a target handed down is written in, stands on its paper, and leaves the board with a tick", async () => {
    const id = freshId();
    const form = {
      revision: "0",
      source: "manual",
      text: "80% hộ có mã QR thanh toán",
      of: "households",
      comparator: "at_least",
      percent: "80",
    };
    const create = () => desk.post(targetNew.action, `${PATH}/moi?ma=${id}`, form);
    expect((await create()).status).toBe(303);
    expect((await create()).status).toBe(303);
    const key = `own-${id}`;
    const params = { target: key };
    const tell = { act: "tell", id: freshId(), toldOn: "2026-11-01", document: "12/BC-CAX" };
    const wrong = await desk.post(targetPage.action, PATH, { ...tell, part: "9", whole: "8" }, params);
    expect(wrong.body.problems).toEqual({ part: { code: "told_figure_above_list" } });
    expect(
      (await desk.post(targetPage.action, PATH, { ...tell, part: "85", whole: "100" }, params)).status,
    ).toBe(303);
    const { target } = (await desk.get(targetPage.loader, PATH, params)).body;
    expect(target).toMatchObject({
      light: "reached",
      reading: { basis: "told", commune: { part: 85, whole: 100 }, told: { document: "12/BC-CAX" } },
    });
    const gone = await desk.post(edit.action, PATH, { ...form, revision: "1", retire: "yes" }, params);
    expect(gone.headers.get("Location")).toContain(`${PATH}?`);
    expect((await desk.get(targetPage.loader, PATH, params)).status).toBe(404);
  });
});

describe("a team's own view", () => {
  it("B14, B15: distinct people of the month, lượt beside them, and three rates of the same people", async () => {
    await verified(team.lan, [person(0), person(1)], { visits: 7, movements: ["Bình dân học vụ số"] });
    await verified(team.minh, [person(0)], { visits: 3 });
    await verified(team.lan, [{ householdId: team.households[1] ?? "", slot: 1, outcome: null }], {
      activityKey: "local-app",
    });
    await verified(team.minh, [{ householdId: team.households[5] ?? "", slot: null, outcome: null }], {
      activityKey: "commune-channel",
    });
    const { teams } = (await leader.get(teamTargets.loader, "/to-cua-toi/chi-tieu")).body;
    expect(teams).toHaveLength(1);
    const [{ month, lines }] = teams;
    expect(month).toMatchObject({ people: 2, target: 50, isStrivenFor: true });
    expect(month.visits).toBeGreaterThan(month.people);
    expect(month.companions.map(({ key, people }: { key: string; people: number }) => [key, people])).toEqual(
      [
        ["digital-literacy", 2],
        ["local-app", 1],
        ["local-channels", 0],
      ],
    );
    const guided = lines.find(({ entry }: { entry: { key: string } }) => entry.key === KEY);
    expect(guided.village).toMatchObject({ part: 2, whole: 6 });
  });

  it("B24: the team writes its plan from the commune's targets, the office approves or gives it back", async () => {
    const write = (form: Record<string, string>) =>
      leader.post(ownPlan.action, "/to-cua-toi/ke-hoach", {
        team: String(team.teamId),
        revision: "0",
        ...form,
      });
    const sheet = async () => (await leader.get(ownPlan.loader, "/to-cua-toi/ke-hoach")).body.sheet;
    const first = await sheet();
    expect(first.latest).toBeNull();
    expect(first.choices.find(({ entry }: { entry: { key: string } }) => entry.key === KEY)).toMatchObject({
      suggested: 5,
      whole: 6,
    });
    expect((await write({ act: "send" })).body.problems).toEqual({ form: { code: "team_plan_empty" } });
    expect((await write({ act: "save", "due-1": "2026-12-01" })).body.problems).toEqual({
      "task-1": { code: "required" },
    });
    const plan = {
      act: "send",
      [`target-${KEY}`]: "5",
      "task-1": "Mở lớp tại nhà văn hóa",
      "due-1": "2026-12-01",
    };
    expect((await write(plan)).status).toBe(303);
    expect((await write(plan)).status).toBe(303);
    expect((await write({ ...plan, revision: "1" })).body.problems).toEqual({
      form: { code: "team_plan_waiting" },
    });
    const params = { teamId: String(team.teamId) };
    const word = (act: string, revision: string, more = {}) =>
      desk.post(planOne.action, "/van-phong/ke-hoach-to", { act, revision, ...more }, params);
    expect((await word("return", "1")).body.problems).toEqual({ note: { code: "required" } });
    expect((await word("return", "1", { note: "Thêm việc cho người cao tuổi" })).status).toBe(303);
    expect((await sheet()).latest).toMatchObject({ state: "returned", note: "Thêm việc cho người cao tuổi" });
    expect((await write({ ...plan, revision: "1", "task-2": "Lớp cho người cao tuổi" })).status).toBe(303);
    expect((await word("approve", "1")).body.problems).toEqual({ form: { code: "team_plan_not_waiting" } });
    expect((await word("approve", "2")).status).toBe(303);
    expect((await word("approve", "2")).status).toBe(303);
    expect((await sheet()).inForce).toMatchObject({ revision: 2, state: "approved" });
    const { lines } = (await desk.get(plans.loader, "/van-phong/ke-hoach-to")).body;
    expect(lines.find(({ teamId }: { teamId: number }) => teamId === team.teamId)).toMatchObject({
      state: "approved",
    });
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(ownPlan.loader, "/to-cua-toi/ke-hoach")).status).toBe(404);
  });
});

describe("the digital gap", () => {
  it("E05, E06: groups and town against everybody; fewer than five show nothing", async () => {
    await verified(team.lan, [person(0), person(5)]);
    const report = async () => (await desk.get(gaps.loader, `${PATH}/khoang-cach`)).body;
    const { sheets, villages } = await report();
    const guided = sheets.find(({ measure }: { measure: string }) => measure === "guided");
    expect(guided.all).toEqual({ part: 2, whole: 6 });
    const groupOf = (of: typeof guided, key: string) =>
      of.groups.find((group: { key: string }) => group.key === key);
    expect(groupOf(guided, "poor")).toMatchObject({ whole: null, difference: null });
    expect(groupOf(guided, "rural")).toMatchObject({ part: 2, whole: 6, difference: 0 });
    expect(guided.townBeforeCountry).toBeNull();
    const urban = { act: "areas", urban: String(team.villageId) };
    expect((await desk.post(gaps.action, `${PATH}/khoang-cach`, urban)).status).toBe(303);
    const after = await report();
    expect(after.villages.filter(({ isUrban }: { isUrban: boolean }) => isUrban)).toHaveLength(1);
    expect(villages.every(({ isUrban }: { isUrban: boolean }) => !isUrban)).toBe(true);
    const now = after.sheets.find(({ measure }: { measure: string }) => measure === "guided");
    expect(groupOf(now, "urban")).toMatchObject({ part: 2, whole: 6 });
  });
});
