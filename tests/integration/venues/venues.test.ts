import { beforeEach, describe, expect, it } from "vitest";
import * as queue from "#app/routes/leader/queue.tsx";
import * as activityLog from "#app/routes/member/activity-log.tsx";
import * as venues from "#app/routes/office/venues.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
});

const place = (name: string, wish: Record<string, string> = {}) => ({
  act: "save",
  id: freshId(),
  name,
  kind: "culture_house",
  ...wish,
});
const save = (form: Record<string, string>) => desk.post(venues.action, "/van-phong/dia-diem", form);
const placesFor = async ({ accountId }: LoggingTeam["lan"]): Promise<string[]> => {
  const browser = await team.commune.browser(accountId);
  return (await browser.get(activityLog.loader, "/ghi-viec?viec=online-public-service")).body.board.places;
};

describe("places of the villages", () => {
  it("A42: are kept village by village and offered to whoever logs work there, the commune's own to all", async () => {
    const here = String(team.villageId);
    const there = String(team.commune.villages.get("Thôn Đoài"));
    await save(place("Nhà văn hóa thôn Đông", { villageId: here, note: "mở buổi tối" }));
    await save(place("Chợ Đoài", { villageId: there, kind: "market" }));
    await save(place("Bộ phận Một cửa xã", { kind: "one_stop" }));
    expect(await placesFor(team.lan)).toEqual(["Nhà văn hóa thôn Đông", "Bộ phận Một cửa xã"]);
    expect(await placesFor(team.far)).toEqual(["Chợ Đoài", "Bộ phận Một cửa xã"]);
    const { body } = await desk.get(venues.loader, "/van-phong/dia-diem");
    expect(body.groups).toMatchObject([
      { villageId: null, venues: [{ name: "Bộ phận Một cửa xã", kind: "one_stop" }] },
      { villageName: "Thôn Đoài", venues: [{ name: "Chợ Đoài" }] },
      { villageName: "Thôn Đông", venues: [{ name: "Nhà văn hóa thôn Đông", note: "mở buổi tối" }] },
    ]);
  });

  it("A34: the one-stop centre of the register is a place of work like any other, and another may be typed", async () => {
    await save(place("Bộ phận Một cửa xã", { kind: "one_stop" }));
    const [offered = ""] = await placesFor(team.lan);
    const person = (at: number) => ({ householdId: team.households[at] ?? "", slot: 1 });
    await send(team.lan, work([person(0)], { mode: "one_stop_counter", place: offered }));
    await send(team.lan, work([person(1)], { place: "Sân nhà bà Sáu" }));
    const leader = await team.commune.browser(team.leader.accountId);
    const { body } = await leader.get(queue.loader, "/duyet");
    const cards = body.queue.groups.flatMap((group: { cards: { place: string }[] }) => group.cards);
    expect(cards.map((card: { place: string }) => card.place)).toEqual([
      "Bộ phận Một cửa xã",
      "Sân nhà bà Sáu",
    ]);
  });

  it("A42: a closed place is offered no more, and its name is free again", async () => {
    const form = place("Nhà văn hóa", { villageId: String(team.villageId) });
    await save(form);
    expect((await save(form)).status).toBe(303);
    const twin = await save(place("NHÀ VĂN HÓA", { villageId: String(team.villageId) }));
    expect(twin.status).toBe(422);
    expect(twin.body).toMatchObject({
      problems: { name: { code: "venue_name_taken", name: "Nhà văn hóa" } },
      values: { name: "NHÀ VĂN HÓA" },
    });
    expect((await save({ act: "close", id: form.id })).status).toBe(303);
    expect(await placesFor(team.lan)).toEqual([]);
    expect((await save({ act: "close", id: form.id })).body.problems).toEqual({
      form: { code: "venue_gone" },
    });
    expect((await save(place("Nhà văn hóa", { villageId: String(team.villageId) }))).status).toBe(303);
  });

  it("a merged village leaves its places to its successor", async () => {
    await save(place("Nhà văn hóa thôn Đông", { villageId: String(team.villageId) }));
    const heir = team.commune.villages.get("Thôn Đoài");
    const { communeId, officerId } = team.commune;
    const change = freshId();
    await office.db.maintain.query(
      `insert into unit_change (commune_id, id, unit, kind, effective_on, decision_number, decision_date, entered_by, entered_at)
       values ($1, $2, 'village', 'merge', '2026-11-01', '9/QĐ', '2026-10-20', $3, now())`,
      [communeId, change, officerId],
    );
    await office.db.maintain.query(
      `insert into unit_change_part (commune_id, change_id, old_unit_id, new_unit_id, old_name, new_name)
       values ($1, $2, $3, $4, 'Thôn Đông', 'Thôn Đoài')`,
      [communeId, change, team.villageId, heir],
    );
    await office.db.maintain.query(
      "update village set valid_to = '2026-10-31' where commune_id = $1 and id = $2",
      [communeId, team.villageId],
    );
    expect(await placesFor(team.far)).toEqual(["Nhà văn hóa thôn Đông"]);
  });

  it("belong to the office: no leader adds one, and no other commune's village takes one", async () => {
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await leader.post(venues.action, "/", place("Chợ"))).status).toBe(404);
    expect((await save(place("Chợ", { villageId: "999999" }))).status).toBe(404);
    expect((await save(place("", { kind: "palace" }))).body.problems).toMatchObject({
      name: { code: "required" },
      kind: { code: "not_chosen" },
    });
  });
});
