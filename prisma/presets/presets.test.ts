import { describe, expect, it } from "vitest";
import { figuresFreezeOn, lastDayInTimeOf } from "#app/domain/calendar/cutoff.ts";
import { makePeriod } from "#app/domain/calendar/period.ts";
import { type ActivityProposal, topOfScale } from "#app/domain/plan/activity-proposal.ts";
import { checkPlan } from "#app/domain/plan/check-plan.ts";
import { lastDayOfMilestone } from "#app/domain/plan/milestone.ts";
import { PRESET_IDS } from "#app/domain/plan/plan-preset.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { listPresets, PRESETS } from "./presets.ts";

const daiSon = PRESETS["dai-son-2026"];
const hongGai = PRESETS["hong-gai-2024"];

function activity(key: string): ActivityProposal {
  const found = daiSon.proposal.activities.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no activity ${key}`);
  return found;
}

const pays = (key: string, times = 1) => topOfScale(activity(key).scale) * times;

describe("every preset", () => {
  it.each(PRESET_IDS)("%s is a sound plan under its own id", (id) => {
    expect(PRESETS[id].id).toBe(id);
    expect(checkPlan(PRESETS[id])).toEqual([]);
  });

  it.each(listPresets().map((plan) => [plan.id, JSON.stringify(plan)] as const))(
    "%s survives being written and read back",
    (id, written) => {
      expect(JSON.parse(written)).toEqual(PRESETS[id]);
      expect(written).toBe(written.normalize("NFC"));
    },
  );

  it("calls its points a proposal", () => {
    expect(listPresets().map((plan) => plan.proposal.standing)).toEqual(Array(4).fill("proposed"));
  });

  it("lists papers of one commune as that commune's own", () => {
    for (const { issuedBy, text } of listPresets().flatMap((plan) => plan.legalBases)) {
      if (/Ủy ban nhân dân xã/.test(text)) expect(issuedBy).toBe("commune");
    }
  });
});

describe("the days of the plans", () => {
  it("Đại Sơn: May runs 15/4 to 14/5, stands on 17/5, the team may send until 19/5", () => {
    const { cutoff } = daiSon.report;
    const may = makePeriod("month", 2026, 5, cutoff.startDay);
    expect([may.firstDay, may.lastDay]).toEqual(["2026-04-15", "2026-05-14"]);
    expect(figuresFreezeOn(cutoff, may)).toBe("2026-05-17");
    expect(lastDayInTimeOf(cutoff.due.team, may)).toBe("2026-05-19");
  });

  it("Hồng Gai: May runs 10/4 to 9/5 and the ward may send until 13/5", () => {
    const { cutoff } = hongGai.report;
    const may = makePeriod("month", 2026, 5, cutoff.startDay);
    expect([may.firstDay, may.lastDay]).toEqual(["2026-04-10", "2026-05-09"]);
    expect(lastDayInTimeOf(cutoff.due.office, may)).toBe("2026-05-13");
  });

  it("J16: campaigns before 30/10 end with the 29th", () => {
    const campaigns = hongGai.milestones.find(({ key }) => key === "campaigns");
    expect(campaigns && lastDayOfMilestone(campaigns.time)).toBe("2024-10-29");
  });

  it("J17, J18: a month or a quarter is the calendar's, whatever day the plan's months start on", () => {
    const regulation = hongGai.milestones.find(({ key }) => key === "regulation");
    const portal = PRESETS["ngoc-hoi-2026"].milestones.find(({ key }) => key === "accessible-portal");
    expect(regulation && lastDayOfMilestone(regulation.time)).toBe("2024-06-30");
    expect(portal && lastDayOfMilestone(portal.time)).toBe("2026-03-31");
  });
});

describe("the arithmetic of the proposed points", () => {
  it("an ordinary month comes to 59 points", () => {
    const month =
      pays("online-public-service", 6) +
      pays("eid-level-2", 2) +
      pays("health-book", 2) +
      pays("first-visit", 5) +
      pays("help-point-shift") +
      pays("required-training") +
      pays("return-visit", 2);
    expect(month).toBe(5_900);
  });

  it("a sweep of doors stops at the eighth for points", () => {
    const door = pays("first-visit") + pays("commune-channel") + pays("skill-survey");
    expect(door).toBe(500);
    expect(Math.floor(daiSon.proposal.limits.perDay / door)).toBe(8);
  });

  it("one person and service pays 1, 2 or 4, and 2 more for a filed dossier", () => {
    expect(activity("online-public-service").scale).toEqual({
      by: "outcome",
      knows: 100,
      withHelp: 200,
      proficient: 400,
    });
    expect(activity("online-public-service").bonuses.map(({ each }) => each)).toEqual([200]);
  });

  it("an online shop brings ten points in five steps", () => {
    const shop = activity("online-shop-step");
    expect(topOfScale(shop.scale) * (shop.cap?.units ?? 0)).toBe(1_000);
  });

  it("the year's sheet weighs 30, 20, 15, 10, 5, 8, 5, 7 and a bonus of 3", () => {
    for (const plan of listPresets()) {
      const criteria = listCriteria(plan.proposal.sheet);
      expect(criteria.map(({ maximum }) => maximum / 100)).toEqual([30, 20, 15, 10, 5, 8, 5, 7, 3]);
      expect(criteria.filter(({ nature }) => nature !== "part")).toHaveLength(1);
    }
  });
});
