import { describe, expect, it } from "vitest";
import { makeVillageMatcher } from "./match-village.ts";

const find = makeVillageMatcher([
  { id: 1, name: "Thôn 1" },
  { id: 11, name: "Thôn 11" },
  { id: 2, name: "Bản Lạ" },
  { id: 3, name: "Thôn Đông Bản Lạ" },
  { id: 4, name: "Tổ dân phố 3" },
]);

describe("the village that a roster's words mean", () => {
  it.each([
    ["Thôn 1", 1],
    ["1", 1],
    ["thôn  11", 11],
    ["Bản Lạ, xã Suối Mây", 2],
    ["Tổ dân phố 3", 4],
    ["TDP 3", 4],
  ])("%s", (words, id) => expect(find(words)).toBe(id));

  it.each([
    ["Tổ công nghệ số cộng đồng Thôn 11 (318/QĐ-UBND, 20/3/2026)", 11],
    ["TỔ CHUYỂN ĐỔI SỐ BẢN LẠ", 2],
    ["Tổ CNSCĐ Thôn Đông Bản Lạ", 3],
  ])("A22: a team's own title, as the house prints it, names its village: %s", (title, id) => {
    expect(find(title)).toBe(id);
  });

  it.each(["Bản Là", "Thôn 2", "Ban quản lý Bản Lạ", "Tổ công nghệ số cộng đồng", "Tổ"])(
    "nothing is guessed: %s",
    (words) => expect(find(words)).toBeNull(),
  );
});
