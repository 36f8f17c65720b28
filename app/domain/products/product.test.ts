import { describe, expect, it } from "vitest";
import { floorsOf, isShopLink, listedShare } from "./product.ts";
import { readProductSheet } from "./product-sheet.ts";

describe("products on floors", () => {
  it("B21: the latest word on a floor holds; a product on any floor counts once", () => {
    const word = (at: number, isListed: boolean) => ({
      floor: "postmart" as const,
      isListed,
      link: isListed ? "https://postmart.vn/a" : null,
      at,
    });
    expect(floorsOf([word(1, true)])).toEqual([{ floor: "postmart", link: "https://postmart.vn/a" }]);
    expect(floorsOf([word(1, true), word(2, false)])).toEqual([]);
    const products = [
      { kind: "ocop" as const, floors: ["a", "b"] },
      { kind: "ocop" as const, floors: [] },
      { kind: "farm" as const, floors: ["a"] },
    ];
    expect(listedShare(products, "ocop")).toEqual({ numerator: 1, denominator: 2, unknown: 0 });
    expect(listedShare([], "farm")).toEqual({ numerator: 0, denominator: 0, unknown: 0 });
    expect([
      isShopLink("https://voso.vn/x"),
      isShopLink("javascript:alert(1)"),
      isShopLink("voso.vn"),
    ]).toEqual([true, false, false]);
  });

  it("B21, L16: a pasted table is read by its headings; stars make OCOP, a link names its floor", () => {
    const grid = [
      ["DANH SÁCH SẢN PHẨM"],
      ["TT", "Tên sản phẩm", "Chủ thể", "Thôn", "Hạng sao", "Sàn TMĐT", "Đường dẫn"],
      ["1", "Chè xanh Suối Mây", "HTX Chè", "Thôn Đông", "4 sao", "", "https://postmart.vn/che"],
      ["2", "Mật ong rừng", "Ông Páo", "Bản Nà Hoa", "", "", ""],
      ["", "", "", "", "", "", ""],
      ["Tổng", "2", "", "", "", "", ""],
    ];
    expect(readProductSheet(grid)).toMatchObject([
      { line: 3, name: "Chè xanh Suối Mây", kind: "ocop", stars: 4, floor: "postmart", village: "Thôn Đông" },
      { line: 4, name: "Mật ong rừng", kind: "farm", stars: null, floor: null, link: null },
    ]);
    expect(readProductSheet([["a", "b"]])).toBeNull();
  });
});
