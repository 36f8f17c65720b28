import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { foldVietnamese, unifySpelling } from "./fold-vietnamese.ts";
import { makeSortKey } from "./sort-key.ts";

function sorted(names: readonly string[]): string[] {
  return [...names].sort((left, right) => (makeSortKey(left) < makeSortKey(right) ? -1 : 1));
}

describe("folding", () => {
  it.each([
    ["Thôn Đông Lĩnh", "thon dong linh"],
    ["  TỔ  DÂN PHỐ số 5 ", "to dan pho so 5"],
    ["Ờ Ợ ữ ẩ", "o o u a"],
    ["H'Hen Niê", "h'hen nie"],
    ["", ""],
  ])("%s is found as %s", (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
    expect(foldVietnamese(text.normalize("NFD"))).toBe(folded);
  });
});

describe("one spelling", () => {
  it.each([
    ["Thôn Hoà Bình", "thôn hòa bình"],
    ["Thuỷ Tú", "Thủy Tú"],
    ["Khoá", "Khóa"],
    ["THÔN  ĐÔNG", "thôn đông"],
  ])("%s and %s are one name", (left, right) => {
    expect(unifySpelling(left)).toBe(unifySpelling(right));
  });

  it.each([
    ["Đông Lĩnh", "Đông Linh"],
    ["Tân", "Tấn"],
    ["An", "Ân"],
    ["Đa", "Da"],
    ["Tân Sơn", "Tấn Sơn"],
  ])("%s and %s stay two names", (left, right) => {
    expect(unifySpelling(left)).not.toBe(unifySpelling(right));
  });
});

describe("the order of villages", () => {
  it("counts numbers as numbers", () => {
    expect(
      sorted(["Thôn 10", "Thôn 2", "Thôn 1", "Khu phố 2B", "Khu phố 2A", "TDP số 12", "TDP số 5"]),
    ).toEqual(["Khu phố 2A", "Khu phố 2B", "TDP số 5", "TDP số 12", "Thôn 1", "Thôn 2", "Thôn 10"]);
  });

  it("goes a ă â, d before đ, and by tone last", () => {
    expect(
      sorted(["Đông", "Dương", "Ân", "An", "Ăn", "Bạ", "Bá", "Bã", "Bả", "Bà", "Ba", "Êban", "Em"]),
    ).toEqual(["An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Dương", "Đông", "Em", "Êban"]);
  });

  it("puts a name before the longer one it begins", () => {
    expect(sorted(["Thôn Mai Lâm", "Thôn Ánh", "Thôn Mai", "Thôn An"])).toEqual([
      "Thôn An",
      "Thôn Ánh",
      "Thôn Mai",
      "Thôn Mai Lâm",
    ]);
  });

  it("does not see how a letter is encoded, nor capitals, nor leading zeros", () => {
    expect(makeSortKey("THÔN ĐOÀI 03")).toBe(makeSortKey("thôn đoài 3".normalize("NFD")));
  });

  const word = fc.string({
    unit: fc.constantFrom(..."aăâbdđeêghoôơuưyàảãáạằẳẵắặ"),
    minLength: 1,
    maxLength: 5,
  });
  const name = fc
    .tuple(fc.constantFrom("Thôn", "Khu"), word, fc.integer({ min: 1, max: 999 }))
    .map((parts) => parts.join(" "));
  const collator = new Intl.Collator("vi", { numeric: true });

  test.prop([name, name])("agrees with the collation of the language", (left, right) => {
    const ours =
      makeSortKey(left) === makeSortKey(right) ? 0 : makeSortKey(left) < makeSortKey(right) ? -1 : 1;
    const theirs = Math.sign(collator.compare(left, right));
    expect(ours).toBe(theirs);
  });
});
