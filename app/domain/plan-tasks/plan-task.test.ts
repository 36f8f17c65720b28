import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { lastDayOfTask, progressOf, type TaskTime, timeOf, valueOfTime, workByUnit } from "./plan-task.ts";

const day = (text: string) => text as LocalDate;
const since = day("2024-06-13");
const report = (percent: number, on: string, month: number | null = null) => ({
  percent,
  month,
  on: day(on),
});
const stand = (time: TaskTime, today: string, reports: ReturnType<typeof report>[] = []) =>
  progressOf({ time, since, reports }, day(today));

describe("a task of a plan", () => {
  it("J14: “trước 15/6” ends with the 14th: on the 15th it is one day late", () => {
    const time: TaskTime = { kind: "before", day: day("2024-06-15") };
    expect(lastDayOfTask(time)).toBe("2024-06-14");
    expect(stand(time, "2024-06-14").stand).toBe("waiting");
    expect(stand(time, "2024-06-15")).toMatchObject({ stand: "overdue", daysLate: 1 });
    expect(stand(time, "2024-06-15", [report(100, "2024-06-14")]).stand).toBe("done");
    expect(stand(time, "2024-06-15", [report(100, "2024-06-15")]).stand).toBe("done_late");
  });

  it("J15: “trước 30/7” ends with the 29th", () => {
    const time: TaskTime = { kind: "before", day: day("2024-07-30") };
    expect(stand(time, "2024-07-29", [report(40, "2024-07-01")])).toMatchObject({
      stand: "under_way",
      percent: 40,
    });
    expect(stand(time, "2024-07-30").stand).toBe("overdue");
  });

  it("J16: “trước 30/10” ends with the 29th, as the campaigns do", () => {
    expect(lastDayOfTask({ kind: "before", day: day("2024-10-30") })).toBe("2024-10-29");
  });

  it("J17: “trong tháng 6” ends with the 30th of June", () => {
    const time: TaskTime = { kind: "within", period: "2024-06" };
    expect(stand(time, "2024-06-30").stand).toBe("waiting");
    expect(stand(time, "2024-07-01")).toMatchObject({ stand: "overdue", daysLate: 1 });
  });

  it("J18: “Quý I/2026” ends with the 31st of March", () => {
    expect(lastDayOfTask({ kind: "within", period: "2026-Q1" })).toBe("2026-03-31");
  });

  it("“hạn 30/6” has the whole of the 30th", () => {
    const time: TaskTime = { kind: "by", day: day("2024-06-30") };
    expect(stand(time, "2024-06-30").stand).toBe("waiting");
    expect(stand(time, "2024-07-01").stand).toBe("overdue");
  });

  it("J19: “thường xuyên trong năm” has no day of its own and is ticked each month", () => {
    const time: TaskTime = { kind: "all_year", year: 2024 };
    expect(stand(time, "2024-06-30")).toMatchObject({ stand: "to_tick", missed: [] });
    const june = report(100, "2024-06-20", 202406);
    expect(stand(time, "2024-06-30", [june])).toMatchObject({ stand: "ticked", percent: 14 });
    expect(stand(time, "2024-07-31", [june]).stand).toBe("to_tick");
    expect(stand(time, "2024-08-01", [june])).toMatchObject({
      stand: "overdue",
      missed: [202407],
      daysLate: 1,
    });
    expect(stand(time, "2024-08-01", [june, report(100, "2024-08-01", 202407)]).stand).toBe("to_tick");
  });

  it("J20: “duy trì thường xuyên” is done when its last month is ticked, and owes no month before it began", () => {
    const time: TaskTime = { kind: "all_year", year: 2024 };
    const ticks = [6, 7, 8, 9, 10, 11, 12].map((month) => report(100, "2024-12-31", 202400 + month));
    expect(stand(time, "2025-01-15", ticks)).toMatchObject({ stand: "done", percent: 100, missed: [] });
    expect(stand(time, "2025-01-15", ticks.slice(0, -1)).missed).toEqual([202412]);
  });

  it("that was opened again is under way, and keeps its first day of being finished otherwise", () => {
    const time: TaskTime = { kind: "before", day: day("2024-06-15") };
    const again = [report(100, "2024-06-10"), report(80, "2024-06-11"), report(100, "2024-06-16")];
    expect(stand(time, "2024-06-20", again).stand).toBe("done_late");
    expect(stand(time, "2024-06-20", [report(100, "2024-06-10"), report(100, "2024-06-16")]).stand).toBe(
      "done",
    );
  });

  it("is kept as a kind and a text, and read back as it was", () => {
    const times: TaskTime[] = [
      { kind: "before", day: day("2024-06-15") },
      { kind: "by", day: day("2024-06-15") },
      { kind: "within", period: "2026-Q1" },
      { kind: "all_year", year: 2026 },
    ];
    for (const time of times) expect(timeOf(time.kind, valueOfTime(time))).toEqual(time);
    expect(timeOf("within", "2026-13")).toBeNull();
    expect(timeOf("before", "15/6")).toBeNull();
  });
});

describe("J21: units", () => {
  it("lead their own tasks and help with others'; what is late stands first", () => {
    const tasks = [
      { leadUnit: "Phòng Văn hóa - Xã hội", coordinatingUnits: ["Các thôn", "Công an xã"], stand: "done" },
      { leadUnit: "Công an xã", coordinatingUnits: ["Các thôn", "Các thôn", "Công an xã"], stand: "overdue" },
    ] as const;
    expect(workByUnit(tasks)).toEqual([
      { unit: "Công an xã", leads: 1, helps: 1, done: 0, overdue: 1 },
      { unit: "Phòng Văn hóa - Xã hội", leads: 1, helps: 0, done: 1, overdue: 0 },
      { unit: "Các thôn", leads: 0, helps: 2, done: 0, overdue: 0 },
    ]);
  });
});
