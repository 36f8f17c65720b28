import { beforeEach, describe, expect, it } from "vitest";
import { readPointsOfMember } from "#app/features/ledger/read-points.server.ts";
import { readStandings, readStandingsBetween } from "#app/features/ledger/read-standings.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { approval, decide } from "./books.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const MONTH = { fromMonth: 202612, toMonth: 202612 };
const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const read = async (by: Logger, of: Logger) => readPointsOfMember(await by.caller(), of.memberId, MONTH);
const approve = async (claim: string) => decide(team.leader, approval(claim));

describe("why do I have these points", () => {
  it("day by day: the work, its kind, what it brought, who verified it, and what a cap took, in figures", async () => {
    const filed = { bonuses: { "dossier-filed": 1 } };
    const evening = (slot: number) =>
      work([0, 1, 2, 3].map((index) => ({ ...person(index, slot), ...filed })));
    const first = await send(team.lan, evening(1));
    const second = await send(team.lan, evening(2));
    const other = await send(team.lan, work([person(0)], { workDate: day("2026-11-18") }));
    for (const id of [first, second, other]) await approve(id);
    const answer = await read(team.lan, team.lan);
    if (!answer.ok) throw new Error(answer.code);
    const { total, days, monthCuts, memberName, schemeVersions } = answer.value;
    expect({ total, memberName, monthCuts, schemeVersions }).toEqual({
      total: 4_400,
      memberName: "Vì Thị Lan",
      monthCuts: [],
      schemeVersions: [1],
    });
    expect(days.map(({ workDate, points }) => [workDate, points])).toEqual([
      ["2026-11-19", 4_000],
      ["2026-11-18", 400],
    ]);
    expect(days[0]?.entries).toHaveLength(2);
    expect(days[0]?.cuts).toMatchObject([
      { kind: "day_cap", points: -200, fact: { earned: 4_200, cap: 4_000, points: -200 } },
    ]);
    const [work1] = days[0]?.entries ?? [];
    expect(work1).toMatchObject({ verifierName: "Lò Văn Trưởng", verifiedAs: "leader", isCorrected: false });
    expect(work1?.activityName).toMatch(/Dịch vụ công/);
  });

  it("C32: a cap is told in figures, and what does not earn again by its rule", async () => {
    const many = await send(
      team.lan,
      work(
        [0, 1, 2, 3, 4, 5].flatMap((index) => [person(index, 1), person(index, 2)]),
        { activityKey: "online-safety" },
      ),
    );
    await approve(many);
    const visit = work([{ householdId: team.households[0] ?? "", serviceKey: null, outcome: null }], {
      activityKey: "first-visit",
    });
    await approve(await send(team.minh, visit));
    await approve(await send(team.lan, visit));
    const answer = await read(team.lan, team.lan);
    if (!answer.ok) throw new Error(answer.code);
    const cut = answer.value.days[0]?.cuts.find(({ kind }) => kind === "own_cap");
    expect(cut?.fact).toMatchObject({ counted: 10, units: 12, cap: 10, per: "day", points: -200 });
    const again = answer.value.days[0]?.entries.find(({ repeat }) => repeat !== null);
    expect(again).toMatchObject({ points: 0, award: 200, repeat: { rule: "once_a_year", points: -200 } });
  });

  it("one's own, one's team's, and the office's to see; nobody else's", async () => {
    await approve(await send(team.lan, work([person(0)])));
    for (const reader of [team.lan, team.leader, team.deputy, team.officer]) {
      expect(await read(reader, team.lan)).toMatchObject({ ok: true, value: { total: 400 } });
    }
    for (const reader of [team.minh, team.far]) {
      expect(await read(reader, team.lan)).toEqual({ ok: false, code: "not_permitted" });
    }
  });

  it("rule 7: the card's total is the standing's, over a month and over several, corrections included", async () => {
    const id = await send(team.lan, work([person(0)]));
    await approve(id);
    await approve(await send(team.lan, work([person(1), person(2)])));
    const reversal = { decisionId: freshId(), claimId: id, revision: 1, reasonCode: "slip", reason: null };
    await reverseClaim(await team.leader.caller(), reversal);
    const answer = await read(team.lan, team.lan);
    const { communeId, scope } = team.commune;
    const rows = await office.platform.db.withCommunes(scope, async (tx) => [
      ...(await readStandings(tx, communeId, 202612, "member")),
      ...(await readStandingsBetween(tx, communeId, { fromMonth: 202601, toMonth: 202612 }, "commune")),
    ]);
    expect(rows).toMatchObject([
      { subjectId: team.lan.memberId, points: 800, claims: 1, visits: 2 },
      { subjectId: String(communeId), points: 800, claims: 1, visits: 2 },
    ]);
    expect(answer).toMatchObject({ ok: true, value: { total: 800 } });
    if (answer.ok) expect(answer.value.days[0]?.entries.map(({ points }) => points).sort()).toEqual([0, 800]);
  });
});
