import { expect, it } from "vitest";
import { foldPaper, foldSearch } from "./plan-paper.ts";

it("J26: what a person typed is found without marks and in any case; what a machine misread is nowhere in it", () => {
  const folded = foldPaper({
    number: "62/KH-UBND",
    title: "Kế hoạch Tổ công nghệ số cộng đồng phường Hồng Gai",
  });
  for (const typed of ["hong gai", "HỒNG GAI", "62/kh-ubnd", "cong  nghe so"])
    expect(folded).toContain(foldSearch(typed));
  expect(folded).not.toContain(foldSearch("Hong Gai, ngay 13 thiang 6"));
});
