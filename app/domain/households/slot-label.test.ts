import { describe, expect, it } from "vitest";
import { isSamePerson, makeSlotLabel, partsOfSlotLabel } from "./slot-label.ts";

describe("the label of a person slot", () => {
  it.each([
    ["Bà Lan", "123", "Bà Lan ...123"],
    [" Bà  Lan ", "0912 345 678", "Bà Lan ...678"],
    ["Ông Páo", null, "Ông Páo"],
    ["Ông Páo", " ", "Ông Páo"],
  ])("%s and %s make %s: never more of a phone than three digits", (name, phone, label) => {
    expect(makeSlotLabel(name, phone)).toEqual({ ok: true, value: label });
  });

  it.each([
    ["Bà Lan 0912345678", null, "slot_name_holds_number"],
    ["001099012345", null, "slot_name_holds_number"],
    ["Bà Lan", "12", "slot_digits_too_few"],
    ["Nguyễn Thị Hồng Ánh của nhà bên", null, "slot_name_too_long"],
    ["  ", "123", "slot_name_too_long"],
  ])("%s and %s are refused", (name, phone, code) => {
    expect(makeSlotLabel(name, phone)).toMatchObject({ ok: false, code });
  });

  it("is one person under two spellings, and two under other digits", () => {
    expect(isSamePerson("Bà Lan ...123", "ba lan ...123")).toBe(true);
    expect(isSamePerson("Bà Lan", "Bà Lan ...123")).toBe(true);
    expect(isSamePerson("Bà Lan ...123", "Bà Lan ...124")).toBe(false);
    expect(isSamePerson("Bà Lan", "Ông Lân")).toBe(false);
    expect(partsOfSlotLabel("Bà Lan ...123")).toEqual({ name: "Bà Lan", digits: "123" });
  });
});
