import { describe, expect, it } from "vitest";
import { judgePin, PIN_TRIES, pinPauseMs } from "./pin.ts";

describe("a PIN", () => {
  it.each([
    "123456",
    "654321",
    "111111",
    "121212",
    "123123",
    "112233",
    "111222",
    "147258",
    "246802",
    "100001",
  ])("%s is what anybody would try first", (digits) => {
    expect(judgePin(digits, null)).toEqual({ ok: false, code: "pin_too_easy" });
  });

  it("that stands in the owner's phone number is no secret", () => {
    expect(judgePin("583917", "+84905839174")).toEqual({ ok: false, code: "pin_too_easy" });
  });

  it.each(["12345", "1234567", "12a456", ""])("%j is not six digits", (digits) => {
    expect(judgePin(digits, null)).toEqual({ ok: false, code: "pin_not_six_digits" });
  });

  it("without a pattern is taken, spaces or not", () => {
    expect(judgePin("583 917", null)).toEqual({ ok: true, value: "583917" });
  });

  it("costs a longer pause with each mistake and is void after the tenth", () => {
    const pauses = Array.from({ length: PIN_TRIES }, (_, failures) => pinPauseMs(failures) ?? Number.NaN);
    expect(pauses).toEqual([...pauses].sort((left, right) => left - right));
    expect(pauses.slice(0, 3)).toEqual([0, 0, 0]);
    expect(pinPauseMs(PIN_TRIES)).toBeNull();
  });
});
