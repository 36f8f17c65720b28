import { describe, expect, it } from "vitest";
import { cutoffMoments } from "../calendar/cutoff.ts";
import { type LocalDate, startOfDay } from "../calendar/local-date.ts";
import { makePeriod } from "../calendar/period.ts";
import { dueReminder, isLateAt, lastDayInTime, reminderAt } from "./reminder.ts";
import { NO_SECTIONS, openSections } from "./report.ts";
import { monthSpan, parseReportPeriod, quarterClosedBy, spanBefore } from "./report-period.ts";
import { judgeReading, judgeSending, type SendFacts } from "./report-state.ts";

const day = (text: string) => text as LocalDate;
const HOUR = 3_600_000;

describe("J05: the period of a report", () => {
  it.each([
    ["2026-11", "month", 202611, 202611],
    ["2026-Q4", "quarter", 202610, 202612],
    ["2026-H1", "half", 202601, 202606],
    ["2026", "year", 202601, 202612],
  ])("%s is a %s of the plan's months", (key, kind, fromMonth, toMonth) => {
    expect(parseReportPeriod(key)).toMatchObject({ kind, key, fromMonth, toMonth });
  });

  it.each(["2026-13", "2026-Q5", "", "1999", "2026-02-30..2026-03-01", "2026-03-02..2026-03-01", "x"])(
    "%j is none",
    (key) => expect(parseReportPeriod(key)).toBeNull(),
  );

  it("is held against the same length of time before it", () => {
    const before = (key: string) => {
      const span = parseReportPeriod(key);
      return span && spanBefore(span)?.key;
    };
    expect(["2026-01", "2026-Q1", "2026-H2", "2026", "2026-03-11..2026-03-20"].map(before)).toEqual([
      "2025-12",
      "2025-Q4",
      "2026-H1",
      "2025",
      "2026-03-01..2026-03-10",
    ]);
  });

  it("a quarter is closed by its third month", () => {
    expect([202608, 202609, 202612].map((id) => quarterClosedBy(id)?.key ?? null)).toEqual([
      null,
      "2026-Q3",
      "2026-Q4",
    ]);
    expect(monthSpan(202602)).toMatchObject({ key: "2026-02", ordinal: 2 });
  });
});

describe("J01, J03: on time or late, to the second, with the server in UTC", () => {
  const november = makePeriod("month", 2026, 11, 15);
  const due = (dueDay: number, strictlyBefore: boolean) =>
    cutoffMoments(
      {
        startDay: 15,
        graceDays: 2,
        due: {
          team: { day: dueDay, inMonth: "named", strictlyBefore },
          office: { day: 25, inMonth: "named", strictlyBefore: true },
        },
      },
      november,
    ).lateFrom.team;

  it.each([
    // "trước ngày 20": the 19th is the last day; midnight in Việt Nam is 17:00 in UTC.
    [20, true, "2026-11-19T16:59:59.999Z", false],
    [20, true, "2026-11-19T17:00:00.000Z", true],
    [20, false, "2026-11-20T16:59:59.999Z", false],
    [20, false, "2026-11-20T17:00:00.000Z", true],
  ])("due day %i, strict %s, sent at %s: late %s", (dueDay, strict, sentAt, isLate) => {
    expect(isLateAt(due(dueDay, strict), Date.parse(sentAt))).toBe(isLate);
  });

  it("reminds at seven in the morning, five and two days before, on the last day and on the first late one", () => {
    const lateFrom = due(20, true);
    expect(lastDayInTime(lateFrom)).toBe("2026-11-19");
    expect(
      (["d-5", "d-2", "d-0", "d+1"] as const).map((stage) =>
        new Date(reminderAt(stage, lateFrom)).toISOString(),
      ),
    ).toEqual([
      "2026-11-14T00:00:00.000Z",
      "2026-11-17T00:00:00.000Z",
      "2026-11-19T00:00:00.000Z",
      "2026-11-20T00:00:00.000Z",
    ]);
  });

  it("tells each stage once; after a silence only the newest, and nothing a week after", () => {
    const lateFrom = due(20, true);
    const askedAt = startOfDay(day("2026-10-15"));
    const at = (text: string, told: ("d-5" | "d-2" | "d-0" | "d+1")[] = []) =>
      dueReminder({ lateFrom, askedAt, told }, Date.parse(text));
    expect(at("2026-11-13T23:59:59Z")).toBeNull();
    expect(at("2026-11-14T00:00:00Z")).toBe("d-5");
    expect(at("2026-11-14T00:00:00Z", ["d-5"])).toBeNull();
    expect(at("2026-11-18T00:00:00Z")).toBe("d-2");
    expect(at("2026-11-20T05:00:00Z", ["d-5"])).toBe("d+1");
    expect(at("2026-11-20T05:00:00Z", ["d-5", "d+1"])).toBeNull();
    expect(at("2026-11-28T00:00:00Z")).toBeNull();
    expect(dueReminder({ lateFrom, askedAt: lateFrom - 3 * HOUR, told: [] }, lateFrom - HOUR)).toBeNull();
  });
});

describe("the way of a report", () => {
  const said = {
    ...NO_SECTIONS,
    difficulties: { text: "", isNone: true },
    proposals: { text: "Thêm một máy in.", isNone: false },
  };
  const month = (state: "open" | "grace" | "provisional" | "sealed") => ({
    id: 202611,
    state,
    graceEndsAt: 100,
  });
  const facts = (wish: Partial<SendFacts> = {}): SendFacts => ({
    state: "draft",
    sections: said,
    kind: "month",
    months: [month("provisional")],
    isConsolidated: false,
    endsAt: 50,
    ...wish,
  });
  const codeOf = (wish: Partial<SendFacts>) => {
    const verdict = judgeSending(facts(wish), 200);
    return verdict.ok ? null : verdict.code;
  };

  it("J07: difficulties and proposals are written, or said to be none", () => {
    expect(openSections(NO_SECTIONS)).toEqual(["difficulties", "proposals"]);
    expect(openSections({ ...said, difficulties: { text: "  ", isNone: false } })).toEqual(["difficulties"]);
    expect(codeOf({ sections: NO_SECTIONS })).toBe("report_sections_open");
  });

  it("rule 6: begins when figures stand and ends with the seal; the office's own may come late", () => {
    expect(codeOf({})).toBeNull();
    expect(codeOf({ months: [month("grace")] })).toBe("report_figures_run");
    expect(codeOf({ months: [] })).toBe("report_figures_run");
    expect(codeOf({ months: [month("sealed")] })).toBe("report_month_sealed");
    expect(codeOf({ months: [month("sealed")], isConsolidated: true })).toBeNull();
    expect(codeOf({ months: [month("sealed")], kind: "quarter" })).toBeNull();
    expect(codeOf({ kind: "range", months: [month("open")], endsAt: 201 })).toBe("report_figures_run");
    expect(codeOf({ kind: "range", months: [month("open")], endsAt: 200 })).toBeNull();
  });

  it("J09: moves from state to state and no other way", () => {
    const to = (state: Parameters<typeof judgeReading>[0], act: Parameters<typeof judgeReading>[1]) => {
      const verdict = judgeReading(state, act);
      return verdict.ok ? verdict.value : verdict.code;
    };
    expect(to("sent", "approved")).toBe("approved");
    expect(to("sent", "returned")).toBe("returned");
    expect(to("approved", "returned")).toBe("returned");
    expect(to("approved", "locked")).toBe("locked");
    for (const state of ["draft", "returned", "locked"] as const) {
      expect(to(state, "approved")).toBe("report_not_sent");
      expect(to(state, "locked")).toBe("report_not_approved");
    }
    expect(codeOf({ state: "sent" })).toBe("report_not_open");
  });
});
