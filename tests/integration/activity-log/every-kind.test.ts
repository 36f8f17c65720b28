import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, unit, work } from "./loggers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (household: number, slot = 1) => ({ householdId: team.households[household] ?? "", slot });
const household = (index: number) => ({ householdId: team.households[index] ?? "" });

/** Logged by Lan, verified by her leader: what it brought her, in hundredths of a point. */
async function earn(content: ClaimContent): Promise<number> {
  const claimId = await send(team.lan, content);
  const [decided] = await decideClaims(await team.leader.caller(), [
    { decisionId: freshId(), claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null },
  ]);
  if (!decided?.outcome.ok) throw new Error(JSON.stringify(decided));
  return decided.outcome.value.points;
}

function of(
  activityKey: string,
  units: ClaimContent["units"],
  wish: Partial<ClaimContent> = {},
): ClaimContent {
  return { ...work([]), activityKey, units, visits: Math.max(1, units.length), ...wish };
}

describe("digital government, logged and verified", () => {
  it("C01: a public service pays by what the person can do afterwards", async () => {
    const outcomes = ["knows", "with_help", "proficient"] as const;
    const paid: number[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      paid.push(await earn(work([{ ...person(index), outcome }])));
    }
    expect(paid).toEqual([100, 200, 400]);
  });

  it("C06: an account at level 2 pays once for a person, whoever asks again", async () => {
    expect(await earn(of("eid-level-2", [unit(person(0))]))).toBe(300);
    expect(await earn(of("eid-level-2", [unit(person(0))]))).toBe(0);
  });

  it("C07: several documents of one person are one record, and three of them pay", async () => {
    expect(await earn(of("document-integration", [unit({ ...person(0), quantity: 4 })]))).toBe(300);
  });

  it("C09: a digital signature and its first use are counted", async () => {
    const made = unit({ ...person(0), bonuses: { "first-use": 1 } });
    expect(await earn(of("digital-signature", [made]))).toBe(500);
  });

  it("C10: a dossier that was filed is counted with the guidance", async () => {
    const filed = { ...person(0), bonuses: { "dossier-filed": 1 } };
    expect(await earn(work([filed], { counters: { dossiers: 1 } }))).toBe(600);
    const [claim] = await rowsOf(office, team, "select counters from claim");
    expect(claim.counters).toEqual({ dossiers: 1 });
  });
});

describe("digital economy, logged and verified", () => {
  it("C11: a payment account pays for a person", async () => {
    expect(await earn(of("payment-account", [unit(person(0))]))).toBe(300);
  });

  it("C12, C14, L12: a household's digital shop pays by the step, with somewhere to be paid", async () => {
    const shop = unit({
      ...household(0),
      quantity: 5,
      checks: [
        "stall_opened",
        "photos_posted",
        "advertised",
        "orders_taken",
        "orders_packed",
        "payment_account",
      ],
    });
    expect(await earn(of("online-shop-step", [shop]))).toBe(1000);
  });

  it("C02: a business that is on no village's list is served as well", async () => {
    const stall = unit({ quantity: 1, checks: ["stall_opened"] });
    expect(await earn(of("online-shop-step", [stall], { audience: "business" }))).toBe(200);
  });

  it("C16, L11: connecting a household to buyers and transport, and its production, pays by household", async () => {
    expect(
      await earn(of("farm-and-transport", [unit(household(0))], { note: "Kết nối hợp tác xã thu mua rau" })),
    ).toBe(300);
  });
});

describe("digital society, logged and verified", () => {
  it("C03: essential services pay by outcome, like those of the government", async () => {
    const guided = unit({ ...person(0), serviceKey: "civil-status", outcome: "with_help" });
    expect(await earn(of("social-service", [guided]))).toBe(200);
  });

  it("C08: an electronic health book pays for a person", async () => {
    expect(await earn(of("health-book", [unit(person(0))]))).toBe(200);
  });

  it("C19: safety on line pays once a year for a person", async () => {
    expect(await earn(of("online-safety", [unit(person(0))]))).toBe(100);
  });

  it("D20, L22: learners on open courses are counted, and their certificates", async () => {
    const learners = unit({ quantity: 3, bonuses: { certificate: 2 } });
    const content = of("online-learning", [learners], { visits: 3, counters: { learners_enrolled: 3 } });
    expect(await earn(content)).toBe(900);
  });
});

describe("common ways of working, logged and verified", () => {
  it("C20, L20: a talk to an organisation says how many it reached", async () => {
    const talk = of("talk", [unit()], {
      mode: "meeting",
      audience: "organisation",
      visits: 40,
      counters: { reached_people: 40, reached_households: 31 },
    });
    expect(await earn(talk)).toBe(500);
  });

  it("C24: a week of answered questions in the village's group counts", async () => {
    const week = of("village-group-chat", [unit()], {
      mode: "online_group",
      link: "https://zalo.me/g/thondong",
      counters: { questions_answered: 12 },
    });
    expect(await earn(week)).toBe(200);
  });

  it("C31: coming back after thirty days pays, and not before", async () => {
    office.setNow(new Date("2026-10-16T02:00:00Z"));
    await earn(work([person(0)], { workDate: day("2026-10-16") }));
    office.setNow(new Date("2026-11-05T02:00:00Z"));
    expect(await earn(of("return-visit", [unit(person(0))], { workDate: day("2026-11-05") }))).toBe(0);
    office.setNow(NOW);
    expect(await earn(of("return-visit", [unit(person(0))], { workDate: day("2026-11-19") }))).toBe(300);
  });
});
