import { beforeEach, describe, expect, it } from "vitest";
import type { UnitContent } from "#app/domain/activity/claim.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import * as myTeam from "#app/routes/leader/my-team.tsx";
import * as targets from "#app/routes/office/assigned-targets.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let second: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  const { accountId } = await team.logger({ name: "Trần Văn Duyệt", team: null });
  await office.grant(accountId, team.commune.communeId, "commune_leader");
  second = await team.commune.browser(accountId);
});

// Months run from the 15th: the 20th of November lies in the month of December's report.
const [PAST, CURRENT, NEXT] = [202611, 202612, 202701];
const PATH = "/van-phong/giao-chi-tieu";

const sheet = async (month?: number) =>
  (await desk.get(targets.loader, month === undefined ? PATH : `${PATH}?ky=${month}`)).body.sheet;
const lineOf = async (month?: number) =>
  (await sheet(month)).lines.find(({ teamId }: { teamId: number }) => teamId === team.teamId);
const assign = (values: Record<string, string>, month = CURRENT) =>
  desk.post(targets.action, PATH, { month: String(month), ...values });
/** B23: another officer approves whatever waits. */
const agree = async (month = CURRENT, by = second) => {
  const { lines } = await sheet(month);
  const waiting = lines.filter(({ proposal }: { proposal: unknown }) => proposal !== null);
  const values = new FormData();
  values.set("month", String(month));
  values.set("act", "approve");
  for (const { teamId, proposal } of waiting) values.append("proposals", `${teamId}-${proposal.revision}`);
  return by.post(targets.action, PATH, values);
};
const field = () => `team-${team.teamId}`;

async function approve(by: Logger, units: readonly Partial<UnitContent>[]): Promise<string> {
  const claimId = await send(by, work(units));
  const decision = { decisionId: freshId(), claimId, revision: 1, reasonCode: null, reason: null } as const;
  const [answer] = await decideClaims(await team.leader.caller(), [{ ...decision, verdict: "approve" }]);
  expect(answer?.outcome.ok).toBe(true);
  return claimId;
}
const person = (household: number, slot = 1, outcome: UnitContent["outcome"] = "proficient") => ({
  householdId: team.households[household] ?? "",
  slot,
  outcome,
});

describe("targets assigned to teams", () => {
  it("B22: the plan's quota of 50 holds for every team until the office says otherwise", async () => {
    const first = await sheet();
    expect(first).toMatchObject({ monthId: CURRENT, isOpen: true, quota: 50 });
    expect(first.lines).toHaveLength(2);
    expect(
      first.lines.every(
        ({ target, assigned }: { target: number; assigned: null }) => target === 50 && assigned === null,
      ),
    ).toBe(true);
    expect((await assign({ [field()]: "30" })).status).toBe(303);
    expect(await lineOf()).toMatchObject({
      target: 50,
      assigned: null,
      proposal: { value: 30, refused: null },
    });
    expect((await agree()).status).toBe(303);
    expect(await lineOf()).toMatchObject({ target: 30, assigned: 30, proposedAt: NOW.getTime() });
    expect((await lineOf()).proposedBy).toEqual(expect.any(String));
    expect(await lineOf(NEXT)).toMatchObject({ target: 50, assigned: null });
    expect((await sheet()).sum).toMatchObject({ target: 80, asked: 2 });
  });

  it("B22: assigned beside done, where done is distinct people who do it alone, from verified work", async () => {
    await assign({ [field()]: "2" });
    await agree();
    await approve(team.lan, [person(0), person(1), person(2, 1, "with_help")]);
    await send(team.minh, work([person(3)]));
    expect(await lineOf()).toMatchObject({ target: 2, done: 2 });
    await approve(team.minh, [person(4)]);
    expect(await lineOf()).toMatchObject({ target: 2, done: 3 });
    expect((await sheet()).sum).toMatchObject({ done: 3, reached: 1 });
    const own = await (await team.commune.browser(team.lan.accountId)).get(myTeam.loader, "/to-cua-toi");
    expect(own.body.targets).toMatchObject({ monthId: CURRENT, lines: [{ target: 2, done: 3 }] });
  });

  it("B22: is the same figure that the board of teams shows", async () => {
    await approve(team.lan, [person(0), person(0, 2), person(1)]);
    await approve(team.minh, [person(5)]);
    const definition = {
      subject: "team",
      category: "village",
      period: "2026-12",
      pillar: null,
      campaign: null,
      isYouthOnly: false,
    } as const;
    const board = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      readBoard(tx, team.commune.communeId, definition, { now: NOW.getTime(), audience: "office" }),
    );
    const shown = board.rows.find(({ id }) => id === String(team.teamId));
    expect((await lineOf()).done).toBe(4);
    expect(shown?.measures.people).toBe(4);
  });

  it("keeps every word of it: a change is a new revision, an empty field gives the quota back", async () => {
    await assign({ [field()]: "30" });
    await assign({ [field()]: "30" });
    await agree();
    await assign({ [field()]: "40" });
    await assign({ [field()]: "" });
    await agree();
    expect(await lineOf()).toMatchObject({ assigned: null, target: 50 });
    const rows = await rowsOf(
      office,
      team,
      "select revision, value from assigned_target where month_id = 202612 order by revision",
    );
    expect(rows.map((row) => [row.revision, row.value])).toEqual([
      [1, 30],
      [2, 40],
      [3, null],
    ]);
    await expect(
      office.db.maintain.query("update assigned_target set value = 1 where commune_id = $1", [
        team.commune.communeId,
      ]),
    ).rejects.toThrow();
  });

  it("B22: nobody is asked afterwards, nor for months far away, nor for teams of others", async () => {
    const { communeId } = team.commune;
    const over = await assign({ [field()]: "5" }, PAST);
    expect(over.status).toBe(422);
    expect(over.body).toMatchObject({
      problems: { form: { code: "target_month_over" } },
      values: { [field()]: "5" },
    });
    expect((await assign({ [field()]: "5" }, 202703)).body.problems).toEqual({
      form: { code: "target_month_far", until: NEXT },
    });
    expect((await assign({ "team-999999": "5" })).status).toBe(404);
    for (const wrong of ["0", "-3", "10001", "năm mươi"])
      expect([wrong, (await assign({ [field()]: wrong })).status]).toEqual([wrong, 422]);
    const { rows } = await office.db.maintain.query("select from assigned_target where commune_id = $1", [
      communeId,
    ]);
    expect(rows).toHaveLength(0);
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await leader.post(targets.action, PATH, { month: String(CURRENT), [field()]: "1" })).status).toBe(
      404,
    );
    expect((await leader.get(targets.loader, PATH)).status).toBe(404);
  });

  it("B23: proposed by one, approved by another: never by oneself, with a reason where it is turned down", async () => {
    await assign({ [field()]: "30" });
    expect((await agree(CURRENT, desk)).body.problems).toEqual({ form: { code: "target_own_word" } });
    const { revision } = (await lineOf()).proposal;
    const word = { month: String(CURRENT), proposals: `${team.teamId}-${revision}` };
    expect((await second.post(targets.action, PATH, { ...word, act: "refuse" })).body.problems).toEqual({
      reason: { code: "required" },
    });
    const nothing = { month: word.month, act: "approve" };
    expect((await second.post(targets.action, PATH, nothing)).body).toMatchObject({
      problems: { form: { code: "not_chosen" } },
      values: { proposals: [] },
    });
    const no = { ...word, act: "refuse", reason: "Thôn ít người" };
    expect((await second.post(targets.action, PATH, no)).status).toBe(303);
    expect((await second.post(targets.action, PATH, no)).status).toBe(303);
    expect(await lineOf()).toMatchObject({ target: 50, proposal: { refused: { reason: "Thôn ít người" } } });
    expect((await second.post(targets.action, PATH, { ...word, act: "approve" })).body.problems).toEqual({
      form: { code: "target_not_waiting" },
    });
    await assign({ [field()]: "25" });
    await agree();
    expect(await lineOf()).toMatchObject({ target: 25, assigned: 25, proposal: null });
    expect((await lineOf()).approvedBy).not.toBe((await lineOf()).proposedBy);
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await leader.post(targets.action, PATH, { ...word, act: "approve" })).status).toBe(404);
  });

  it("B23: the police propose without a desk, see the board, and approve nothing", async () => {
    const { accountId } = await team.logger({ name: "Lê Văn Công", team: null });
    await office.grant(accountId, team.commune.communeId, "sector_office");
    const police = await team.commune.browser(accountId);
    const proposal = { month: String(CURRENT), [field()]: "35" };
    expect((await police.post(targets.action, PATH, proposal)).status).toBe(303);
    expect(await lineOf()).toMatchObject({ target: 50, proposal: { value: 35, byId: accountId } });
    expect((await agree(CURRENT, police)).status).toBe(404);
    expect((await agree(CURRENT, desk)).status).toBe(303);
    expect(await lineOf()).toMatchObject({ target: 35, proposedBy: expect.any(String) });
    expect((await police.get(targets.loader, PATH)).body).toMatchObject({ hasDesk: false, mayDecide: false });
  });
});
