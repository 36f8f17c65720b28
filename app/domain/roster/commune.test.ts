import { describe, expect, it } from "vitest";
import { type LocalDate, parseLocalDate } from "../calendar/local-date.ts";
import { bareCommuneName, isTrial, judgeRegulation } from "./commune.ts";

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};
const today = day("2026-11-20");

describe("the regulation that ends the trial", () => {
  it.each([
    ["12/QC-UBND", "12/QC-UBND"],
    [" số: 318 / qđ - ubnd ", "318/QĐ-UBND"],
    ["05/2026/QĐ-UBND", "05/2026/QĐ-UBND"],
    ["07/QĐ-UBND-VHXH", "07/QĐ-UBND-VHXH"],
  ])("%s is written %s", (typed, number) => {
    expect(judgeRegulation({ number: typed, date: day("2026-05-01") }, today)).toEqual({
      ok: true,
      value: { number, date: "2026-05-01" },
    });
  });

  it.each(["", "12", "QC-UBND", "12-QC/UBND", "quy chế số 12", "12/QC"])(
    "%s is no number of a document",
    (number) => {
      expect(judgeRegulation({ number, date: today }, today)).toMatchObject({
        code: "regulation_number_malformed",
      });
    },
  );

  it("may be signed today, not tomorrow", () => {
    expect(judgeRegulation({ number: "12/QC-UBND", date: today }, today).ok).toBe(true);
    expect(judgeRegulation({ number: "12/QC-UBND", date: day("2026-11-21") }, today)).toMatchObject({
      code: "regulation_date_in_future",
      today,
    });
  });

  it("is what a commune in trial lacks", () => {
    expect(isTrial(null)).toBe(true);
    expect(isTrial({ number: "12/QC-UBND", date: today })).toBe(false);
  });
});

describe("the name of a commune", () => {
  it.each([
    ["Xã Đại Sơn", "Đại Sơn"],
    [" phường  Hồng Gai ", "Hồng Gai"],
    ["Đặc khu Cô Tô", "Cô Tô"],
    ["Phường", "Phường"],
    ["12", "12"],
    ["Xãnh", "Xãnh"],
  ])("typed as %s is %s", (typed, name) => {
    expect(bareCommuneName(typed)).toBe(name);
  });
});
