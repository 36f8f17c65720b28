import { describe, expect, it } from "vitest";
import { holdsPhoneNumber, judgeDoorHousehold } from "./door-household.ts";

const DOOR = { villageId: 1, head: "Lò Thị Ánh", lane: "Xóm trên", adults: 2, isAnother: false };
const LISTED = [{ villageId: 1, code: "0007", head: "LÒ THỊ ÁNH", lane: "xom tren" }];

describe("a household met at its door without a network", () => {
  it("C33: is judged by the list on the phone, as the house will judge it", () => {
    expect(judgeDoorHousehold(DOOR, [])).toBeNull();
    expect(judgeDoorHousehold(DOOR, LISTED)).toEqual({
      field: "newHead",
      refusal: { code: "household_known", householdCode: "0007", lane: "xom tren" },
    });
    expect(judgeDoorHousehold({ ...DOOR, isAnother: true }, LISTED)).toBeNull();
    expect(judgeDoorHousehold({ ...DOOR, villageId: 2 }, LISTED)).toBeNull();
    expect(judgeDoorHousehold({ ...DOOR, head: "L" }, [])?.refusal.code).toBe("too_short");
    expect(judgeDoorHousehold({ ...DOOR, adults: 99 }, [])?.field).toBe("newAdults");
  });

  it.each(["Bà Lan 0912345678", "Lan 0912 345 678", "091.234.5678", "+84-912-345-678"])(
    "T15: %s is a telephone number and is not kept",
    (head) => expect(holdsPhoneNumber(head)).toBe(true),
  );

  it.each(["Ông Sáu", "Nhà số 12, ngõ 305", "Lò Văn Păn (1958)"])("%s is a name", (head) =>
    expect(holdsPhoneNumber(head)).toBe(false),
  );
});
