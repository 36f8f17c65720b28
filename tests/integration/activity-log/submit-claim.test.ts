import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { submitClaims } from "#app/features/activity-log/submit-claims.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  TODAY,
  unit,
  work,
} from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (household: number, slot = 1) => ({ householdId: team.households[household] ?? "", slot });
const rows = (sql: string, ...values: unknown[]) => rowsOf(office, team, sql, ...values);
async function submit(by: Logger, content: ClaimContent, id = freshId()) {
  return submitClaim(await by.caller(), { id, content });
}
async function problemsOf(content: ClaimContent, by = team.lan) {
  const verdict = await submit(by, content);
  if (verdict.ok || verdict.code !== "claim_has_problems") return verdict;
  return verdict.problems.map(({ code, field }) => `${field}: ${code}`);
}

describe("a record of work", () => {
  it("C22, C30, B14: keeps way, outcome, visits and people apart, and the place of the member on that day", async () => {
    const verdict = await submit(
      team.lan,
      work([person(0), person(0, 2), {}], { mode: "hands_on", visits: 7, place: "Nhà văn hóa" }),
    );
    expect(verdict).toMatchObject({
      ok: true,
      value: { state: "submitted", visits: 7, people: 2, revision: 1 },
    });
    const [claim] = await rows("select * from claim");
    expect(claim).toMatchObject({
      mode: "hands_on",
      team_id: team.teamId,
      village_id: team.villageId,
      member_id: team.lan.memberId,
      entered_by: team.lan.accountId,
      is_from_paper: false,
      place: "Nhà văn hóa",
    });
    expect(claim.device_id).not.toBeNull();
    const units = await rows("select * from claim_unit order by ordinal");
    expect(
      units.map(({ outcome, village_id, person_key }) => [outcome, village_id, person_key?.length]),
    ).toEqual([
      ["proficient", team.villageId, 32],
      ["proficient", team.villageId, 32],
      ["proficient", null, undefined],
    ]);
  });

  it("T16: belongs to the team of the day of the work, however the member moved since", async () => {
    const elsewhere = await team.commune.team("Thôn Đoài", { name: "Tổ hai" });
    const moved = await team.logger({ name: "Mùa A Chuyển", team: team.teamId, until: day("2026-11-18") });
    await team.commune.join(moved.memberId, elsewhere, { from: day("2026-11-19") });
    await send(moved, work([person(0)], { workDate: day("2026-11-18") }));
    await send(moved, work([person(1)], { workDate: day("2026-11-19") }));
    expect(
      (await rows("select team_id from claim order by work_date")).map(({ team_id }) => team_id),
    ).toEqual([team.teamId, elsewhere]);
    expect(await problemsOf(work([person(2)], { workDate: day("2025-12-31") }), moved)).toEqual([
      "workDate: work_month_closed",
    ]);
  });

  it("rule 8: a person is a keyed name, the same through every record and unlike any other's", async () => {
    await send(team.lan, work([person(0), person(0, 2)]));
    await send(team.far, work([person(0)]));
    const keys = (
      await rows("select encode(person_key, 'hex') as key from claim_unit order by claim_id, ordinal")
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    const other = await makeLoggingTeam(office);
    await send(other.lan, work([{ householdId: other.households[0] ?? "", slot: 1 }]));
    const [theirs] = await rowsOf(office, other, "select encode(person_key, 'hex') as key from claim_unit");
    expect(keys).not.toContain(theirs?.key);
  });

  it("E01, E02: groups are kept for sums; a poor household's people are of it without a tick", async () => {
    await send(
      team.lan,
      work([{ ...person(0), groups: ["elderly", "manual_worker"] }, { ...person(5) }, { ...person(1) }]),
    );
    const units = await rows("select is_priority, groups from claim_unit order by ordinal");
    expect(units.map(({ is_priority, groups }) => [is_priority, groups])).toEqual([
      [true, ["elderly", "manual_worker"]],
      [true, ["poor_household"]],
      [false, []],
    ]);
  });
});

describe("sent again", () => {
  it("the same record is one record and one answer, however often and wherever from", async () => {
    const id = freshId();
    const content = work([person(0)]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(team.lan, content, id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: true, value: { id, revision: 1 } });
    expect(await rows("select id from claim where id = $1::uuid", id)).toHaveLength(1);
    expect(await rows("select revision from claim_revision where claim_id = $1::uuid", id)).toHaveLength(1);
  });

  it("is answered as the first time even when its month has closed since", async () => {
    const id = freshId();
    const content = work([person(0)]);
    const first = await submit(team.lan, content, id);
    office.setNow(new Date("2027-02-20T02:00:00Z"));
    expect(await submit(team.lan, content, id)).toEqual(first);
  });

  it("the same id with other work, or from somebody else, is refused and changes nothing", async () => {
    const id = freshId();
    await send(team.lan, work([person(0)]), id);
    expect(await submit(team.lan, work([person(1)]), id)).toEqual({ ok: false, code: "claim_id_reused" });
    expect(await submit(team.minh, work([person(0)]), id)).toEqual({ ok: false, code: "claim_id_reused" });
    expect(await rows("select household_id from claim_unit where claim_id = $1::uuid", id)).toEqual([
      { household_id: team.households[0] },
    ]);
  });

  it("bulk equals single: fifty at once, each answered by itself", async () => {
    const good = Array.from({ length: 48 }, (_, index) => ({
      id: freshId(),
      content: work([person(index % 5, 1 + (index % 2))], { note: `Lần ${index}` }),
    }));
    const twin = good[0] ?? { id: "", content: work([]) };
    const batch = [
      ...good,
      { id: freshId(), content: work([person(0)], { workDate: day("2026-11-21") }) },
      twin,
      { id: twin.id, content: work([person(1)]) },
    ];
    const answers = await submitClaims(await team.lan.caller(), batch);
    expect(answers.map(({ outcome }) => (outcome.ok ? "ok" : outcome.code))).toEqual([
      ...Array.from({ length: 48 }, () => "ok"),
      "claim_has_problems",
      "ok",
      "claim_id_reused",
    ]);
    expect(await submitClaims(await team.lan.caller(), batch)).toEqual(answers);
    expect(await rows("select id from claim where member_id = $1::uuid", team.lan.memberId)).toHaveLength(48);
  });
});

describe("the day of the work", () => {
  it("C33: any hour of an open month counts; after a week it is marked, never refused", async () => {
    office.setNow(new Date("2026-11-30T16:30:00Z"));
    const late = await submit(team.lan, work([person(0)], { workDate: day("2026-11-22") }));
    expect(late).toMatchObject({ ok: true, value: { marks: ["late"], signals: ["late"] } });
    const week = await submit(team.lan, work([person(1)], { workDate: day("2026-11-23") }));
    expect(week).toMatchObject({ ok: true, value: { marks: [] } });
  });

  it("is not tomorrow, whatever the phone says", async () => {
    expect(await problemsOf(work([person(0)], { workDate: day("2026-11-21") }))).toEqual([
      "workDate: work_in_future",
    ]);
    // 17:00 UTC is midnight in Việt Nam.
    office.setNow(new Date("2026-11-20T17:00:00Z"));
    expect(await submit(team.lan, work([person(0)], { workDate: day("2026-11-21") }))).toMatchObject({
      ok: true,
    });
  });

  it("of a month that has closed has a way out: paper, through the office", async () => {
    const verdict = await submit(team.lan, work([person(0)], { workDate: day("2026-07-01") }));
    expect(verdict).toMatchObject({ problems: [{ code: "work_month_closed", field: "workDate" }] });
    const typed = await submitClaim(await team.officer.caller(), {
      id: freshId(),
      content: work([person(0)], { workDate: day("2026-07-01") }),
      onBehalfOf: { memberId: team.lan.memberId, signedSheet: null, mayReachBack: true },
    });
    expect(typed).toMatchObject({ ok: true, value: { marks: ["late", "adjustment"] } });
    const [claim] = await rows("select * from claim");
    expect(claim).toMatchObject({
      is_from_paper: true,
      entered_by: team.commune.officerId,
      member_id: team.lan.memberId,
    });
    expect(await rows("select id from month where id < 202611")).toEqual([]);
  });

  it("T14: a phone whose clock is off loses nothing; the checker is told by how much", async () => {
    for (const offsetMs of [-2 * 365 * 86_400_000, -13 * 3_600_000, 86_400_000, 6 * 60_000]) {
      const verdict = await submitClaim(await team.lan.caller(), {
        id: freshId(),
        content: work([person(0)], { note: String(offsetMs) }),
        phoneTime: new Date(NOW.getTime() + offsetMs),
      });
      expect(verdict).toMatchObject({
        ok: true,
        value: { signals: expect.arrayContaining(["phone_clock"]) },
      });
    }
    const fine = await submitClaim(await team.lan.caller(), {
      id: freshId(),
      content: work([person(1)]),
      phoneTime: new Date(NOW.getTime() - 4 * 60_000),
    });
    expect(fine).toMatchObject({ ok: true, value: { signals: [] } });
    const [row] = await rows(
      "select facts from claim_signal where kind = 'phone_clock' order by raised_at limit 1",
    );
    expect(row?.facts).toHaveProperty("offsetSeconds");
  });
});

describe("what is named", () => {
  it("C18: a retired service takes no new work and keeps the old", async () => {
    const covid = [{ ...person(0), serviceKey: "pc-covid" }];
    expect(await problemsOf(work(covid))).toEqual(["units: service_retired"]);
    expect(await problemsOf(work([{ ...person(0), serviceKey: "no-such" }]))).toEqual([
      "units: service_unknown",
    ]);
  });

  it("is of this commune: a household, a person, a helper, a photo of another one is not there", async () => {
    const other = await makeLoggingTeam(office);
    const content = work([{ householdId: other.households[0] ?? "", slot: 1 }], {
      helpers: [{ memberId: other.minh.memberId, part: "helper" }],
      photos: [freshId()],
    });
    expect(await problemsOf(content)).toEqual([
      "units: household_not_listed",
      "helpers: helper_not_in_team",
      "photos: photo_unknown",
    ]);
    expect(await problemsOf(work([person(0, 9)]))).toEqual(["units: slot_not_listed"]);
  });

  it("T9: a citizen's number in any free text is refused with its hint, and everything wrong is said at once", async () => {
    const number = "0012 3456 7890";
    expect(
      await problemsOf(
        work([person(0)], { note: `Bà Lan ${number}`, place: number, movements: [number], visits: 0 }),
      ),
    ).toEqual([
      "movements: identity_number",
      "place: identity_number",
      "note: identity_number",
      "visits: visits_below_people",
    ]);
    expect(JSON.stringify(await rows("select * from claim"))).not.toContain("3456");
  });

  it("L21: movements are named on the record, which stays one record", async () => {
    const id = await send(team.lan, work([person(0)], { movements: ["Nông thôn mới", "Toàn dân đoàn kết"] }));
    expect(await rows("select movements, visits from claim where id = $1::uuid", id)).toEqual([
      { movements: ["Nông thôn mới", "Toàn dân đoàn kết"], visits: 1 },
    ]);
  });

  it("C23, L13, L24: a talk at a meeting has its headcount, and no list of people", async () => {
    const talk = work([], {
      activityKey: "talk",
      mode: "meeting",
      visits: 64,
      units: [unit()],
      place: "Họp chi hội phụ nữ",
    });
    expect(await submit(team.lan, talk)).toMatchObject({ ok: true, value: { visits: 64, people: 0 } });
    expect(await problemsOf({ ...talk, units: [unit(), unit()] })).toEqual(["units: units_too_many"]);
    expect(await problemsOf({ ...talk, mode: "home_visit" })).toEqual(["mode: mode_not_allowed"]);
  });

  it("C28, L08: a shift at the one-stop counter has its length and its counters", async () => {
    const shift = work([], {
      activityKey: "help-point-shift",
      mode: "one_stop_counter",
      minutes: 180,
      visits: 9,
      units: [unit()],
      counters: { cashless_payments: 5, dossiers: 7 },
      workDate: TODAY,
    });
    expect(await submit(team.lan, shift)).toMatchObject({ ok: true });
    expect(await rows("select counters from claim")).toEqual([
      { counters: { cashless_payments: 5, dossiers: 7 } },
    ]);
    expect(await problemsOf({ ...shift, minutes: 90 })).toEqual(["minutes: too_short_a_time"]);
    expect(await problemsOf({ ...shift, counters: { cashless_payments: -1 } })).toEqual([
      "counters: number_out_of_range",
    ]);
    expect(await problemsOf({ ...shift, counters: { bribes: 1 } })).toEqual([
      "counters: number_out_of_range",
    ]);
  });

  it("an account on no roster has no work to log", async () => {
    expect(await submit(team.officer, work([person(0)]))).toEqual({ ok: false, code: "not_on_roster" });
  });
});
