import { beforeEach, describe, expect, it } from "vitest";
import { addHousehold } from "#app/features/households/add-household.server.ts";
import {
  addHouseholdQuickly,
  type QuickHousehold,
} from "#app/features/households/add-household-quickly.server.ts";
import { addPersonSlot } from "#app/features/households/add-person-slot.server.ts";
import { countHouseholds } from "#app/features/households/count-households.server.ts";
import { labelPersonSlot } from "#app/features/households/label-person-slot.server.ts";
import { readHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, day, freshId, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let village: number;
let elsewhere: number;

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  village = commune.villages.get("Thôn Đông") ?? 0;
  elsewhere = commune.villages.get("Thôn Đoài") ?? 0;
});

const keys = () => office.platform.keys;
const quickly = (wish: Partial<QuickHousehold> = {}, actorId = commune.officerId) =>
  commune.act(
    (tx, act) =>
      addHouseholdQuickly(tx, keys(), act, {
        id: freshId(),
        villageId: village,
        head: "Ông Nguyễn Văn Hùng",
        lane: "Ngõ 2",
        adults: 2,
        ...wish,
      }),
    actorId,
  );
const read = (sight: "all" | "own" | "none" = "all", actorId = commune.officerId) =>
  readHouseholdsForLogging(office.platform, { ...commune.scope, actorId }, village, {
    on: day("2026-11-20"),
    sight,
  });
const idOf = (answer: Awaited<ReturnType<typeof quickly>>) => (answer.ok ? answer.value.id : "");

describe("the list a claim picks from", () => {
  it("B13: comes lane by lane in natural order, with heads, priorities and a slot for each adult", async () => {
    const facts = { villageId: village, adults: 2, priorities: [], validFrom: day("2026-01-01") } as const;
    await commune.act(async (tx, act) => {
      for (const [code, lane, head] of [
        ["10", "Ngõ 2", "Bà Tươi"],
        ["2", "Ngõ 2", "Ông Páo"],
        ["1", "Ngõ 10", "Ông Lềnh"],
      ] as const) {
        await addHousehold(tx, keys(), act, { id: freshId(), ...facts, code, lane, head });
      }
    });
    await quickly({ lane: null, head: "Bà Mỷ", adults: 0, priorities: ["elderly", "remote"] });
    await quickly({ villageId: elsewhere });
    const list = await read();
    expect(list.map(({ code, lane, head }) => [code, lane, head])).toEqual([
      ["2", "Ngõ 2", "Ông Páo"],
      ["10", "Ngõ 2", "Bà Tươi"],
      ["1", "Ngõ 10", "Ông Lềnh"],
      ["11", null, "Bà Mỷ"],
    ]);
    expect(list[0]?.slots).toEqual([
      { slot: 1, label: null, isLabelled: false },
      { slot: 2, label: null, isLabelled: false },
    ]);
    expect(list[3]).toMatchObject({ priorities: ["elderly", "remote"], slots: [{ slot: 1 }] });
  });

  it("is the list of the day the work was done", async () => {
    await quickly();
    const before = { on: day("2026-11-19"), sight: "all" } as const;
    expect(await readHouseholdsForLogging(office.platform, commune.scope, village, before)).toEqual([]);
    expect(await read()).toHaveLength(1);
  });

  it("rule 8: a label is for the one who wrote it and for who verifies; others see that the slot is taken", async () => {
    const householdId = idOf(await quickly());
    const member = await commune.account(await commune.member({ phone: null }));
    const person = { clientId: freshId(), householdId, name: "Bà Lan", phone: "0912 345 678" };
    await commune.act((tx, act) => addPersonSlot(tx, keys(), act, person), member);
    const shown = async (sight: "all" | "own" | "none", actorId?: string) =>
      (await read(sight, actorId))[0]?.slots[0];
    expect(await shown("all")).toEqual({ slot: 1, label: "Bà Lan ...678", isLabelled: true });
    expect(await shown("own", member)).toMatchObject({ label: "Bà Lan ...678" });
    expect(await shown("own")).toEqual({ slot: 1, label: null, isLabelled: true });
    expect(await shown("none", member)).toMatchObject({ label: null });
    const { rows } = await office.db.maintain.query<{ text: string }>(
      "select encode(label, 'escape') as text from person_slot where label is not null",
    );
    expect(rows.map(({ text }) => text).join()).not.toContain("Lan");
    const told = await office.db.maintain.query("select * from audit_log where table_name = 'person_slot'");
    expect(JSON.stringify(told.rows)).not.toContain("Lan");
  });
});

describe("a household met at its door", () => {
  it("sent twice is one household under one code, which nobody had to think of", async () => {
    const id = freshId();
    const first = await quickly({ id });
    expect(first).toMatchObject({ ok: true, value: { id, householdCode: "001" } });
    expect(await quickly({ id })).toEqual(first);
    expect(await read()).toHaveLength(1);
    expect(await quickly({ id, villageId: elsewhere })).toMatchObject({ code: "household_sent_otherwise" });
  });

  it("gets its own code when several phones add at once", async () => {
    const heads = ["Ông Ất", "Bà Bính", "Ông Đinh", "Bà Mậu", "Ông Kỷ"];
    const answers = await Promise.all(heads.map((head) => quickly({ head })));
    const codes = answers.map((answer) => (answer.ok ? answer.value.householdCode : answer.code));
    expect(codes.sort()).toEqual(["001", "002", "003", "004", "005"]);
  });

  it("is asked about when the lane already has a head of that name, whatever the marks", async () => {
    await quickly();
    const twin = { head: "ong nguyen van hung", lane: "ngõ 2" };
    expect(await quickly(twin)).toEqual({
      ok: false,
      code: "household_known",
      householdCode: "001",
      lane: "Ngõ 2",
    });
    expect(await quickly({ ...twin, isAnother: true })).toMatchObject({ ok: true });
    expect(await quickly({ lane: "Ngõ 3" })).toMatchObject({ ok: true });
  });

  it("is refused in a village of another commune", async () => {
    const other = await makeCommune(office, ["Thôn Xa"]);
    const answer = await quickly({ villageId: other.villages.get("Thôn Xa") ?? 0 });
    expect(answer).toEqual({ ok: false, code: "not_permitted" });
  });
});

describe("a person of a household", () => {
  const add = (householdId: string, name: string, phone: string | null, clientId = freshId()) =>
    commune.act((tx, act) => addPersonSlot(tx, keys(), act, { clientId, householdId, name, phone }));

  it("takes the first free slot, then a new one; the same person or the same sending takes none", async () => {
    const householdId = idOf(await quickly({ adults: 2 }));
    const clientId = freshId();
    const slots = [
      await add(householdId, "Bà Lan", "0912345678", clientId),
      await add(householdId, "Bà Lan", "0912345678", clientId),
      await add(householdId, "bà lan", "678"),
      await add(householdId, "Ông Hùng", null),
      await add(householdId, "Em Mai", "321"),
    ];
    expect(slots.map((each) => (each.ok ? each.value.slot : each.code))).toEqual([1, 1, 1, 2, 3]);
    expect((await read())[0]?.slots.map(({ label }) => label)).toEqual([
      "Bà Lan ...678",
      "Ông Hùng",
      "Em Mai ...321",
    ]);
    const other = idOf(await quickly({ head: "Bà Tươi" }));
    expect(await add(other, "Bà Lan", "678", clientId)).toMatchObject({ code: "household_sent_otherwise" });
  });

  it("is never a phone book: longer numbers are cut, numbers in the name are refused", async () => {
    const householdId = idOf(await quickly());
    expect(await add(householdId, "Bà Lan 0912345678", null)).toMatchObject({
      code: "slot_name_holds_number",
    });
    expect(await add(householdId, "Bà Lan", "1")).toMatchObject({ code: "slot_digits_too_few" });
    expect(await add(freshId(), "Bà Lan", null)).toMatchObject({ code: "not_permitted" });
  });

  it("is renamed by who may read the name, and by nobody else", async () => {
    const householdId = idOf(await quickly());
    await add(householdId, "Bà Lan", "678");
    const member = await commune.account(await commune.member({ phone: null }));
    const rename = (name: string, sight: "all" | "own", actorId?: string) =>
      commune.act(
        (tx, act) => labelPersonSlot(tx, keys(), act, { householdId, slot: 1, name, phone: "679", sight }),
        actorId,
      );
    expect(await rename("Bà Lan", "own", member)).toMatchObject({ code: "slot_taken" });
    expect(await rename("Bà Lan", "all")).toEqual({ ok: true, value: { label: "Bà Lan ...679" } });
    expect((await read())[0]?.slots[0]?.label).toBe("Bà Lan ...679");
  });
});

it("B13: the register is counted by village and day; a village without a list is missing, not zero", async () => {
  await quickly({ adults: 3 });
  await quickly({ head: "Bà Tươi", adults: 2 });
  const counts = await commune.act((tx) => countHouseholds(tx, commune.communeId, day("2026-11-20")));
  expect([...counts]).toEqual([[village, { households: 2, adults: 5, longAbsent: 0 }]]);
});
