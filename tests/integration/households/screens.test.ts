import { beforeEach, describe, expect, it } from "vitest";
import * as mine from "#app/routes/leader/household.tsx";
import * as mineList from "#app/routes/leader/households.tsx";
import * as one from "#app/routes/office/household.tsx";
import * as list from "#app/routes/office/household-list.tsx";
import * as add from "#app/routes/office/household-new.tsx";
import * as register from "#app/routes/office/household-register.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;
let leader: TestBrowser;
let member: TestBrowser;
let villageId: string;
let otherVillageId: string;

async function person(teamId: number, role: "leader" | "member"): Promise<TestBrowser> {
  const memberId = await commune.member({ phone: null });
  await commune.join(memberId, teamId, { role });
  return commune.browser(await commune.account(memberId));
}

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  villageId = String(commune.villages.get("Thôn Đông"));
  otherVillageId = String(commune.villages.get("Thôn Đoài"));
  const team = await commune.team("Thôn Đông");
  desk = await commune.browser();
  leader = await person(team, "leader");
  member = await person(team, "member");
});

const LIST = `/van-phong/thon/x/ho`;
const typed = (wish: Record<string, string> = {}) => ({
  id: freshId(),
  code: "001",
  head: "Ông Nguyễn Văn Hùng",
  lane: "Ngõ 2",
  adults: "2",
  validFrom: "2026-01-01",
  ...wish,
});
async function household(wish: Record<string, string> = {}): Promise<string> {
  const form = typed(wish);
  const answer = await desk.post(add.action, "/", form, { villageId });
  expect(answer.status).toBe(303);
  return form.id;
}
const shown = async (id: string) =>
  (await desk.get(one.loader, "/", { villageId, householdId: id })).body.household;
const listed = async (query = "") =>
  (await desk.get(list.loader, `${LIST}${query}`, { villageId })).body.list;

describe("the office's list", () => {
  it("B13: is found without marks, filtered, and counted with its denominator", async () => {
    await household();
    await household({ code: "002", head: "Bà Lò Thị Tươi", priorities: "elderly", adults: "3" });
    const away = await household({ code: "003", head: "Ông Páo", lane: "Xóm Đồi" });
    for (let code = 4; code <= 7; code++)
      await household({ code: `00${code}`, head: `Bà Mỷ ${"abcd"[code - 4]}` });
    await desk.post(one.action, "/", { act: "mark", away: "yes" }, { villageId, householdId: away });
    const heads = async (query: string) =>
      (await listed(query)).lines.map(({ head }: { head: string }) => head);
    expect(await heads("?tim=lo thi TUOI")).toEqual(["Bà Lò Thị Tươi"]);
    expect(await heads("?tim=xom doi")).toEqual(["Ông Páo"]);
    expect(await heads("?loc=absent")).toEqual(["Ông Páo"]);
    expect(await heads("?loc=priority")).toEqual(["Bà Lò Thị Tươi"]);
    expect(await heads("?tim=khong co ai")).toEqual([]);
    expect((await listed()).counts).toEqual({ households: 7, adults: 15, longAbsent: 1, denominator: 6 });
    const { body } = await desk.get(register.loader, "/van-phong/ho");
    expect(body.lines).toMatchObject([
      { name: "Thôn Đoài", counts: null },
      { name: "Thôn Đông", counts: { households: 7, longAbsent: 1 } },
    ]);
  });

  it("takes no code twice, and says whose it is; sent again it is one household", async () => {
    const form = typed();
    await desk.post(add.action, "/", form, { villageId });
    expect((await desk.post(add.action, "/", form, { villageId })).status).toBe(303);
    const twin = await desk.post(add.action, "/", typed({ head: "Bà Tươi" }), { villageId });
    expect(twin.body.problems).toEqual({
      code: { code: "household_code_taken", head: "Ông Nguyễn Văn Hùng" },
    });
    expect(twin.body.values).toMatchObject({ head: "Bà Tươi" });
    expect((await desk.get(add.loader, "/", { villageId })).body.nextCode).toBe("002");
    // The same code in another village is another household.
    expect((await desk.post(add.action, "/", typed(), { villageId: otherVillageId })).status).toBe(303);
  });

  it("refuses a citizen's number in every text, beside its field", async () => {
    const number = "001099012345";
    for (const field of ["code", "head", "lane"]) {
      const { status, body } = await desk.post(add.action, "/", typed({ [field]: number }), { villageId });
      expect(status).toBe(422);
      expect(body.problems).toEqual({ [field]: { code: "identity_number" } });
    }
    const id = await household();
    const params = { villageId, householdId: id };
    const label = { act: "label", slot: "1", name: number, phone: "" };
    expect((await desk.post(one.action, "/", label, params)).body.problems).toEqual({
      name: { code: "identity_number" },
    });
    const phone = { act: "add-person", clientId: freshId(), name: "Bà Lan", phone: number };
    expect((await desk.post(one.action, "/", phone, params)).body.problems).toEqual({
      phone: { code: "identity_number" },
    });
  });

  it("changes what it says of a household, ends it, and brings it back", async () => {
    const id = await household();
    const params = { villageId, householdId: id };
    const save = { act: "save", code: "12A", head: "Bà Tươi", adults: "4", priorities: "poor" };
    expect((await desk.post(one.action, "/", save, params)).status).toBe(303);
    expect(await shown(id)).toMatchObject({ code: "12A", head: "Bà Tươi", lane: null, priorities: ["poor"] });
    expect((await shown(id)).slots).toHaveLength(4);
    const end = (until: string) => desk.post(one.action, "/", { act: "end", until }, params);
    expect((await end("2026-12-31")).body.problems).toEqual({ until: { code: "household_ends_later" } });
    expect((await end("2025-12-31")).body.problems).toMatchObject({
      until: { code: "household_ends_before_it_starts" },
    });
    expect((await end("2026-11-01")).status).toBe(303);
    expect((await end("2026-11-01")).status).toBe(303);
    expect((await listed()).counts.households).toBe(0);
    expect((await desk.post(one.action, "/", { act: "back" }, params)).status).toBe(303);
    expect((await listed()).counts.households).toBe(1);
  });
});

describe("the team's list", () => {
  const quick = (wish: Record<string, string> = {}) => ({
    id: freshId(),
    villageId,
    head: "Bà Tươi",
    lane: "Ngõ 5",
    adults: "2",
    ...wish,
  });

  it("B13: a new household in one sending, its code given and its lane remembered", async () => {
    const form = quick();
    const answer = await leader.post(mineList.action, "/to-cua-toi/ho", form);
    expect(answer.status).toBe(303);
    const next = await leader.get(mineList.loader, answer.location ?? "");
    expect(next.body).toMatchObject({ added: "001", lane: "Ngõ 5", mayPropose: true });
    expect(next.body.list).toMatchObject({ nextCode: "002", lines: [{ head: "Bà Tươi", adults: 2 }] });
    const twin = await leader.post(mineList.action, "/to-cua-toi/ho", quick());
    expect(twin.body.problems).toMatchObject({ head: { code: "household_known" } });
    const another = await leader.post(mineList.action, "/to-cua-toi/ho", quick({ isAnother: "yes" }));
    expect(another.status).toBe(303);
  });

  it("is read by members and written by leader and deputy; other villages are not there for them", async () => {
    const id = await household();
    expect((await member.get(mineList.loader, "/to-cua-toi/ho")).body).toMatchObject({
      mayPropose: false,
      list: { lines: [{ id }] },
    });
    expect((await member.post(mineList.action, "/to-cua-toi/ho", quick())).status).toBe(404);
    const elsewhere = `/to-cua-toi/ho?thon=${otherVillageId}`;
    for (const browser of [leader, member])
      expect((await browser.get(mineList.loader, elsewhere)).status).toBe(404);
    expect((await leader.post(mineList.action, "/", quick({ villageId: otherVillageId }))).status).toBe(404);
    const far = typed({ id: freshId() });
    await desk.post(add.action, "/", far, { villageId: otherVillageId });
    const params = { householdId: far.id };
    expect((await leader.get(mine.loader, "/", params)).status).toBe(404);
    expect((await leader.post(mine.action, "/", { act: "propose", away: "yes" }, params)).status).toBe(404);
    for (const browser of [leader, member]) {
      expect((await browser.get(list.loader, LIST, { villageId })).status).toBe(404);
      expect((await browser.get(one.loader, "/", { villageId, householdId: id })).status).toBe(404);
    }
  });

  it("rule 8: the leader reads the labels, the member sees that a slot is taken", async () => {
    const params = { householdId: await household() };
    const label = { act: "label", slot: "1", name: "Bà Lan", phone: "0912345678" };
    expect((await member.post(mine.action, "/", label, params)).status).toBe(404);
    expect((await leader.post(mine.action, "/", label, params)).status).toBe(303);
    const slotFor = async (browser: TestBrowser) =>
      (await browser.get(mine.loader, "/", params)).body.household.slots[0];
    expect(await slotFor(leader)).toEqual({ slot: 1, name: "Bà Lan", digits: "678", isLabelled: true });
    expect(await slotFor(member)).toEqual({ slot: 1, name: null, digits: null, isLabelled: true });
    const lines = (await member.get(mineList.loader, "/to-cua-toi/ho")).body.list.lines;
    expect(lines).toMatchObject([{ labels: [], people: 1 }]);
    expect((await leader.get(mineList.loader, "/to-cua-toi/ho?tim=lan")).body.list.found).toBe(1);
    expect((await member.get(mineList.loader, "/to-cua-toi/ho?tim=lan")).body.list.found).toBe(0);
  });
});

describe("away for long", () => {
  it("B13: a proposal changes no figure until somebody of the office has agreed", async () => {
    const id = await household();
    for (let code = 2; code <= 10; code++)
      await household({ code: `${code}`, head: `Hộ ${"bcdefghik"[code - 2]}` });
    const params = { householdId: id };
    const propose = () => leader.post(mine.action, "/", { act: "propose", away: "yes" }, params);
    expect((await propose()).status).toBe(303);
    expect((await propose()).status).toBe(303);
    expect(await listed("?loc=waiting")).toMatchObject({
      waiting: 1,
      counts: { longAbsent: 0, denominator: 10 },
      lines: [{ id, absenceProposed: true }],
    });
    const answer = (act: string) =>
      desk.post(one.action, "/", { act, away: "yes" }, { villageId, householdId: id });
    expect((await answer("accept")).status).toBe(303);
    expect((await answer("accept")).status).toBe(303);
    expect((await listed()).counts).toMatchObject({ longAbsent: 1, denominator: 9 });
    expect((await answer("decline")).body.problems).toEqual({ form: { code: "absence_not_proposed" } });
    expect((await propose()).body.problems).toEqual({ form: { code: "absence_already_so" } });
  });

  it("a refused or withdrawn proposal leaves the household as it was", async () => {
    const id = await household();
    const params = { householdId: id };
    const propose = () => leader.post(mine.action, "/", { act: "propose", away: "yes" }, params);
    await propose();
    await desk.post(one.action, "/", { act: "decline", away: "yes" }, { villageId, ...params });
    expect(await shown(id)).toMatchObject({ isLongAbsent: false, absenceProposed: null });
    await propose();
    await leader.post(mine.action, "/", { act: "withdraw" }, params);
    expect(await shown(id)).toMatchObject({ isLongAbsent: false, absenceProposed: null });
  });
});
