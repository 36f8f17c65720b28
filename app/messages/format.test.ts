import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeFormat } from "./format.ts";

const vi = makeFormat("vi");
const en = makeFormat("en");
/** 31 December 2026, 23:59:30 in Việt Nam. */
const lastMinute = Date.UTC(2026, 11, 31, 16, 59, 30);

describe("dates and times", () => {
  it("days are written day first with two figures each", () => {
    expect(vi.date("2026-03-05" as LocalDate)).toBe("05/03/2026");
    expect(en.date("2026-03-05" as LocalDate)).toBe("05/03/2026");
    expect(vi.month(2026, 5)).toBe("tháng 5/2026");
  });

  it("an instant is read in Việt Nam, whatever the machine's zone", () => {
    expect(vi.time(lastMinute)).toBe("23:59");
    expect(vi.time(lastMinute + 30_000)).toBe("00:00");
    expect(vi.moment(lastMinute)).toBe("23:59, 31/12/2026");
    expect(vi.moment(lastMinute + 30_000)).toBe("00:00, 01/01/2027");
  });

  it.each([
    [0, "vừa xong", "just now"],
    [59_999, "vừa xong", "just now"],
    [60_000, "1 phút trước", "1 minute ago"],
    [3_599_999, "59 phút trước", "59 minutes ago"],
    [3_600_000, "1 giờ trước", "1 hour ago"],
    [86_400_000, "1 ngày trước", "1 day ago"],
    [7 * 86_400_000 - 1, "6 ngày trước", "6 days ago"],
    [7 * 86_400_000, "31/12/2026", "31/12/2026"],
  ])("%d ms later: %s, %s", (elapsedMs, inVietnamese, inEnglish) => {
    expect(vi.ago(lastMinute, lastMinute + elapsedMs)).toBe(inVietnamese);
    expect(en.ago(lastMinute, lastMinute + elapsedMs)).toBe(inEnglish);
  });

  it("a clock that runs behind does not speak of the future", () => {
    expect(vi.ago(lastMinute, lastMinute - 5_000)).toBe("vừa xong");
  });
});

describe("figures", () => {
  it.each([
    [0, 0, "0", "0"],
    [999, 0, "999", "999"],
    [1000, 0, "1.000", "1,000"],
    [1234.5, 1, "1.234,5", "1,234.5"],
    [1_234_567, 0, "1.234.567", "1,234,567"],
    [-1234, 0, "−1.234", "−1,234"],
    [0.05, 2, "0,05", "0.05"],
  ])("%d with %d decimals", (value, decimals, inVietnamese, inEnglish) => {
    expect(vi.number(value, decimals)).toBe(inVietnamese);
    expect(en.number(value, decimals)).toBe(inEnglish);
  });

  it.each([
    [0, "0"],
    [100, "1"],
    [134, "1,34"],
    [1250, "12,5"],
    [123_400, "1.234"],
    [-250, "−2,5"],
    [5, "0,05"],
  ])("%d hundredths of a point are %s", (hundredths, written) => {
    expect(vi.points(hundredths)).toBe(written);
  });

  it("points under one another have as many decimals as the finest of them", () => {
    const column = [850, 925, 1000];
    expect(column.map(vi.pointsAlike(column))).toEqual(["8,50", "9,25", "10,00"]);
    expect([850, 1000].map(vi.pointsAlike([850, 1000]))).toEqual(["8,5", "10,0"]);
    expect(vi.pointsAlike([])(300)).toBe("3");
  });

  it("shares show as many decimals as they have", () => {
    expect(vi.percent(10_000)).toBe("100%");
    expect(vi.percent(6_650)).toBe("66,5%");
    expect(vi.percent(3_333)).toBe("33,33%");
  });
});
