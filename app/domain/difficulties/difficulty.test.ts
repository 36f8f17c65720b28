import { describe, expect, it } from "vitest";
import { type LocalDate, startOfDay } from "../calendar/local-date.ts";
import {
  type DifficultyEvent,
  dueOf,
  isOverdue,
  type ReportedDifficulty,
  sortIntoPeriod,
  stageAbove,
  stageStays,
} from "./difficulty.ts";

const day = (text: string) => text as LocalDate;
const noon = (text: string) => startOfDay(day(text)) + 12 * 3_600_000;

describe("I01: a difficulty", () => {
  it("is overdue from the day after its due day, until it is answered", () => {
    const dueOn = dueOf("team", day("2026-11-20"));
    expect(dueOn).toBe("2026-11-23");
    expect(isOverdue({ state: "open", dueOn }, day("2026-11-23"))).toBe(false);
    expect(isOverdue({ state: "open", dueOn }, day("2026-11-24"))).toBe(true);
    expect(isOverdue({ state: "answered", dueOn }, day("2026-11-24"))).toBe(false);
  });

  it("I02: goes up stage by stage and no further than the tier above", () => {
    expect([stageAbove("team"), stageAbove("office"), stageAbove("committee"), stageAbove("upper")]).toEqual([
      "office",
      "committee",
      "upper",
      null,
    ]);
  });

  it("I02: tells how many days it lay at each stage", () => {
    const event = (kind: DifficultyEvent["kind"], stage: DifficultyEvent["stage"], on: string) => ({
      kind,
      stage,
      ownerUnit: null,
      dueOn: null,
      note: null,
      by: "x",
      at: noon(on),
    });
    const events = [
      event("raised", "team", "2026-11-01"),
      event("noted", "team", "2026-11-02"),
      event("escalated", "office", "2026-11-04"),
      event("routed", "office", "2026-11-05"),
      event("answered", "office", "2026-11-10"),
      event("reopened", "office", "2026-11-15"),
      event("escalated", "committee", "2026-11-16"),
    ];
    expect(
      stageStays(events, noon("2026-11-20")).map(({ stage, days, until }) => [stage, days, until === null]),
    ).toEqual([
      ["team", 3, false],
      ["office", 6, false],
      ["office", 1, false],
      ["committee", 4, true],
    ]);
  });
});

describe("I04: the difficulties of a period", () => {
  const line = (id: string, raisedOn: string, answeredOn: string | null = null): ReportedDifficulty => ({
    id,
    field: "network",
    content: "Sóng yếu",
    proposal: null,
    teamId: 1,
    villageId: 1,
    raisedIn: "Thôn Đông",
    raisedOn: day(raisedOn),
    stage: "office",
    dueOn: day(raisedOn),
    answeredOn: answeredOn === null ? null : day(answeredOn),
    answer: answeredOn === null ? null : "Đã lắp thêm trạm.",
  });

  it("are those raised in it, those answered in it and those carried over, as they stood at its end", () => {
    const lines = [
      line("before, open", "2026-09-30"),
      line("answered the day before", "2026-09-30", "2026-10-14"),
      line("first day", "2026-10-15"),
      line("last day, answered later", "2026-11-14", "2026-11-15"),
      line("answered long ago", "2026-08-01", "2026-08-02"),
      line("answered on the last day", "2026-10-20", "2026-11-14"),
      line("after", "2026-11-15"),
    ];
    const { opened, answered, carriedOver } = sortIntoPeriod(lines, {
      firstDay: day("2026-10-15"),
      lastDay: day("2026-11-14"),
    });
    expect(opened.map(({ id }) => id)).toEqual(["first day", "last day, answered later"]);
    expect(opened[1]?.answer).toBeNull();
    expect(answered.map(({ id }) => id)).toEqual(["answered on the last day"]);
    expect(carriedOver.map(({ id }) => id)).toEqual(["before, open"]);
  });
});
