import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { summariseSupport } from "#app/features/support/read-money.server.ts";
import * as perks from "#app/routes/member/perks.tsx";
import * as partners from "#app/routes/office/partners.tsx";
import * as estimates from "#app/routes/office/support-estimates.ts";
import * as money from "#app/routes/office/support-money.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let second: TestBrowser;
let lan: TestBrowser;

beforeEach(async () => {
  office.setNow(new Date("2026-11-20T02:00:00Z"));
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  const secondId = await office.makeAccount({ name: "Hà Thị Biên" });
  await office.grant(secondId, team.commune.communeId, "office");
  second = await team.commune.browser(secondId);
  lan = await team.commune.browser(team.lan.accountId);
});

const keep = (act: string, wish: Record<string, string>, by = desk) =>
  by.post(partners.action, "/", { act, ...wish });
const pay = (act: string, wish: Record<string, string>, by = desk) =>
  by.post(money.action, "/", { act, ...wish });
const book = async () => (await desk.get(money.loader, "/")).body.desk;

async function partner(name = "Bưu điện khu vực"): Promise<string> {
  const id = freshId();
  const wish = { id, kind: "post", name, contactName: "Chị Hoài", contactPhone: "02033 812 345" };
  expect((await keep("partner", wish)).status).toBe(303);
  return id;
}

describe("partners", () => {
  it("A47: are kept with a contact whose number is sealed, once by their name, and read with all they do", async () => {
    const id = await partner();
    const again = await keep("partner", { id: freshId(), kind: "post", name: "BƯU ĐIỆN KHU VỰC" });
    expect(again.body.problems.name.code).toBe("support_partner_known");
    const cost = { id: freshId(), event: "Ngày hội số", plannedOn: "2026-12-10", partnerId: id };
    await pay("cost", { ...cost, item: "In tờ rơi", quantity: "200", priceDong: "2.000" });
    const gift = {
      id: freshId(),
      partnerId: id,
      kind: "money",
      what: "Tài trợ giải thưởng",
      receivedOn: "2026-11-01",
    };
    await pay("contribution", { ...gift, valueDong: "5.000.000" });
    const [seen] = (await desk.get(partners.loader, "/")).body.desk.partners;
    expect(seen).toMatchObject({
      name: "Bưu điện khu vực",
      given: 1,
      givenDong: 5_000_000,
      events: ["Ngày hội số"],
    });
    expect(seen.contactPhone).toMatch(/^0203/);
    const [row] = await rowsOf(office, team, "select contact_phone_cipher::text as sealed from partner");
    expect(row.sealed).not.toContain("812");
    expect((await lan.get(partners.loader, "/")).status).toBe(404);
  });

  it("I05: offer perks to members at work, some to holders of a badge, never cash", async () => {
    const partnerId = await partner();
    const perk = {
      partnerId,
      title: "Giảm 20% gói cước",
      details: "Đưa trang này khi đăng ký.",
      startsOn: "2026-11-01",
    };
    const cash = await keep("perk", { ...perk, id: freshId(), details: "Hoàn tiền 20.000 đồng" });
    expect(cash.body.problems.details.code).toBe("support_cash_perk");
    expect((await keep("perk", { ...perk, id: freshId() })).status).toBe(303);
    await keep("perk", { ...perk, id: freshId(), title: "Sim miễn phí", badgeKey: "story-teller" });
    await keep("perk", { ...perk, id: freshId(), title: "Đã hết hạn", endsOn: "2026-11-10" });
    const offered = (await lan.get(perks.loader, "/uu-dai")).body.perks;
    expect(
      offered.map(({ title, mayUse }: { title: string; mayUse: boolean }) => [title, mayUse]).sort(),
    ).toEqual([
      ["Giảm 20% gói cước", true],
      ["Sim miễn phí", false],
    ]);
  });

  it("I06: lend equipment to teams; where it is and since when is known", async () => {
    const partnerId = await partner();
    const device = { id: freshId(), partnerId, name: "Máy tính bảng", quantity: "5", place: "Nhà văn hóa" };
    await keep("equipment", device);
    await keep("equipment", { ...device, lentTeamId: String(team.teamId) });
    office.setNow(new Date("2026-11-25T02:00:00Z"));
    desk = await team.commune.browser();
    await keep("equipment", { ...device, quantity: "4", lentTeamId: String(team.teamId) });
    const [seen] = (await desk.get(partners.loader, "/")).body.desk.partners;
    expect(seen.equipment).toMatchObject([
      { name: "Máy tính bảng", quantity: 4, lentTeamId: team.teamId, lentOn: "2026-11-20" },
    ]);
    expect((await keep("equipment", { ...device, lentTeamId: "987654" })).status).toBe(404);
  });
});

describe("money beside the points", () => {
  const gift = { kind: "money", what: "Ủng hộ ngày hội", valueDong: "1.500.000", receivedOn: "2026-11-10" };

  it("L25, I07: contributions are whole đồng with their source; a wrong one is struck out and no longer counted", async () => {
    const id = freshId();
    expect((await pay("contribution", { id, ...gift })).body.problems.source.code).toBe(
      "support_source_missing",
    );
    expect(
      (await pay("contribution", { id, ...gift, source: "Bà con", receivedOn: "2026-12-01" })).status,
    ).toBe(422);
    expect((await pay("contribution", { id, ...gift, source: "Bà con" })).status).toBe(303);
    expect((await pay("contribution", { id, ...gift, source: "Bà con" })).status).toBe(303);
    await pay("contribution", { id: freshId(), ...gift, kind: "place", valueDong: "0", source: "Nhà chùa" });
    expect((await book()).summary.contributions).toMatchObject({
      money: { count: 1, valueDong: 1_500_000 },
      place: { count: 1, valueDong: 0 },
    });
    expect((await pay("strike", { lineId: id, reason: "" })).status).toBe(422);
    expect((await pay("strike", { lineId: id, reason: "Ghi hai lần" })).status).toBe(303);
    const { summary, contributions } = await book();
    expect(summary.contributions.money).toEqual({ count: 0, valueDong: 0 });
    expect(contributions).toContainEqual(expect.objectContaining({ id, struckWhy: "Ghi hai lần" }));
  });

  it("I09: a cost line is appraised by another person, once, with a reason", async () => {
    const lineId = freshId();
    const cost = {
      id: lineId,
      event: "Ngày hội số",
      plannedOn: "2026-12-10",
      item: "Thuê rạp",
      quantity: "1",
    };
    await pay("cost", { ...cost, priceDong: "3.000.000" });
    const decision = { lineId, reason: "Đúng định mức" };
    expect((await pay("approve-cost", decision)).body.problems.form.code).toBe("support_own_line");
    expect((await pay("approve-cost", decision, second)).status).toBe(303);
    expect((await pay("decline-cost", decision, second)).body.problems.form.code).toBe("support_decided");
    expect((await book()).summary).toMatchObject({ approvedDong: 3_000_000, proposedDong: 0 });
  });

  it("I08: planned events leave as a workbook with real numbers; no text becomes a formula", async () => {
    const cost = { event: "=1+1", plannedOn: "2026-12-10", quantity: "40" };
    await pay("cost", { id: freshId(), ...cost, item: "=HYPERLINK(1)", priceDong: "25.000" });
    const answer = await desk.get(estimates.loader, "/");
    expect(answer.status).toBe(200);
    const { sheets } = await readXlsx(answer.bytes ?? new Uint8Array());
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain("=HYPERLINK(1)");
    expect(cells).toContain(1_000_000);
  });

  it("I07: a report asks for the sums between two days of one commune", async () => {
    await pay("contribution", { id: freshId(), ...gift, source: "Bà con" });
    const other = await makeLoggingTeam(office);
    const sumOf = (of: LoggingTeam, from: string) =>
      office.platform.db.withCommunes(of.commune.scope, (tx) =>
        summariseSupport(tx, of.commune.communeId, {
          from: from as LocalDate,
          to: "2026-11-30" as LocalDate,
        }),
      );
    expect((await sumOf(team, "2026-11-01")).contributions.money.valueDong).toBe(1_500_000);
    expect((await sumOf(team, "2026-11-11")).contributions.money.valueDong).toBe(0);
    expect((await sumOf(other, "2026-11-01")).contributions.money.count).toBe(0);
  });
});
