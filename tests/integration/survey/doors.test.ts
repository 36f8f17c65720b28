import { beforeEach, describe, expect, it } from "vitest";
import { dueLines } from "#app/domain/points/score.ts";
import { readVerifiedClaims } from "#app/features/ledger/read-verified-claims.server.ts";
import * as results from "#app/routes/leader/survey-results.tsx";
import * as door from "#app/routes/member/survey-door.tsx";
import * as doors from "#app/routes/member/survey-doors.tsx";
import * as desk from "#app/routes/office/survey.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";
import { open, send, taps } from "./rounds.ts";

const office = testOffice();
let team: LoggingTeam;
let lan: TestBrowser;
let minh: TestBrowser;
let first = "";

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
  minh = await team.commune.browser(team.minh.accountId);
  first = team.households[0] ?? "";
});

const claims = () =>
  rowsOf(
    office,
    team,
    "select c.id, c.activity_key as key, c.state, c.member_id as by from claim c order by c.received_at",
  );

describe("a round", () => {
  it("F02: is opened by the office once, under its own name, with the newest form", async () => {
    const officer = await team.commune.browser();
    const form = {
      id: freshId(),
      name: "Khảo sát quý IV",
      firstDay: "2026-11-01",
      lastDay: "2026-11-30",
      villages: String(team.villageId),
    };
    expect((await officer.post(desk.action, "/", form)).status).toBe(303);
    expect((await officer.post(desk.action, "/", form)).status).toBe(303);
    expect((await officer.post(desk.action, "/", { ...form, id: freshId() })).body.problems.name.code).toBe(
      "survey_round_name_taken",
    );
    const late = { ...form, id: freshId(), name: "Đợt ngược", lastDay: "2026-10-01" };
    expect((await officer.post(desk.action, "/", late)).body.problems.lastDay.code).toBe(
      "survey_round_ends_before",
    );
    const elsewhere = { ...form, id: freshId(), name: "Đợt nơi khác", villages: "987654" };
    expect((await officer.post(desk.action, "/", elsewhere)).body.problems.villages.code).toBe(
      "survey_round_no_village",
    );
    const { rounds } = (await officer.get(desk.loader, "/van-phong/khao-sat")).body;
    expect(rounds).toMatchObject([
      { name: form.name, state: "running", formVersion: 2, progress: { listed: 6 } },
    ]);
    expect((await lan.post(desk.action, "/", form)).status).toBe(404);
  });
});

describe("a door", () => {
  it("F01: takes a whole form as ordinary work, once per household and round, checked by another", async () => {
    const roundId = await open(team);
    const id = freshId();
    const saved = await send(lan, roundId, first, taps({ id }));
    expect(saved.status).toBe(303);
    expect(saved.location).toContain(`/khao-sat/${roundId}/ho/${team.households[1]}`);
    expect(saved.location).toContain("viec=gui");
    expect((await send(lan, roundId, first, taps({ id }))).status).toBe(303);
    expect((await send(lan, roundId, first, taps({ id, "h.network": "none" }))).body.problems.form.code).toBe(
      "survey_sent_otherwise",
    );
    const [claim, ...more] = await claims();
    expect(claim).toMatchObject({ key: "skill-survey", state: "submitted", by: team.lan.memberId });
    expect(more).toEqual([]);
    expect((await send(minh, roundId, first, taps({ basedOn: "1", "a1.payment": "yes" }))).status).toBe(303);
    expect(await claims()).toHaveLength(1);
    await decide(team.leader, approval(claim.id));
    const [form] = await rowsOf(office, team, "select claim_id as id, revision from survey_form");
    expect(form).toEqual({ id: claim.id, revision: 2 });
  });

  it("F01: earns again in the next round of the same year, and the check of the ledger reckons the same", async () => {
    for (const name of ["Đợt một", "Đợt hai"]) {
      expect((await send(lan, await open(team, { name }), first, taps())).status).toBe(303);
    }
    for (const { id } of await claims()) expect((await decide(team.leader, approval(id))).ok).toBe(true);
    const lines = await rowsOf(office, team, "select kind, points from ledger_line order by points");
    expect(lines).toEqual([
      { kind: "award", points: 200 },
      { kind: "award", points: 200 },
    ]);
    const { claims: read, rules } = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      readVerifiedClaims(tx, team.commune.communeId),
    );
    expect(dueLines(read, rules).map(({ kind }) => kind)).toEqual(["award", "award"]);
  });

  it("F01: keeps what is answered in part, and what was refused or found shut; neither is work", async () => {
    const roundId = await open(team);
    const { "a2.phone": _, ...some } = taps();
    const kept = await send(lan, roundId, first, some);
    expect(kept.location).toContain("xong=giu");
    const half = (await lan.get(door.loader, "/", { roundId, householdId: first })).body.door;
    expect(half.stored).toMatchObject({
      isComplete: false,
      given: { adults: [{ outcome: "answered" }, { outcome: null }] },
    });
    const gone = await send(lan, roundId, team.households[1] ?? "", { door: "absent" });
    expect(gone.status).toBe(303);
    await send(lan, roundId, team.households[2] ?? "", { door: "refused" });
    expect(await claims()).toEqual([]);
    const { view } = (await lan.get(doors.loader, "/khao-sat")).body;
    expect(view.progress).toEqual({ listed: 6, answered: 0, refused: 1, absent: 1, begun: 1 });
    expect(view.doors.map(({ state }: { state: string }) => state)).toEqual([
      "begun",
      "open",
      "open",
      "open",
    ]);
    const rest = taps({ basedOn: "1", "a2.outcome": "absent" });
    expect((await send(lan, roundId, first, rest)).status).toBe(303);
    expect(await claims()).toHaveLength(1);
  });

  it("F01: two members at one household: nothing of either is lost, both versions are at hand", async () => {
    const roundId = await open(team);
    await send(lan, roundId, first, taps());
    const late = await send(minh, roundId, first, taps({ "h.network": "mobile" }));
    expect(late.status).toBe(422);
    expect(late.body.problems.form.code).toBe("survey_changed_meanwhile");
    expect(late.body.given.answers.network).toEqual(["mobile"]);
    const { stored } = (await minh.get(door.loader, "/", { roundId, householdId: first })).body.door;
    expect(stored).toMatchObject({
      revision: 1,
      takenByName: "Vì Thị Lan",
      given: { answers: { network: ["fixed"] } },
    });
  });

  it("F01: two who send at the same moment: one is taken, the other is told", async () => {
    const roundId = await open(team);
    const answers = await Promise.all(
      [lan, minh].map((browser, index) => send(browser, roundId, first, taps({ "a1.skill": String(index) }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await claims()).toHaveLength(1);
  });

  it("F02: the answers of the last round fill the next one's form, whose version stays its own", async () => {
    const before = await open(team, { name: "Đợt quý III", from: "2026-11-01", until: "2026-11-20" });
    await send(lan, before, first, taps());
    const now = await open(team, { name: "Đợt mới", from: "2026-11-02", formVersion: 2 });
    const view = (await lan.get(door.loader, "/", { roundId: now, householdId: first })).body.door;
    expect(view.form.version).toBe(2);
    expect(view.stored).toBeNull();
    expect(view.before).toMatchObject({
      answers: { network: ["fixed"] },
      adults: [{ outcome: null }, { outcome: null }],
    });
    expect((await send(lan, before, first, { ...taps({ basedOn: "1" }), "a1.apps": "zalo" })).status).toBe(
      303,
    );
  });

  it("F06: holds no number of a person, no other village's household, and no day outside its round", async () => {
    const roundId = await open(team);
    expect(
      (await send(lan, roundId, first, taps({ note: "CCCD 001099012345" }))).body.problems.note.code,
    ).toBe("identity_number");
    expect((await send(lan, roundId, first, {})).body.problems.form.code).toBe("survey_nothing_said");
    expect((await send(lan, roundId, first, taps({ "a9.phone": "smart" }))).body.problems.form.code).toBe(
      "survey_question_unknown",
    );
    expect((await send(lan, roundId, first, taps({ "h.network": "fast" }))).body.problems.form.code).toBe(
      "survey_question_unknown",
    );
    const far = await team.commune.browser(team.far.accountId);
    expect((await send(far, roundId, first, taps())).status).toBe(404);
    const officer = await team.commune.browser();
    expect((await officer.get(door.loader, "/", { roundId, householdId: first })).status).toBe(404);
    expect((await officer.get(results.loader, "/", { roundId })).status).toBe(200);
    office.setNow(new Date("2026-12-01T02:00:00Z"));
    const later = await team.commune.browser(team.lan.accountId);
    expect((await send(later, roundId, first, taps())).body.problems.form.code).toBe("survey_round_not_open");
  });
});
