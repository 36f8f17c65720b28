import { describe, expect, it } from "vitest";
import {
  DEFAULT_TEMPLATES,
  isZaloLink,
  judgeGroupName,
  judgeTemplate,
  makeGroupName,
  type NameFacts,
} from "./group-name.ts";

const facts: NameFacts = {
  village: "Thôn Bến Đò",
  commune: "Đại Sơn",
  communeKind: "xã",
  district: "Sông Mây",
  province: "tỉnh Sông Mây",
  team: "Tổ Chuyển đổi số cộng đồng",
};
const template = DEFAULT_TEMPLATES.village;
const faultsOf = (pasted: string) => judgeGroupName(pasted, template, facts);

describe("the name of a Zalo group", () => {
  it("C25: is made of the provincial form, and C26: the commune has one of its own", () => {
    expect(makeGroupName(template, facts)).toBe("CNCĐ_Thôn Bến Đò_Đại Sơn_Sông Mây");
    expect(makeGroupName(DEFAULT_TEMPLATES.commune, facts)).toBe("Tổ Chuyển đổi số cộng đồng - xã Đại Sơn");
  });

  it("C25: a pasted name that is right has no fault, whatever way its letters are coded", () => {
    expect(faultsOf("CNCĐ_Thôn Bến Đò_Đại Sơn_Sông Mây")).toEqual([]);
    expect(faultsOf("CNCĐ_Thôn Bến Đò_Đại Sơn_Sông Mây".normalize("NFD"))).toEqual([]);
  });

  it.each([
    ["", [{ kind: "empty" }]],
    [" CNCĐ_Thôn Bến  Đò_Đại Sơn_Sông Mây", [{ kind: "spaces" }]],
    ["CNCĐ _ Thôn Bến Đò_Đại Sơn_Sông Mây", [{ kind: "spaces" }]],
    ["CNCĐ - Thôn Bến Đò - Đại Sơn - Sông Mây", [{ kind: "separator", separator: "_" }]],
    ["CNCĐ_Thôn Bến Đò_Đại Sơn", [{ kind: "too_few", missing: ["Sông Mây"] }]],
    ["CNCĐ_Thôn Bến Đò_Đại Sơn_Sông Mây_2026", [{ kind: "too_many", extra: ["2026"] }]],
    [
      "CNCĐ_Thon Ben Do_Đại Sơn_Sông Mây",
      [{ kind: "marks", written: "Thon Ben Do", expected: "Thôn Bến Đò" }],
    ],
    ["cncđ_Thôn Bến Đò_Đại Sơn_Sông Mây", [{ kind: "capitals", written: "cncđ", expected: "CNCĐ" }]],
    [
      "CNCĐ_Thôn Đồng Sen_Đại Sơn_Sông Mây",
      [{ kind: "part", variable: "village", written: "Thôn Đồng Sen", expected: "Thôn Bến Đò" }],
    ],
  ])("C25: says what is wrong in “%s”", (pasted, faults) => {
    expect(faultsOf(pasted)).toEqual(faults);
  });

  it("refuses a form that names no village, or something nobody knows", () => {
    expect(judgeTemplate("CNCĐ_{xa}", "village")).toMatchObject({ code: "zalo_variable_missing" });
    expect(judgeTemplate("CNCĐ_{thon}_{quan}", "village")).toMatchObject({ variable: "quan" });
    expect(judgeTemplate(template, "village").ok).toBe(true);
  });

  it("L15: takes only Zalo's own addresses", () => {
    expect(isZaloLink("https://zalo.me/g/abcdef123")).toBe(true);
    for (const bad of [
      "http://zalo.me/g/a",
      "https://zalo.me.evil.vn/g/a",
      "https://evil.vn/?zalo.me/g",
      "zalo",
    ])
      expect(isZaloLink(bad)).toBe(false);
  });
});
