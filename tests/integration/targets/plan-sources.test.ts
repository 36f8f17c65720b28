import { beforeEach, describe, expect, it } from "vitest";
import type { ClaimContent, UnitContent } from "#app/domain/activity/claim.ts";
import type { PresetId } from "#app/domain/plan/plan-preset.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { addProduct, recordListing } from "#app/features/products/keep-product.server.ts";
import * as targetPage from "#app/routes/office/target.tsx";
import * as board from "#app/routes/office/targets.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { open, send as sendDoor, taps } from "../survey/rounds.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let lan: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  lan = await team.commune.browser(team.lan.accountId);
});

const PATH = "/van-phong/chi-tieu";
const follow = (presetId: PresetId) =>
  office.db.maintain.query("update commune set preset_id = $1 where id = $2", [
    presetId,
    team.commune.communeId,
  ]);
const lines = async () => (await desk.get(board.loader, PATH)).body.board.lines;
const line = async (key: string) =>
  (await lines()).find(({ entry }: { entry: { key: string } }) => entry.key === key);
const figure = async (key: string) => {
  const { reading, light } = await line(key);
  return { ...reading.commune, basis: reading.basis, unknown: reading.unknown, light };
};
const unit = (household: number, slot: number | null, more: Partial<UnitContent> = {}) => ({
  householdId: team.households[household] ?? "",
  slot,
  outcome: null,
  ...more,
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

describe("the nine targets of Hồng Gai", () => {
  beforeEach(() => follow("hong-gai-2024"));

  it("B01: nine targets of the plan year, each with its source; none has a share before anything is known", async () => {
    const all = await lines();
    expect(all).toHaveLength(9);
    const states = Object.fromEntries(
      all.map(({ entry, light }: { entry: { key: string }; light: string }) => [entry.key, light]),
    );
    expect(states["t5-e-payment"]).toBe("no_data");
    expect(states["t9-members-trained"]).toBe("no_data");
    const { reading } = await line("t5-e-payment");
    expect(reading).toMatchObject({ basis: "none", commune: { whole: null } });
  });

  it("B02, B05, B06: the survey says of whom, verified work says how many; urging and conversion are two counters", async () => {
    const roundId = await open(team, { formVersion: 2 });
    const ask = (household: number, form: Record<string, string>) =>
      sendDoor(
        lan,
        roundId,
        team.households[household] ?? "",
        taps({ "h.devices": "none", "h.young_helper": "no", ...form }),
      );
    await ask(0, { "a1.help": "eid", "a2.help": "none", "a1.sim": "2g", "a2.sim": "4g" });
    await ask(1, { "a1.help": "payment", "a2.help": "none", "a1.phone": "basic", "a2.phone": "none" });
    expect(await figure("t1-online-services")).toMatchObject({ part: 0, whole: 1 });
    expect(await figure("t3-sim-4g")).toMatchObject({ part: 0, whole: 1 });
    expect(await figure("t4-smartphone")).toMatchObject({ part: 0, whole: 2 });
    await verified(team.lan, [unit(0, 1)], { activityKey: "eid-level-2" });
    await verified(team.lan, [unit(0, 1), unit(1, 1)], { activityKey: "device-urging" });
    await verified(team.minh, [unit(1, 2)], { activityKey: "smartphone-start" });
    await send(team.minh, work([unit(0, 2)], { activityKey: "device-urging" }));
    const t1 = await line("t1-online-services");
    expect(t1.reading.commune).toEqual({ part: 1, whole: 1 });
    expect(t1.reading.parts.map(({ part }: { part: number }) => part)).toEqual([0, 0, 0, 1, 0, 0]);
    expect((await line("t3-sim-4g")).reading).toMatchObject({ commune: { part: 1 }, parts: [{ part: 0 }] });
    const t4 = await line("t4-smartphone");
    expect(t4.reading).toMatchObject({ commune: { part: 2, whole: 2 }, parts: [{ part: 1, whole: 2 }] });
    expect(t4.light).toBe("reached");
  });

  it("B03, B09: households reached count once, of the village's list; what is not verified is nothing", async () => {
    await verified(team.lan, [unit(0, 1), unit(0, 2)], { activityKey: "payment-account" });
    await verified(team.minh, [unit(1, null)], { activityKey: "first-visit" });
    await send(team.lan, work([unit(2, 1)], { activityKey: "payment-account" }));
    expect(await figure("t2-e-commerce")).toMatchObject({ part: 1, whole: 6, basis: "source" });
    expect((await line("t2-e-commerce")).reading.parts).toEqual([
      { part: 1, whole: 6 },
      { part: 1, whole: 6 },
      { part: 1, whole: 6 },
    ]);
    expect(await figure("t7-informed")).toMatchObject({ part: 2, whole: 6 });
  });

  it("B07, B08, B11: accounts, a young helper and phones with apps come from the survey; too few asked conclude nothing", async () => {
    const roundId = await open(team, { formVersion: 2 });
    const ask = (household: number, form: Record<string, string>) =>
      sendDoor(lan, roundId, team.households[household] ?? "", taps({ "h.devices": "none", ...form }));
    const good = {
      "a1.payment": "yes",
      "a2.payment": "yes",
      "a1.apps": "zalo",
      "a2.apps": "none",
      "h.young_helper": "yes",
    };
    await ask(0, good);
    expect(await figure("t5-e-payment")).toMatchObject({ part: 2, whole: 2, unknown: 10, light: "too_few" });
    for (const household of [1, 2, 3, 4, 5]) await ask(household, good);
    expect(await figure("t5-e-payment")).toMatchObject({ part: 12, whole: 12, unknown: 0, light: "reached" });
    expect(await figure("t8-phone-and-apps")).toMatchObject({ part: 6, whole: 12, light: "behind" });
    expect(await figure("t6-young-helper")).toMatchObject({ part: 6, whole: 6 });
  });
});

describe("the targets of Đại Sơn", () => {
  it("B13: 80 % of the households of each village: the figure of the boards, with its line and its gap", async () => {
    const person = { outcome: "proficient" } as const;
    await verified(team.lan, [unit(0, 1, person), unit(1, 1, person)]);
    const found = await line("households-guided");
    expect(found.reading.commune).toEqual({ part: 2, whole: 6 });
    const here = found.villages.find(({ villageId }: { villageId: number }) => villageId === team.villageId);
    const definition = {
      subject: "village",
      category: "village",
      period: "2026-12",
      pillar: null,
      campaign: null,
      isYouthOnly: false,
    } as const;
    const shown = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      readBoard(tx, team.commune.communeId, definition, { now: NOW.getTime(), audience: "office" }),
    );
    const row = shown.rows.find(({ id }) => id === String(team.villageId));
    expect([here.part, here.whole]).toEqual([row?.measures.households, row?.measures.householdsOf]);
    expect(await figure("team-in-every-village")).toMatchObject({ part: 2, whole: 2, light: "reached" });
  });

  it("K08: a village without a list has no light of its own, and no share", async () => {
    const { villages } = await line("households-guided");
    const empty = villages.find(({ villageId }: { villageId: number }) => villageId !== team.villageId);
    expect(empty).toMatchObject({ whole: null, light: "no_data" });
    const { status } = await desk.get(targetPage.loader, `${PATH}/x`, { target: "nobody" });
    expect(status).toBe(404);
  });
});

describe("the targets of Ngọc Hồi", () => {
  beforeEach(() => follow("ngoc-hoi-2026"));

  it("B16, B17, B18: skills, smartphones, and e-payment in town alone, from the survey", async () => {
    const roundId = await open(team);
    for (const [index, household] of team.households.entries())
      await sendDoor(
        lan,
        roundId,
        household,
        taps({ "a1.payment": "yes", "a2.skill": index === 0 ? "0" : "2" }),
      );
    expect(await figure("basic-knowledge")).toMatchObject({ part: 11, whole: 12, light: "behind" });
    expect(await figure("smartphones")).toMatchObject({ part: 12, whole: 12, light: "reached" });
    expect(await figure("urban-e-payment")).toMatchObject({ whole: null, light: "no_data" });
    await office.db.maintain.query(
      "insert into village_area (commune_id, village_id, is_urban, changed_by, changed_at) values ($1, $2, true, $3, now())",
      [team.commune.communeId, team.villageId, team.commune.officerId],
    );
    // Exactly half, where the plan says "trên 50 %".
    expect(await figure("urban-e-payment")).toMatchObject({ part: 6, whole: 12, light: "behind" });
  });

  it("B20: members trained in every topic, AI and teaching apart; nobody trained is 0 of the roster, not unknown", async () => {
    const found = await line("members-trained");
    expect(found.reading.commune.part).toBe(0);
    expect(found.reading.commune.whole).toBeGreaterThan(0);
    expect(found.reading.parts).toHaveLength(2);
  });

  it("B19: a place among others stands on a document, entered by the office", async () => {
    const path = `${PATH}/national-place`;
    const params = { target: "national-place" };
    const tell = (form: Record<string, string>) =>
      desk.post(
        targetPage.action,
        path,
        { act: "tell", id: freshId(), toldOn: "2026-11-01", ...form },
        params,
      );
    expect((await tell({ place: "4" })).body.problems).toEqual({ document: { code: "required" } });
    expect((await tell({ document: "15/BC-SKHCN" })).body.problems).toEqual({
      form: { code: "told_figure_incomplete" },
    });
    expect((await tell({ place: "4", document: "15/BC-SKHCN" })).status).toBe(303);
    expect(await line("national-place")).toMatchObject({ light: "reached", reading: { place: 4 } });
    expect((await tell({ place: "6", document: "19/BC-SKHCN", toldOn: "2026-11-10" })).status).toBe(303);
    expect(await line("national-place")).toMatchObject({ light: "behind", reading: { place: 6 } });
  });
});

describe("registers as sources", () => {
  it("B21, B04: OCOP products of the register on whichever floor, each with its link; farm products do not count", async () => {
    await follow("ninh-thuan-2022");
    expect(await figure("ocop-online")).toMatchObject({ whole: null, light: "no_data" });
    const officer = await team.officer.caller();
    const { villageId } = team;
    const products = [
      { name: "Chè Đồng Sen", kind: "ocop", stars: 4 },
      { name: "Mật ong Suối Mây", kind: "ocop", stars: 3 },
      { name: "Rau sạch", kind: "farm", stars: null },
    ] as const;
    const ids = products.map(() => freshId());
    for (const [index, product] of products.entries()) {
      const id = ids[index] ?? freshId();
      expect((await addProduct(officer, { ...product, id, villageId, producer: "Hợp tác xã" })).ok).toBe(
        true,
      );
    }
    for (const index of [0, 2]) {
      const listing = { id: freshId(), productId: ids[index] ?? "", floor: "voso", isListed: true } as const;
      const said = await recordListing(officer, { ...listing, link: "https://voso.vn/che", claimId: null });
      expect(said.ok).toBe(true);
    }
    expect(await figure("ocop-online")).toMatchObject({
      part: 1,
      whole: 2,
      light: "behind",
      basis: "source",
    });
  });

  it("B12: members with every required course by the day of the plan; after it, what is missing is late", async () => {
    await follow("hong-gai-2024");
    const { communeId, officerId } = team.commune;
    const courseId = freshId();
    await office.db.maintain.query(
      `insert into training_course (commune_id, id, title, provider, topics, is_mandatory, entered_by, entered_at)
       values ($1, $2, 'Kỹ năng số cơ bản', 'Nền tảng mở', array['digital-devices'], true, $3, now())`,
      [communeId, courseId, officerId],
    );
    const before = await figure("t9-members-trained");
    expect(before).toMatchObject({ part: 0, light: "late", basis: "source" });
    await office.db.maintain.query(
      `insert into training_certificate (commune_id, id, course_id, member_id, completed_on, link, state, sent_by, sent_at,
                                         decided_by, decided_at)
       values ($1, $2, $3, $4, '2026-06-20', 'https://mooc.vn/1', 'confirmed', $5, now(), $6, now())`,
      [communeId, freshId(), courseId, team.lan.memberId, team.lan.accountId, officerId],
    );
    const { reading } = await line("t9-members-trained");
    expect(reading.commune).toEqual({ part: 1, whole: before.whole });
    const june = reading.history.find(({ monthId }: { monthId: number }) => monthId === 202606);
    expect(june.part).toBe(0);
    expect(reading.history.at(-1).part).toBe(1);
  });
});
