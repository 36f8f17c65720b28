import { describe, expect, it } from "vitest";
import { applyAct, type Draft, readAct, readDraft } from "./draft.ts";

const HOUSE = "019a3c1e-7b2d-7c3f-9a10-1234567890ab";
const NEXT = "019a3c1e-7b2d-7c3f-9a10-1234567890ac";
const MATE = "019a3c1e-7b2d-7c3f-9a10-1234567890ad";

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const filled: readonly (readonly [string, string])[] = [
  ["id", "a record"],
  ["viec", "online-public-service"],
  ["mode", "home_visit"],
  ["dayChoice", "yesterday"],
  ["note", "Nộp tại nhà"],
  ["service", "tax-payment"],
  ["helper", MATE],
  ["photo", HOUSE],
  ["photo", NEXT],
  ["unit", `${HOUSE}/2`],
  [`outcome.${HOUSE}/2`, "proficient"],
  [`group.${HOUSE}/2`, "elderly"],
  [`bonusKey.${HOUSE}/2`, "dossier-filed"],
  [`bonus.${HOUSE}/2.dossier-filed`, "1"],
  ["pickerOpen", "yes"],
  ["pickerLane", "Ngõ 3"],
];

function tap(draft: Draft, value: string): Draft {
  const act = readAct(value);
  if (!act) throw new Error(`no button says ${value}`);
  return applyAct(draft, act);
}

describe("the form of a record", () => {
  it("is read whole from its own fields, by the browser and the server alike", () => {
    expect(readDraft(formOf(filled))).toMatchObject({
      id: "a record",
      activityKey: "online-public-service",
      fields: { mode: "home_visit", dayChoice: "yesterday", note: "Nộp tại nhà" },
      services: ["tax-payment"],
      helpers: [MATE],
      photos: [HOUSE, NEXT],
      units: [
        { key: `${HOUSE}/2`, outcome: "proficient", groups: ["elderly"], bonuses: { "dossier-filed": "1" } },
      ],
    });
  });

  it("C21: the next household keeps kind, service, mode and the place in the list, and is offered the last outcome", () => {
    const before = readDraft(formOf(filled));
    const after = tap(tap(before, `household:${NEXT}`), `add:${NEXT}/1`);
    expect(after.units.map(({ key, outcome }) => [key, outcome])).toEqual([
      [`${HOUSE}/2`, "proficient"],
      [`${NEXT}/1`, "proficient"],
    ]);
    expect(after.picker).toMatchObject({ isOpen: false, lane: "Ngõ 3", householdId: null });
    expect([after.services, after.fields, after.photos]).toEqual([
      before.services,
      before.fields,
      before.photos,
    ]);
  });

  it("takes the same person once, however often the button is pressed", () => {
    const once = tap(readDraft(formOf(filled)), `add:${HOUSE}/2`);
    expect(once.units).toHaveLength(1);
    expect(tap(once, `drop:${HOUSE}/2`).units).toEqual([]);
  });

  it("leaves out names that no form of the house writes", () => {
    const odd = ["", "__proto__", "constructor", "x/y", "\0", `${HOUSE}/999`, "' or 1=1 --"];
    const names = ["unit", "helper", "teacher", "photo", "service"] as const;
    const draft = readDraft(formOf(odd.flatMap((text) => names.map((name) => [name, text] as const))));
    expect([draft.units, draft.helpers, draft.teachers, draft.photos]).toEqual([[], [], [], []]);
    expect(draft.services).toEqual(["constructor"]);
  });

  it("knows no act but its own buttons'", () => {
    for (const value of [
      "",
      "send",
      "add",
      "new:village",
      "__proto__",
      "add:constructor",
      "drop:__proto__",
    ]) {
      expect(readAct(value)).toBeNull();
    }
  });
});
