import { describe, expect, it } from "vitest";
import { PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { dueLines } from "../points/score.ts";
import { type CampaignFacts, phaseOf } from "./campaign.ts";
import { extraOf, factorOf } from "./factor-of.ts";
import { judgeCampaign, judgeProposal, judgePublication, judgeWithdrawal } from "./judge-campaign.ts";

const on = (text: string) => text as LocalDate;
const campaign = (wish: Partial<CampaignFacts> = {}): CampaignFacts => ({
  id: "1",
  revision: 1,
  kind: "peak",
  owner: "commune",
  name: "Cao điểm tháng Mười một",
  purpose: null,
  documentNumber: "12/KH-UBND",
  documentDay: on("2026-10-20"),
  documentBody: "Ủy ban nhân dân xã",
  startsOn: on("2026-11-10"),
  endsOn: on("2026-11-20"),
  factor: 150,
  activityKeys: [],
  serviceKeys: [],
  movement: null,
  teamIds: [],
  goals: [{ metric: "people", number: 300 }],
  proposedBy: "an",
  publishedAt: null,
  withdrawnAt: null,
  withdrawReason: null,
  ...wish,
});

describe("what may be announced", () => {
  it("D17: a factor of at most one and a half, or what the rules of the day allow", () => {
    expect(judgeCampaign(campaign(), 150)).toMatchObject({ ok: true });
    expect(judgeCampaign(campaign(), 120)).toMatchObject({ code: "campaign_factor_too_high", percent: 120 });
    expect(judgeCampaign(campaign({ endsOn: on("2026-11-09") }), 150)).toMatchObject({
      code: "campaign_days_crossed",
    });
    const twice = [
      { metric: "people", number: 3 },
      { metric: "people", number: 4 },
    ] as const;
    expect(judgeCampaign(campaign({ goals: twice }), 150)).toMatchObject({ code: "campaign_goal_twice" });
  });

  it("D17: on the eve, never on the first day", () => {
    expect(judgePublication(campaign(), "binh", on("2026-11-09"))).toMatchObject({ ok: true });
    for (const late of ["2026-11-10", "2026-11-15"]) {
      expect(judgePublication(campaign(), "binh", on(late))).toMatchObject({
        code: "campaign_not_before_start",
      });
      expect(judgeProposal(campaign({ proposedBy: null }), on(late))).toMatchObject({
        code: "campaign_not_before_start",
      });
    }
  });

  it("D15: with its document, by two persons, and never changed after", () => {
    const noPaper = campaign({ documentNumber: null, proposedBy: null });
    expect(judgeProposal(noPaper, on("2026-11-01"))).toMatchObject({ code: "campaign_needs_document" });
    expect(judgePublication(campaign(), "an", on("2026-11-01"))).toMatchObject({
      code: "campaign_needs_another_person",
    });
    const published = campaign({ publishedAt: 1 });
    expect(judgePublication(published, "binh", on("2026-11-01"))).toMatchObject({ code: "campaign_stands" });
    expect(judgeWithdrawal(published, on("2026-11-09"))).toMatchObject({ ok: true });
    expect(judgeWithdrawal(published, on("2026-11-10"))).toMatchObject({ code: "campaign_not_before_start" });
  });

  it("D17: is coming on the eve, running on its last day, over on the next", () => {
    const published = campaign({ publishedAt: 1 });
    const phases = ["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map((day) =>
      phaseOf(published, on(day)),
    );
    expect(phases).toEqual(["coming", "running", "running", "ended"]);
  });
});

describe("what it is worth", () => {
  const factor = (day: string, atMost = 150) =>
    factorOf(
      [campaign()],
      { workDate: on(day), activityKey: "talk", serviceKey: null, movements: [], teamId: 1 },
      atMost,
    )?.factor ?? 100;

  it("D17: the first and the last day count, the days around them do not; the month's rules hold it", () => {
    expect(["2026-11-09", "2026-11-10", "2026-11-20", "2026-11-21"].map((day) => factor(day))).toEqual([
      100, 150, 150, 100,
    ]);
    expect(factor("2026-11-12", 130)).toBe(130);
    expect(factor("2026-11-12", 100)).toBe(100);
  });

  it("D17: hundredths are rounded down", () => {
    expect([133, 1, 100].map((points) => extraOf(points, 150))).toEqual([66, 0, 50]);
  });

  it("D17: is a line of its own beside the award, and stays under the cap of the day", () => {
    const claims = [workOf("1", { workDate: on("2026-11-12"), units: [unitOf(1)] })];
    expect(
      dueLines(claims, { ...PROPOSED, campaigns: [campaign()] }).map(({ kind, rule, points }) => [
        kind,
        rule,
        points,
      ]),
    ).toEqual([
      ["award", "online-public-service", 400],
      ["campaign", "1", 200],
    ]);
    const many = [
      workOf("1", { workDate: on("2026-11-12"), units: Array.from({ length: 10 }, (_, i) => unitOf(i + 1)) }),
    ];
    const sum = dueLines(many, { ...PROPOSED, campaigns: [campaign()] }).reduce(
      (all, { points }) => all + points,
      0,
    );
    expect(sum).toBe(4_000);
  });
});
