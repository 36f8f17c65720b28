import { compare, type Exact, readExact } from "../year/exact.ts";
import { leftOutOf } from "../year/measure-criterion.ts";
import type { ReviewResult } from "../year/review-result.ts";
import { type Coverage, coverageOf } from "./coverage.ts";

/** The whole year, or its middle where that is what communes have locked. */
export const UPPER_KINDS = ["annual", "mid"] as const;

export interface YearWish {
  readonly year: number;
  readonly kind: (typeof UPPER_KINDS)[number];
}

/** What an upper tier reads of a commune's locked year: figures of villages, and of nobody in them (A29). */
export interface YearStanding {
  readonly title: string;
  readonly isPublished: boolean;
  readonly sha256: string;
  readonly sheet: { readonly title: string; readonly document: string | null; readonly sha256: string };
  readonly villages: number;
  readonly ranked: number;
  /** Hundredths of a point; null where nobody is ranked. */
  readonly highest: number | null;
  readonly median: number | null;
  readonly lowest: number | null;
  /** From the highest band down, as the commune calls them. */
  readonly bands: readonly { readonly title: string; readonly villages: number }[];
  readonly households: Coverage;
  /** Spans in which the people asked for were all there, of the spans that were counted. */
  readonly spans: Coverage;
}

/** Long absent households are left out as in the score, with the share the sheet allows. */
export function standingOf(
  result: Pick<ReviewResult, "review" | "sheet" | "facts" | "villages">,
  lock: { readonly isPublished: boolean; readonly sha256: string },
): YearStanding {
  const { review, sheet, facts, villages } = result;
  const ranked = villages.filter(({ rank }) => rank !== null);
  const scores = ranked.map(({ score }) => score).sort((left, right) => right - left);
  const covers = facts.flatMap(({ coverage }) => coverage ?? []);
  const absentAtMost = absenceOf(sheet.content);
  const households = covers.reduce((sum, cover) => {
    const whole = cover.households;
    return sum + whole - leftOutOf({ part: cover.reached, whole, absent: cover.absent }, absentAtMost);
  }, 0);
  const reached = covers.reduce((sum, cover) => sum + cover.reached, 0);
  const spans = villages.flatMap(({ criteria }) =>
    criteria.flatMap(({ working }) => (working?.kind === "people_mean" ? working.spans : [])),
  );
  return {
    title: review.title,
    ...lock,
    sheet: { title: sheet.title, document: sheet.document, sha256: sheet.sha256 },
    villages: villages.length,
    ranked: ranked.length,
    highest: scores[0] ?? null,
    median: scores[Math.floor((scores.length - 1) / 2)] ?? null,
    lowest: scores.at(-1) ?? null,
    bands: sheet.content.bands.map(({ key, title }) => ({
      title,
      villages: ranked.filter(({ band }) => band === key).length,
    })),
    households: coverageOf(Math.min(reached, households), households),
    spans: coverageOf(spans.filter(({ ratio }) => ratio === "1/1").length, spans.length),
  };
}

function absenceOf({ groups }: ReviewResult["sheet"]["content"]): number {
  for (const { measure } of groups.flatMap(({ criteria }) => criteria)) {
    if (measure.by !== "metric" || measure.metric !== "household_coverage") continue;
    if (measure.formula.kind === "share" || measure.formula.kind === "threshold")
      return measure.formula.absentAtMost;
  }
  return 0;
}

/** A village of the province, as its own commune locked it. */
export interface ProvinceVillage {
  readonly province: string;
  readonly commune: string;
  readonly village: string;
  readonly sheetTitle: string;
  readonly sheetSha256: string;
  /** The same for villages whose points compare: one sheet, and one span where it is not the whole year. */
  readonly peers: string;
  readonly exact: string;
  readonly score: number;
  readonly band: string;
  /** Among its own commune's, or its cluster's. */
  readonly ownRank: number;
}

export interface RankedVillage extends ProvinceVillage {
  /** Among its peers: points of two sheets do not compare. */
  readonly rank: number;
}

/** 1 2 2 4 on the exact score, sheet by sheet; the sheet most villages were scored by comes first. */
export function rankProvince(villages: readonly ProvinceVillage[]): RankedVillage[] {
  const bySheet = new Map<string, { readonly row: ProvinceVillage; readonly exact: Exact }[]>();
  for (const row of villages) {
    const entry = { row, exact: readExact(row.exact) };
    const same = bySheet.get(row.peers);
    if (same) same.push(entry);
    else bySheet.set(row.peers, [entry]);
  }
  const sheets = [...bySheet].sort(
    ([leftMark, left], [rightMark, right]) => right.length - left.length || (leftMark < rightMark ? -1 : 1),
  );
  return sheets.flatMap(([, entries]) => {
    // Equal scores keep the order of communes they came in.
    const ordered = [...entries].sort((left, right) => compare(right.exact, left.exact));
    let rank = 0;
    return ordered.map(({ row, exact }, index) => {
      const above = ordered[index - 1];
      if (above === undefined || compare(above.exact, exact) !== 0) rank = index + 1;
      return { ...row, rank };
    });
  });
}
