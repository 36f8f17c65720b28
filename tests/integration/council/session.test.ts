import { beforeEach, describe, expect, it } from "vitest";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import * as vote from "#app/routes/member/council-vote.tsx";
import * as desk from "#app/routes/office/council.tsx";
import * as roll from "#app/routes/office/council-members.tsx";
import * as session from "#app/routes/office/council-session.tsx";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";
import { plantReview } from "../self-assessment/planted-review.ts";

const office = testOffice();
let commune: Commune;
let reviewId: string;
let sessionId: string;
/** Accounts by name: a chair, a vice chair, the secretary, two members; one more member has no account. */
let people: Map<string, string>;

const SEATS: readonly [string, CouncilRole][] = [
  ["Chủ Tịch", "chair"],
  ["Phó Chủ", "vice_chair"],
  ["Thư Ký", "secretary"],
  ["Ủy Một", "member"],
  ["Ủy Hai", "member"],
  ["Ủy Ba", "member"],
];
const AT = () => ({ reviewId, councilSession: sessionId });

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài", "Thôn Bắc"]);
  reviewId = await plantReview(office, commune, { state: "locked" });
  people = new Map();
  for (const [name, role] of SEATS) {
    const accountId = name === "Ủy Ba" ? null : await office.makeAccount({ name });
    if (accountId)
      await office.grant(accountId, commune.communeId, role === "chair" ? "commune_leader" : "council");
    people.set(name, accountId ?? "");
    await office.db.maintain.query(
      `insert into council_member (commune_id, id, account_id, full_name, position, role, decision, valid_from, entered_by,
         entered_at) values ($1, $2, $3, $4, 'Cán bộ xã', $5, '05/QĐ-UBND', '2026-01-01', $6, $7)`,
      [commune.communeId, freshId(), accountId, name, role, commune.officerId, NOW],
    );
  }
  const opened = {
    id: freshId(),
    title: "Họp xét khen thưởng",
    form: "meeting",
    place: "Hội trường",
    heldOn: "2026-11-20",
  };
  sessionId = opened.id;
  expect((await post(desk.action, opened, { reviewId })).status).toBe(303);
});

async function post(
  action: unknown,
  form: Record<string, string> | [string, string][],
  params = {},
  by = commune.officerId,
) {
  return (await commune.browser(by)).post(action, "/", form, params);
}
const act = (form: Record<string, string> | [string, string][]) => post(session.action, form, AT());
const minutes = async () =>
  (await (await commune.browser()).get(session.loader, "/", AT())).body.desk.minutes;
async function seats(wish: Record<string, string> = {}) {
  const { members } = await minutes();
  const form: [string, string][] = [["act", "seats"]];
  for (const { memberId, name } of members as { memberId: string; name: string }[]) {
    const attendance = wish[name] ?? "present";
    form.push([`attendance-${memberId}`, attendance]);
    if (attendance === "proxy") form.push([`proxyName-${memberId}`, "Người đi thay"]);
    if (attendance === "proxy" || attendance === "written")
      form.push([`paper-${memberId}`, "Giấy 01 ngày 19/11/2026"]);
  }
  return act(form);
}
async function propose(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => freshId());
  const villages = [...commune.villages];
  for (const [at, id] of ids.entries()) {
    const [name, villageId] = villages[at] ?? ["", 0];
    await office.db.maintain.query(
      `insert into award_proposal (commune_id, id, review_id, category, basis, form, village_id, printed_name, achievement,
         achievement_key, first_day, last_day, state, proposed_by, proposed_at)
       values ($1, $2, $3, 'collective', 'merit', 'commendation', $4, $5, 'Đi từng ngõ, gõ từng nhà.', $6, '2026-01-01',
         '2026-12-31', 'proposed', $7, $8)`,
      [commune.communeId, id, reviewId, villageId, name, `village:${villageId}`, commune.officerId, NOW],
    );
  }
  return ids;
}
async function begin(proposals: string[], wish: Record<string, string> = {}) {
  const id = freshId();
  const form: [string, string][] = [
    ...Object.entries({ act: "open-round", id, title: "Giấy khen tập thể", mode: "show", ...wish }),
    ...proposals.map((each): [string, string] => ["proposals", each]),
  ];
  return { id, answer: await act(form) };
}
async function cast(name: string, roundId: string, choices: Record<string, string>) {
  const form = Object.fromEntries(Object.entries(choices).map(([id, choice]) => [`choice-${id}`, choice]));
  return post(vote.action, { roundId, ...form }, {}, people.get(name));
}
const idOf = async (name: string) =>
  ((await minutes()).members as { memberId: string; name: string }[]).find((each) => each.name === name)
    ?.memberId ?? "";

describe("a session of the council", () => {
  it("counts its quorum with the arithmetic before anybody votes; a proxy needs its paper", async () => {
    const [first = ""] = await propose(1);
    const { answer } = await begin([first]);
    expect(answer.body.problems.form).toEqual({ code: "council_quorum_missing", counted: 0, needed: 4 });
    const memberId = await idOf("Ủy Một");
    expect((await act({ act: "seats", [`attendance-${memberId}`]: "proxy" })).body.problems).toMatchObject({
      [`proxyName-${memberId}`]: { code: "required" },
      [`paper-${memberId}`]: { code: "required" },
    });
    await seats({ "Ủy Một": "proxy", "Ủy Hai": "written", "Ủy Ba": "absent" });
    expect((await minutes()).quorum).toMatchObject({
      present: 3,
      proxies: 1,
      written: 1,
      absent: 1,
      counted: 4,
      isReached: true,
    });
    expect((await begin([first])).answer.status).toBe(303);
  });

  it("hands: members tap or the secretary writes; over the places the most votes win, and the chair's side takes the tie on the last", async () => {
    const [east = "", west = "", north = ""] = await propose(3);
    await seats();
    const { id } = await begin([east, west, north], { places: "2" });
    expect((await cast("Chủ Tịch", id, { [east]: "yes", [west]: "yes" })).body.problems.form.code).toBe(
      "council_vote_incomplete",
    );
    expect((await cast("Chủ Tịch", id, { [east]: "yes", [west]: "no", [north]: "yes" })).status).toBe(303);
    const [one, two] = [await idOf("Ủy Một"), await idOf("Ủy Hai")];
    const chair = await idOf("Chủ Tịch");
    await act([
      ["act", "hands"],
      ["roundId", id],
      [`no-${north}`, one],
      // What the chair tapped stays the chair's.
      [`no-${east}`, chair],
      [`abstain-${west}`, two],
    ]);
    await act({ act: "close-round", roundId: id });
    const [round] = (await minutes()).rounds;
    expect(round).toMatchObject({
      state: "closed",
      voters: 6,
      voted: 6,
      result: { base: 6, needed: 4, chosen: 2 },
    });
    expect(
      round.result.nominees.map(({ name, yes, outcome }: Record<string, unknown>) => [name, yes, outcome]),
    ).toEqual([
      ["Thôn Bắc", 6, "chosen"],
      ["Thôn Đông", 5, "chosen"],
      ["Thôn Đoài", 4, "over_places"],
    ]);
    expect(
      (await cast("Ủy Một", id, { [east]: "no", [west]: "no", [north]: "no" })).body.problems.form.code,
    ).toBe("council_round_closed");
  });

  it("a tie on the last place waits for the chair's side with a reason, once", async () => {
    const [east = "", west = ""] = await propose(2);
    await seats();
    const { id } = await begin([east, west], { places: "1", mode: "paper" });
    const paper = {
      act: "close-round",
      roundId: id,
      issued: "6",
      returned: "6",
      invalid: "1",
      tellers: "Ủy Một, Ủy Hai",
    };
    const votes = (yes: string) => ({
      [`yes-${east}`]: yes,
      [`no-${east}`]: "1",
      [`yes-${west}`]: "4",
      [`no-${west}`]: "0",
    });
    expect((await act({ ...paper, ...votes("5") })).body.problems.form.code).toBe(
      "council_paper_does_not_add_up",
    );
    expect((await act({ ...paper, issued: "9", ...votes("4") })).body.problems.issued.code).toBe(
      "council_more_ballots_than_voters",
    );
    expect((await act({ ...paper, ...votes("4") })).status).toBe(303);
    expect((await minutes()).rounds[0].result).toMatchObject({ chosen: 0, tiedPlaces: 1 });
    const side = (chosen: string[]) =>
      act([
        ["act", "chair-side"],
        ["roundId", id],
        ["reason", "Thôn có nhiều hộ nghèo hơn."],
        ...chosen.map((each): [string, string] => ["chosen", each]),
      ]);
    expect((await side([east, west])).body.problems.chosen).toEqual({
      code: "council_chair_side_wrong",
      places: 1,
    });
    expect((await side([west])).status).toBe(303);
    expect((await side([east])).body.problems.form.code).toBe("council_not_tied");
    const { result, chairSide } = (await minutes()).rounds[0];
    expect(result.nominees.find(({ name }: { name: string }) => name === "Thôn Đoài").outcome).toBe(
      "chosen_by_chair",
    );
    expect(chairSide).toMatchObject({ reason: "Thôn có nhiều hộ nghèo hơn." });
  });

  it("records dissent, ends once with its conclusion, and then nothing of it moves, in the database either", async () => {
    const [east = ""] = await propose(1);
    await seats();
    const { id } = await begin([east]);
    expect((await act({ act: "close-session", conclusion: "Nhất trí." })).body.problems.form.code).toBe(
      "council_round_runs",
    );
    expect((await act({ act: "close-round", roundId: id })).body.problems.form.code).toBe(
      "council_nobody_voted",
    );
    await act({ act: "hands", roundId: id });
    await act({ act: "close-round", roundId: id });
    await act({
      act: "dissent",
      id: freshId(),
      memberId: await idOf("Ủy Hai"),
      roundId: id,
      content: "Nên chờ thêm một quý.",
    });
    expect((await act({ act: "close-session" })).body.problems.conclusion.code).toBe("required");
    expect((await act({ act: "close-session", conclusion: "Nhất trí." })).status).toBe(303);
    expect((await act({ act: "words", conclusion: "Khác." })).body.problems.form.code).toBe(
      "council_session_closed",
    );
    expect(await minutes()).toMatchObject({
      state: "closed",
      conclusion: "Nhất trí.",
      dissents: [{ memberName: "Ủy Hai", roundNumber: 1, text: "Nên chờ thêm một quý." }],
      rounds: [{ result: { nominees: [{ hands: { yes: SEATS.map(([name]) => name).sort(bySeat) } }] } }],
    });
    const { maintain } = office.db;
    await expect(
      maintain.query("update council_session set conclusion = 'Khác' where state = 'closed'"),
    ).rejects.toThrow(/stands/);
    await expect(
      maintain.query(
        "update council_seat set noted_at = now() + interval '1 day' where commune_id = (select max(commune_id) from council_seat)",
      ),
    ).rejects.toThrow(/is closed/);
    await expect(
      maintain.query(
        "update council_vote set choice = 'no' where commune_id = (select max(commune_id) from council_vote)",
      ),
    ).rejects.toThrow(/takes no vote/);
    await expect(maintain.query("delete from council_vote")).rejects.toThrow(/permission denied/);
  });

  it("is kept by the office alone; whoever holds no seat has no vote", async () => {
    const [east = ""] = await propose(1);
    await seats();
    const { id } = await begin([east]);
    const stranger = await office.makeAccount({ name: "Người Ngoài" });
    await office.grant(stranger, commune.communeId, "council");
    people.set("Người Ngoài", stranger);
    expect((await cast("Người Ngoài", id, { [east]: "yes" })).body.problems.form.code).toBe(
      "council_no_vote_here",
    );
    expect(
      (await post(session.action, { act: "close-round", roundId: id }, AT(), people.get("Ủy Một"))).status,
    ).toBe(404);
    const leader = {
      act: "member",
      id: freshId(),
      fullName: "Chủ Tịch Khác",
      position: "x y",
      role: "chair",
      decision: "06/QĐ-UBND",
      validFrom: "2026-06-01",
    };
    expect((await post(roll.action, leader)).body.problems.role).toEqual({
      code: "council_chair_taken",
      name: "Chủ Tịch",
    });
    const rules = {
      act: "rules",
      quorum: "4/5",
      pass: "1/3",
      passComparator: "at_least",
      passOf: "all_members",
      document: "20/QĐ-UBND",
    };
    expect((await post(roll.action, rules)).body.problems.pass.code).toBe("council_share_too_small");
    expect((await post(roll.action, { ...rules, pass: "80/100" })).status).toBe(303);
    // G4: a second tap writes no second version.
    const written = () => office.db.superuser.query("select number from council_rule");
    const { rowCount } = await written();
    expect((await post(roll.action, { ...rules, pass: "80/100" })).status).toBe(303);
    expect((await written()).rowCount).toBe(rowCount);
    // The session that runs keeps the rules it was opened under.
    expect((await minutes()).rules.pass).toEqual({ part: 1, whole: 2, comparator: "more_than" });
  });
});

const RANKS: Record<string, number> = { "Chủ Tịch": 0, "Phó Chủ": 1, "Thư Ký": 2 };
const bySeat = (a: string, b: string) => (RANKS[a] ?? 3) - (RANKS[b] ?? 3) || a.localeCompare(b, "vi");

describe("a secret ballot", () => {
  const VOTES = ["yes", "no", "abstain", "yes", "no"] as const;

  it("is in the box once, cannot be led back to its voter by any column or transaction, and is counted at the end", async () => {
    const [east = "", west = ""] = await propose(2);
    await seats({ "Ủy Ba": "absent" });
    const { id } = await begin([east, west], { mode: "secret" });
    const names = SEATS.map(([name]) => name).filter((name) => name !== "Ủy Ba");
    for (const [at, name] of names.entries())
      expect((await cast(name, id, { [east]: VOTES[at] ?? "yes", [west]: "yes" })).status).toBe(303);
    expect((await cast("Ủy Một", id, { [east]: "no", [west]: "no" })).body.problems.form.code).toBe(
      "council_voted_already",
    );
    const { maintain } = office.db;
    const box = await maintain.query("select xmin::text, ballots from council_box where round_id = $1", [id]);
    expect(box.rows.map(({ ballots }) => ballots)).toEqual([["ay", "ny", "ny", "yy", "yy"]]);
    // One row for all ballots: of the transactions voters were marked in, at most the last is the box's.
    const marks = await maintain.query(
      "select distinct xmin::text from council_voter where has_voted and round_id = $1",
      [id],
    );
    expect(marks.rows).toHaveLength(names.length);
    expect((await maintain.query("select from council_vote where round_id = $1", [id])).rows).toHaveLength(0);
    const traces = await maintain.query("select from audit_log where table_name = 'council_box'");
    expect(traces.rows).toHaveLength(0);
    expect((await minutes()).rounds[0]).toMatchObject({ voted: 5, result: null });
    await act({ act: "close-round", roundId: id });
    const [round] = (await minutes()).rounds;
    expect(round.result.nominees).toMatchObject([
      { name: "Thôn Đoài", yes: 5, no: 0, abstain: 0, hands: null, outcome: "chosen" },
      { name: "Thôn Bắc", yes: 2, no: 2, abstain: 1, hands: null, outcome: "not_enough" },
    ]);
  });

  it("is refused where somebody could not cast it alone; the database takes no ballot without a voter, nor a count that was not cast", async () => {
    const [east = ""] = await propose(1);
    await seats();
    expect((await begin([east], { mode: "secret" })).answer.body.problems.mode).toEqual({
      code: "council_secret_not_possible",
      names: "Ủy Ba",
    });
    await seats({ "Ủy Ba": "absent" });
    const { id } = await begin([east], { mode: "secret" });
    const { maintain } = office.db;
    await expect(
      maintain.query("update council_box set ballots = '{y}' where round_id = $1", [id]),
    ).rejects.toThrow(/1 ballots of 0 voters/);
    await expect(
      maintain.query("update council_voter set has_voted = true where round_id = $1", [id]),
    ).rejects.toThrow(/0 ballots of 5 voters/);
    await cast("Ủy Một", id, { [east]: "no" });
    await expect(
      maintain.query("update council_box set ballots = '{y}' where round_id = $1", [id]),
    ).rejects.toThrow(/one ballot at a time/);
    await act({ act: "withdraw-round", roundId: id });
    await expect(
      maintain.query(
        `insert into council_count (commune_id, round_id, proposal_id, yes, no, abstain) values ($1, $2, $3, 1, 0, 0)`,
        [commune.communeId, id, east],
      ),
    ).rejects.toThrow(/not what was cast/);
  });
});
