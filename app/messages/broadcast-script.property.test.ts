import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { OpenFigures, OpenMonth } from "#app/domain/open-data/open-data.ts";
import { countSyllables, FEWEST_SYLLABLES, MOST_SYLLABLES, writeBroadcast } from "./broadcast-script.ts";

const WORDS = { team: "Tổ công nghệ số cộng đồng", village: "thôn" };

const figures = (most: number): fc.Arbitrary<OpenFigures> =>
  fc.record({
    claims: fc.nat(most),
    visits: fc.nat(most),
    people: fc.nat(most),
    households: fc.nat(most),
    pointsHundredths: fc.nat(most),
  });

const month: fc.Arbitrary<OpenMonth> = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map((number) => 202_600 + number),
  firstDay: fc.constant("2026-10-15" as LocalDate),
  lastDay: fc.constant("2026-11-14" as LocalDate),
  isTrial: fc.boolean(),
  rulesVersion: fc.constant(1),
  sealSha256: fc.constant("0".repeat(64)),
  commune: figures(200_000),
  villages: fc.array(
    fc
      .tuple(fc.constantFrom("Bản Nậm Mười", "Thôn 3", "Khu phố Đoàn Kết"), figures(99_999))
      .map(([name, rest]) => ({ name, ...rest })),
    { maxLength: 6 },
  ),
  teams: fc.constant([]),
  priorityGroups: fc
    .option(fc.integer({ min: 5, max: 9_999 }))
    .map((people) => [{ group: "elderly" as const, people }]),
});

describe("A35: a minute on the loudspeaker", () => {
  it("A35: whatever the month came to, it takes about a minute and holds no figure and no abbreviation", () => {
    fc.assert(
      fc.property(month, (of) => {
        const text = writeBroadcast({ commune: "xã Nậm Mười" }, of, WORDS);
        expect(countSyllables(text)).toBeGreaterThanOrEqual(FEWEST_SYLLABLES);
        expect(countSyllables(text)).toBeLessThanOrEqual(MOST_SYLLABLES);
        expect(text).not.toMatch(/\d/);
        expect(text).not.toMatch(/\b\p{Lu}{2,}\b/u);
      }),
    );
  });

  it("A35: says the month, its figures and who is first", () => {
    const none = { claims: 0, visits: 0, people: 0, households: 0, pointsHundredths: 0 };
    const text = writeBroadcast(
      { commune: "xã Nậm Mười" },
      {
        id: 202_611,
        firstDay: "2026-10-15" as LocalDate,
        lastDay: "2026-11-04" as LocalDate,
        isTrial: false,
        rulesVersion: 1,
        sealSha256: "0".repeat(64),
        commune: { claims: 121, visits: 1_205, people: 84, households: 55, pointsHundredths: 1 },
        villages: [
          { name: "Bản Cuôn", ...none, visits: 705 },
          { name: "Bản Lạ", ...none, visits: 500 },
        ],
        teams: [],
        priorityGroups: [{ group: "elderly", people: null }],
      },
      WORDS,
    );
    expect(text).toContain("tháng mười một năm hai nghìn không trăm hai mươi sáu");
    expect(text).toContain("một trăm hai mươi mốt việc được xác nhận, với một nghìn hai trăm linh năm lượt");
    expect(text).toContain("tám mươi tư người, ở năm mươi lăm hộ");
    expect(text).toContain("nhất là Bản Cuôn, với bảy trăm linh năm lượt");
    expect(text).not.toContain("người cao tuổi.");
  });
});
