import type { PaperGroup, PaperTable, PaperValue } from "#app/domain/documents/paper.ts";
import type { WorkFigures } from "#app/domain/figures/figures.ts";
import type { ReportBody, ReportLine, ReportMeasures, ReportStanding } from "#app/domain/reports/report.ts";
import { reportPaper as words } from "#app/messages/report-paper.ts";

const { annexes } = words;
const { headings } = annexes;
const BASIS_POINTS = 10_000;

/** Names by key, with the pillar the kind belongs to. */
export type KindNames = ReadonlyMap<
  string,
  { readonly name: string; readonly pillar: keyof typeof words.pillars }
>;

/** A line per village: forces, guidance, quota, coverage, points. */
export function composeVillagesTable({ villages, work, measures, roster, commune }: ReportBody): PaperTable {
  const { roster: force, guided, quota, coverage } = annexes;
  return {
    name: annexes.villages(commune.words.village),
    caption: null,
    columns: [
      { heading: headings.number, width: 4, kind: "text", isCentred: true },
      { heading: headings.village(commune.words.village), width: 20, kind: "text" },
      { heading: headings.members, over: force, width: 8, kind: "whole" },
      { heading: headings.active, over: force, width: 8, kind: "whole" },
      { heading: headings.claims, over: guided, width: 7, kind: "whole" },
      { heading: headings.visits, over: guided, width: 7, kind: "whole" },
      { heading: headings.people, over: guided, width: 7, kind: "whole" },
      { heading: headings.reached, over: quota, width: 7, kind: "whole" },
      { heading: headings.asked, over: quota, width: 7, kind: "whole" },
      { heading: headings.rate, over: quota, width: 8, kind: "share" },
      { heading: headings.reached, over: coverage, width: 7, kind: "whole" },
      { heading: headings.of, over: coverage, width: 7, kind: "whole" },
      { heading: headings.rate, over: coverage, width: 8, kind: "share" },
      { heading: headings.points, width: 9, kind: "points" },
    ],
    groups: [
      { title: null, rows: villages.map((village, index) => [index + 1, village.name, ...cellsOf(village)]) },
    ],
    total: [
      null,
      annexes.total(words.commune[commune.kind]),
      ...(work === null || measures === null ? [] : cellsOf({ roster, work, measures })),
    ],
  };
}

function cellsOf({ roster, work, measures }: Pick<ReportLine, "roster" | "work" | "measures">): PaperValue[] {
  return [
    roster.members,
    roster.active,
    work.claims,
    work.visits,
    work.people,
    measures.people,
    measures.peopleAsked,
    rateOf(measures.people, measures.peopleAsked),
    measures.households,
    measures.householdsOf,
    rateOf(measures.households, measures.householdsOf),
    work.points,
  ];
}

/** Basis points, rounded down: nobody passes a line by rounding. No data where nothing was asked or counted. */
function rateOf(part: ReportMeasures["people"], whole: number | null): number | null {
  return part === null || !whole ? null : Math.floor((part * BASIS_POINTS) / whole);
}

/** A line per kind of work, under its pillar. */
export function composeKindsTable(work: WorkFigures, kinds: KindNames): PaperTable {
  const groups = (["government", "economy", "society", "common", "none"] as const).flatMap(
    (pillar): PaperGroup[] => {
      const rows = Object.entries(work.by.kind)
        .map(([key, counted]) => ({
          counted,
          name: kinds.get(key)?.name ?? key,
          pillar: kinds.get(key)?.pillar ?? "none",
        }))
        .filter((row) => row.pillar === pillar)
        .map(({ name, counted }): PaperValue[] => [
          name,
          counted.claims,
          counted.visits,
          counted.units,
          counted.people,
          counted.households,
        ]);
      return rows.length === 0 ? [] : [{ title: words.pillars[pillar], rows }];
    },
  );
  return {
    name: annexes.kinds,
    caption: null,
    columns: [
      { heading: headings.kind, width: 44, kind: "text" },
      { heading: headings.claims, width: 11, kind: "whole" },
      { heading: headings.visits, width: 11, kind: "whole" },
      { heading: headings.units, width: 12, kind: "whole" },
      { heading: headings.people, width: 11, kind: "whole" },
      { heading: headings.households, width: 11, kind: "whole" },
    ],
    groups,
    total: [
      annexes.total("").trim(),
      work.claims,
      work.visits,
      work.units ?? null,
      work.people,
      work.households,
    ],
  };
}

/** L30: who sent, when, and who is still missing. */
export function composeReportsTable({ teams, units }: ReportBody): PaperTable {
  let number = 0;
  const rowOf = (name: string, standing: ReportStanding | null): PaperValue[] => [
    ++number,
    name,
    standing === null ? null : words.standing(standing),
    standing?.sentAt == null ? null : words.moment(standing.sentAt),
  ];
  const groups = [
    { title: annexes.teams, rows: teams.map(({ name, report }) => rowOf(name, report)) },
    { title: annexes.others, rows: units.map(({ name, standing }) => rowOf(name, standing)) },
  ];
  return {
    name: annexes.reports,
    caption: null,
    columns: [
      { heading: headings.number, width: 6, kind: "text", isCentred: true },
      { heading: headings.sender, width: 46, kind: "text" },
      { heading: headings.standing, width: 24, kind: "text" },
      { heading: headings.sentAt, width: 24, kind: "text" },
    ],
    groups: groups.filter(({ rows }) => rows.length > 0),
    total: null,
  };
}
