import { describe, expect, it } from "vitest";
import type { Grant } from "../access/actor.ts";
import { ROLES } from "../access/roles.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { labelSight, maySeeLabel, sightInVillage } from "./label-sight.ts";

describe("rule 8: the label of a person", () => {
  it("is for whoever verifies or audits; a member reads their own, nobody else any", () => {
    expect(ROLES.map((role) => `${role} ${labelSight([role])}`)).toEqual([
      "member own",
      "deputy all",
      "leader all",
      "youth_union none",
      "sector_office none",
      "office all",
      "council none",
      "commune_leader none",
      "upper_tier none",
      "administrator none",
    ]);
    expect(labelSight([])).toBe("none");
  });

  it("goes by the roles of that village: a leader here is a member there, a school's team has no village", () => {
    const validFrom = "2026-01-01" as LocalDate;
    const grant = (role: Grant["role"], villageId: number | null, teamId: number | null): Grant => ({
      role,
      communeId: 7,
      villageId,
      teamId,
      validFrom,
      validTo: null,
    });
    const grants = [grant("leader", 1, 10), grant("member", 2, 20), grant("leader", null, 30)];
    expect([1, 2, 3].map((village) => sightInVillage(grants, 7, village))).toEqual(["all", "own", "none"]);
    expect(sightInVillage(grants, 8, 1)).toBe("none");
    expect(sightInVillage([grant("office", null, null)], 7, 3)).toBe("all");
  });

  it("written by nobody known is nobody's own", () => {
    expect(maySeeLabel("own", null, "me")).toBe(false);
    expect(maySeeLabel("own", null, null)).toBe(false);
    expect(maySeeLabel("own", "me", "me")).toBe(true);
    expect(maySeeLabel("own", "other", "me")).toBe(false);
    expect(maySeeLabel("all", null, "me")).toBe(true);
    expect(maySeeLabel("none", "me", "me")).toBe(false);
  });
});
