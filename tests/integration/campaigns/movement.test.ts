import { beforeEach, describe, expect, it } from "vitest";
import * as certificates from "#app/routes/member/certificates.tsx";
import * as shown from "#app/routes/member/models.tsx";
import * as movement from "#app/routes/member/movement.tsx";
import * as models from "#app/routes/office/models.tsx";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (index: number) => ({ householdId: team.households[index] ?? "", slot: 1 });
async function counted(units: Parameters<typeof work>[0], movements: readonly string[]) {
  const id = await send(team.lan, work(units, { movements }));
  expect(await decide(team.leader, approval(id))).toMatchObject({ ok: true });
}

describe("movements", () => {
  it("D08, D09: a movement shows its work and how many households of each village heard of it, each once", async () => {
    await counted([person(0), person(1)], ["Bình dân học vụ số"]);
    await counted([{ ...person(1), outcome: "knows", slot: 2 }], ["Bình dân học vụ số"]);
    await counted([person(2)], ["Học tập số toàn dân"]);
    await send(team.lan, work([person(3)], { movements: ["Bình dân học vụ số"] }));
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(movement.loader, "/phong-trao");
    expect(body.movement).toMatchObject({
      name: "Bình dân học vụ số",
      told: 2,
      toldOf: 6,
      figures: { claims: 2, people: 3, visits: 3 },
    });
    expect(body.movement.villages).toMatchObject([
      { name: "Thôn Đoài", told: 0, toldOf: null },
      { name: "Thôn Đông", told: 2, toldOf: 6 },
    ]);
    expect((await lan.get(movement.loader, "/phong-trao?pt=9")).status).toBe(404);
  });

  it("D07: a model held up as an example stands first on everybody's page, with its evidence", async () => {
    const desk = await team.commune.browser();
    const form = (name: string, more: Record<string, string> = {}) => ({
      id: freshId(),
      villageId: String(team.villageId),
      name,
      startedOn: "2026-11-01",
      state: "pilot",
      evidence: "https://example.vn/bai-viet",
      ...more,
    });
    expect((await desk.post(models.action, "/", form("Chợ không tiền mặt"))).status).toBe(303);
    expect(
      (await desk.post(models.action, "/", form("Một cháu dạy một ông bà", { isExample: "yes" }))).status,
    ).toBe(303);
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(shown.loader, "/");
    expect(body.models).toMatchObject([
      { name: "Một cháu dạy một ông bà", isExample: true, evidence: "https://example.vn/bai-viet" },
      { name: "Chợ không tiền mặt", isExample: false },
    ]);
  });

  it("L26: a certificate of participation takes the days of a campaign", async () => {
    await counted([person(0)], []);
    const lan = await team.commune.browser(team.lan.accountId);
    const { body } = await lan.get(certificates.loader, "/chung-nhan?tu=2026-11-16&den=2026-11-20");
    expect(body.proposed).toEqual({ from: "2026-11-16", to: "2026-11-20" });
    expect((await lan.post(certificates.action, "/", body.proposed)).status).toBe(303);
    const [paper] = await rowsOf(office, team, "select content from certificate");
    expect(paper?.content).toMatchObject({
      from: "2026-11-16",
      to: "2026-11-20",
      figures: { claims: 1, people: 1 },
    });
  });
});
