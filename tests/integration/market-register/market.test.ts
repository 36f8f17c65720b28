import { beforeEach, describe, expect, it } from "vitest";
import * as market from "#app/routes/leader/market.tsx";
import * as place from "#app/routes/leader/market-place.tsx";
import * as identity from "#app/routes/member/identity-rates.tsx";
import * as models from "#app/routes/office/models.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let leader: TestBrowser;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  leader = await team.commune.browser(team.leader.accountId);
  desk = await team.commune.browser();
});

async function stall(name = "Sạp rau cô Mận", id = freshId()): Promise<{ id: string; status: number }> {
  const form = { id, villageId: String(team.villageId), kind: "market_stall", name };
  return { id, status: (await leader.post(market.action, "/cho-so", form)).status };
}
const say = (id: string, wish: Record<string, string>) =>
  leader.post(
    place.action,
    "/",
    { act: "prove", id: freshId(), item: "cashless", answer: "yes", ...wish },
    { placeId: id },
  );

describe("stalls and shops of a village", () => {
  it("D04: that an item holds stands on verified work of the village, and the latest word counts", async () => {
    const { id } = await stall();
    expect((await say(id, {})).body.problems).toEqual({
      form: { ok: false, code: "market_evidence_missing" },
    });
    const claimId = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
    expect((await say(id, { claimId })).status).toBe(422);
    await decide(team.leader, approval(claimId));
    expect((await say(id, { claimId })).status).toBe(303);
    const board = async () => (await leader.get(market.loader, "/cho-so")).body.board;
    expect(await board()).toMatchObject({
      progress: { places: 1, cashless: 1, complete: 0 },
      places: [{ id, met: ["cashless"] }],
    });
    expect((await say(id, { answer: "no" })).status).toBe(303);
    expect((await board()).places[0].met).toEqual([]);
    expect(await rowsOf(office, team, "select 1 as one from market_proof")).toHaveLength(2);
  });

  it("D04: a name stands once in a village; sent twice it is one place; no number of a person is taken", async () => {
    const { id } = await stall();
    expect((await stall("Sạp rau cô Mận", id)).status).toBe(303);
    expect((await stall("SẠP RAU CÔ MẬN")).status).toBe(422);
    expect((await stall("Sạp 001099012345")).status).toBe(422);
    expect(await rowsOf(office, team, "select 1 as one from market_place")).toHaveLength(1);
    expect(
      (await leader.post(place.action, "/", { act: "close", sure: "yes" }, { placeId: id })).status,
    ).toBe(303);
    expect((await stall()).status).toBe(303);
  });

  it("D04: members read, other villages' teams do not; the office sees every village", async () => {
    const { id } = await stall();
    const lan = await team.commune.browser(team.lan.accountId);
    expect((await lan.get(place.loader, "/", { placeId: id })).body.place.mayKeep).toBe(false);
    expect((await lan.post(place.action, "/", { act: "close", sure: "yes" }, { placeId: id })).status).toBe(
      404,
    );
    const far = await team.commune.browser(team.far.accountId);
    expect((await far.get(place.loader, "/", { placeId: id })).status).toBe(404);
    expect((await desk.get(market.loader, "/cho-so")).body.board.villages).toHaveLength(2);
  });
});

describe("one citizen, one digital identity", () => {
  it("D03: distinct known people of verified work over the village's adults; no adults, no rate", async () => {
    const units = (slots: readonly number[]) =>
      slots.map((slot) => ({ householdId: team.households[0] ?? "", slot, serviceKey: null, outcome: null }));
    const once = async (slots: readonly number[]) => {
      const id = await send(team.lan, work(units(slots), { activityKey: "eid-level-2" }));
      await decide(team.leader, approval(id));
    };
    await once([1, 2]);
    await once([1]);
    const { body } = await leader.get(identity.loader, "/danh-tinh-so");
    const here = body.rates.villages.find(
      ({ villageId }: { villageId: number }) => villageId === team.villageId,
    );
    expect(here).toMatchObject({
      adults: 12,
      people: { "eid-level-2": 2, "payment-account": 0 },
      rates: { "eid-level-2": 1_666, "payment-account": 0 },
    });
    const other = body.rates.villages.find(
      ({ villageId }: { villageId: number }) => villageId !== team.villageId,
    );
    expect(other).toMatchObject({ adults: null, rates: { "eid-level-2": null } });
    expect(body.rates.commune).toMatchObject({ adults: 12, rates: { "eid-level-2": 1_666 } });
  });
});

describe("models", () => {
  it("D06: are entered by the office, with village, day, state and evidence, and move on", async () => {
    const form = {
      id: freshId(),
      villageId: String(team.villageId),
      name: "Chợ phiên không tiền mặt",
      startedOn: "2026-09-01",
      state: "pilot",
    };
    expect((await desk.post(models.action, "/", form)).status).toBe(303);
    expect(
      (await desk.post(models.action, "/", { ...form, state: "replicated", evidence: "12/BC-UBND" })).status,
    ).toBe(303);
    const tomorrow = await desk.post(models.action, "/", { ...form, startedOn: "2026-12-01" });
    expect(tomorrow.body.problems).toMatchObject({ startedOn: { code: "title_date_in_future" } });
    expect((await desk.get(models.loader, "/")).body.models).toMatchObject([
      { name: form.name, state: "replicated", evidence: "12/BC-UBND", startedOn: "2026-09-01" },
    ]);
    expect((await leader.get(models.loader, "/")).status).toBe(404);
  });
});
