import { expect, it } from "vitest";
import { goesOnAfterEnd } from "./ended-commune.ts";
import { CAPABILITIES } from "./matrix.ts";

it("A26: in a commune that went over nothing new begins; its last months are finished, its people keep their rights", () => {
  const of = (fate: string) => CAPABILITIES.filter((capability) => goesOnAfterEnd(capability) === fate);
  for (const capability of [
    "activity.log",
    "roster.manage",
    "household.manage",
    "unit.change",
    "plan.publish",
  ]) {
    expect(of("never")).toContain(capability);
  }
  for (const capability of ["activity.verify", "month.appeal", "month.manage"]) {
    expect(of("until_sealed")).toContain(capability);
  }
  for (const capability of ["account.choose-commune", "personal-data.erase", "two-person-act.ask"]) {
    expect(of("for_good")).toContain(capability);
  }
});
