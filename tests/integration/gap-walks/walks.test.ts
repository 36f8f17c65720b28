import { beforeEach, describe, expect, it } from "vitest";
import { loadForm } from "#app/routes/member/activity-log.server.ts";
import * as walks from "#app/routes/member/gap-walks.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import {
  type LoggingTeam,
  send as log,
  makeLoggingTeam,
  rowsOf,
  TODAY,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";
import { open, send, taps } from "../survey/rounds.ts";

const office = testOffice();
let team: LoggingTeam;
let lan: TestBrowser;
let leader: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
  leader = await team.commune.browser(team.leader.accountId);
});

const make = (browser: TestBrowser, wish: Record<string, string> = {}) =>
  browser.post(walks.action, "/di-tham", {
    act: "make",
    id: freshId(),
    villageId: String(team.villageId),
    gap: "never_visited",
    ...wish,
  });
const read = async (browser: TestBrowser) => (await browser.get(walks.loader, "/di-tham")).body.view;
const household = (index: number) => team.households[index] ?? "";
const visit = (index: number) =>
  log(
    team.lan,
    work([{ householdId: household(index), slot: null, serviceKey: null, outcome: null }], {
      activityKey: "first-visit",
      workDate: TODAY,
    }),
  );

describe("tonight's walk", () => {
  it("F03: doors that lack it become a list; work sent and verified ticks them by itself", async () => {
    await visit(0);
    expect((await read(lan)).gaps[0]).toEqual({ gap: "never_visited", doors: 5 });
    const id = freshId();
    expect((await make(lan, { id })).status).toBe(303);
    expect((await make(lan, { id })).status).toBe(303);
    const [walk, ...more] = (await read(lan)).walks;
    expect(more).toEqual([]);
    expect(walk).toMatchObject({ isOwn: true, kind: "first-visit", memberName: "Vì Thị Lan" });
    expect(walk.doors.map(({ code, state }: { code: string; state: string }) => `${code} ${state}`)).toEqual([
      "002 open",
      "003 open",
      "004 open",
      "005 open",
      "006 open",
    ]);
    await visit(1);
    const second = await visit(2);
    await decide(team.leader, approval(second));
    const states = (await read(lan)).walks[0].doors.map(({ state }: { state: string }) => state);
    expect(states).toEqual(["sent", "verified", "open", "open", "open"]);
  });

  it("F03: who lacks what comes from the survey, person by person, and stays with the village's own team", async () => {
    const roundId = await open(team);
    await send(lan, roundId, household(0), taps({ "a2.eid": "none" }));
    await make(lan, { gap: "eid" });
    const [walk] = (await read(lan)).walks;
    expect(walk.doors).toMatchObject([
      { householdId: household(0), lacking: 1, also: ["payment", "selling"] },
    ]);
    expect((await make(lan, { gap: "health_book" })).body.problems.gap.code).toBe("walk_no_doors");
    const far = await team.commune.browser(team.far.accountId);
    expect((await make(far)).status).toBe(404);
    const officer = await team.commune.browser();
    expect((await officer.get(walks.loader, "/di-tham")).status).toBe(404);
  });

  it("F03: a form of the survey taken ticks its door", async () => {
    const roundId = await open(team);
    await make(lan, { gap: "not_surveyed" });
    await send(lan, roundId, household(0), { door: "absent" });
    const { walks: lists, roundId: offered } = await read(lan);
    expect(offered).toBe(roundId);
    expect(lists[0]).toMatchObject({ kind: null });
    expect(lists[0].doors.slice(0, 2)).toMatchObject([{ state: "sent" }, { state: "open" }]);
  });

  it("F03: a leader hands a list to a member; two lists of an evening share no door", async () => {
    expect((await make(lan, { memberId: team.minh.memberId })).status).toBe(404);
    expect((await make(leader, { memberId: team.far.memberId })).body.problems.memberId.code).toBe(
      "walk_not_in_team",
    );
    expect((await make(leader, { memberId: team.minh.memberId })).status).toBe(303);
    expect((await make(lan)).body.problems.gap.code).toBe("walk_no_doors");
    expect((await read(lan)).walks).toEqual([]);
    const minh = await team.commune.browser(team.minh.accountId);
    const [walk] = (await read(minh)).walks;
    expect(walk).toMatchObject({ isOwn: true });
    expect((await read(leader)).walks).toMatchObject([{ isOwn: false, memberName: "Quàng Văn Minh" }]);
    const drop = (browser: TestBrowser, form: Record<string, string>) =>
      browser.post(walks.action, "/di-tham", { act: "drop", id: walk.id, ...form });
    expect((await drop(lan, { sure: "yes" })).status).toBe(404);
    expect((await drop(minh, {})).body.problems.sure.code).toBe("required");
    expect((await drop(minh, { sure: "yes" })).status).toBe(303);
    expect(await rowsOf(office, team, "select 1 as one from gap_door")).toEqual([]);
    expect((await make(lan)).status).toBe(303);
  });

  it("F03: one tap opens the form of work with the door chosen", async () => {
    const caller = await team.lan.caller();
    const allowed = { ...caller, permission: { grants: caller.actor.grants } };
    const at = (query: string) => loadForm(allowed, new URLSearchParams(query));
    const visitForm = await at(`viec=first-visit&ho=${household(1)}`);
    expect(visitForm.start.units).toMatchObject([{ key: `${household(1)}/-` }]);
    const person = await at(`viec=eid-level-2&ho=${household(1)}`);
    expect(person.start).toMatchObject({ units: [], picker: { isOpen: true, householdId: household(1) } });
    expect((await at(`viec=first-visit&ho=${freshId()}`)).start.units).toEqual([]);
  });
});
