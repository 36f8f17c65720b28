import { describe, expect, it } from "vitest";
import { formatCallNumber, isShownTo, parseCallNumber } from "./contact.ts";

describe("the number of a contact person", () => {
  it("is a mobile number or a fixed line, however people write it", () => {
    for (const typed of [
      "0201-3825-123",
      "(0201) 3825123",
      "+84 201 3825 123",
      "024 3825 1234",
      "0987 654 321",
    ])
      expect([typed, parseCallNumber(typed) !== null]).toEqual([typed, true]);
    expect(parseCallNumber("0912.345.678")).toBe("+84912345678");
    expect(parseCallNumber("0201 3825 123")).toBe("+842013825123");
  });

  it("is nothing else", () => {
    for (const typed of ["", "113", "1900 1234", "001085012345", "0201 382", "gọi văn phòng"])
      expect(parseCallNumber(typed)).toBeNull();
  });

  it("is read aloud in groups", () => {
    const spoken = (typed: string) => {
      const number = parseCallNumber(typed);
      return number && formatCallNumber(number);
    };
    expect(spoken("+84912345678")).toBe("0912 345 678");
    expect(spoken("+842013825123")).toBe("0201 3825 123");
    expect(spoken("+842438251234")).toBe("0243 8251 234");
  });
});

it("L29: what is for leaders is not shown to members, and leaders see both", () => {
  expect([isShownTo("leaders", "members"), isShownTo("leaders", "leaders")]).toEqual([false, true]);
  expect([isShownTo("members", "members"), isShownTo("members", "leaders")]).toEqual([true, true]);
});
