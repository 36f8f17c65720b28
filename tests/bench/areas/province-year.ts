import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { composePackage, type OpenLine } from "#app/domain/open-package/open-package.ts";
import { rankProvince } from "#app/domain/upper-tier/year-standing.ts";
import type { CriteriaSheet, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import {
  parseResult,
  RESULT_FORMAT,
  type ReviewResult,
  scoreResult,
  writeResult,
} from "#app/domain/year/review-result.ts";
import { writeZip } from "#app/features/open-package/write-zip.server.ts";
import type { CommuneOfYear } from "#app/features/upper-tier/each-year.server.ts";
import { streamYearRanking } from "#app/features/upper-tier/stream-year-ranking.server.ts";
import { upperTierYear } from "#app/messages/vi/upper-tier-year.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";

const COMMUNES = 100;
const VILLAGES = 30;
const LINES = 30_000;
const BUDGET_SECONDS = 5;
const PACKAGE_SECONDS = 2;

const MONTHS = Array.from({ length: 12 }, (_, index) => 202_601 + index);

const metric = (
  key: string,
  maximum: number,
  measure: CriteriaSheet["groups"][number]["criteria"][number]["measure"],
) => ({
  key,
  title: `Tiêu chí ${key}`,
  explanation: "Tính theo số liệu.",
  maximum,
  measure,
  nature: "part" as const,
});

const SHEET: CriteriaSheet = {
  groups: [
    {
      key: "all",
      title: "Kết quả",
      criteria: [
        metric("people", 4_000, {
          by: "metric",
          metric: "proficient_people",
          formula: { kind: "people_mean", every: "month", perTeam: 50, ofAdults: 1_000, trust: null },
        }),
        metric("coverage", 3_000, {
          by: "metric",
          metric: "household_coverage",
          formula: { kind: "share", asked: 8_000, absentAtMost: 1_500 },
        }),
        metric("reports", 3_000, {
          by: "metric",
          metric: "reports",
          formula: { kind: "punctual", lateDays: 3, lateShare: 5_000 },
        }),
      ],
    },
  ],
  total: 10_000,
  bands: [
    { key: "good", title: "Tốt", from: 7_000, conditions: [] },
    { key: "done", title: "Hoàn thành", from: 0, conditions: [] },
  ],
  ties: ["household_coverage", "months_met"],
  quota: 2_000,
  clusters: [],
};

/** A province's locked years as they are kept: texts that are read, ranked and written into one workbook. */
export async function measureProvinceYear({ isQuick }: Run): Promise<Figure[]> {
  const communes = Array.from({ length: COMMUNES }, (_, index) => ({
    commune: { communeId: index + 1, name: `Xã ${index + 1}`, province: "Hòa Lạc", district: null },
    text: writeResult(yearOf(index)),
  }));
  const runs = isQuick ? 3 : 9;
  const rank = await timed(runs, async () => {
    const rows = communes.flatMap(({ commune, text }) => {
      const { sheet, villages } = parseResult(text);
      return villages.map(({ name, exact, score, band, rank: ownRank }) => ({
        province: commune.province,
        commune: commune.name,
        village: name,
        sheetTitle: sheet.title,
        sheetSha256: sheet.sha256,
        peers: sheet.sha256,
        exact,
        score,
        band,
        ownRank: ownRank ?? 0,
      }));
    });
    if (rankProvince(rows).length !== COMMUNES * VILLAGES) throw new Error("a village was lost");
  });
  let bytes: Uint8Array = new Uint8Array();
  const workbook = await timed(runs, async () => {
    const stream = streamYearRanking(each(communes), 2026, upperTierYear.file);
    bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  });
  const [sheet] = (await readXlsx(bytes)).sheets;
  if (sheet?.rows.length !== COMMUNES * VILLAGES + 1) throw new Error("the workbook is short of villages");
  const packing = await timed(runs, async () => {
    packYear(communes[0]?.text ?? "");
  });
  const figure = (operation: string, seconds: number, budget: number): Figure => ({
    area: "province-year",
    operation,
    measured: seconds,
    unit: "s",
    against: { what: `${budget} s`, value: budget },
    gate: 1,
  });
  return [
    figure(`ranking of ${COMMUNES * VILLAGES} villages`, rank, BUDGET_SECONDS),
    figure(`their ranking as XLSX`, workbook, BUDGET_SECONDS),
    figure(`open package of a commune with ${LINES} ledger lines`, packing, PACKAGE_SECONDS),
  ];
}

async function timed(runs: number, work: () => Promise<void>): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    await work();
    seconds.push((performance.now() - from) / 1_000);
  }
  return median(seconds);
}

async function* each(
  communes: readonly { readonly commune: CommuneOfYear["commune"]; readonly text: string }[],
): AsyncGenerator<CommuneOfYear> {
  for (const { commune, text } of communes)
    yield { commune, locked: { result: parseResult(text), isPublished: true, sha256: "0".repeat(64) } };
}

function packYear(result: string): void {
  const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const lines = Array.from(
    { length: LINES },
    (_, index): OpenLine => ({
      month: MONTHS[index % MONTHS.length] ?? 0,
      village: `Thôn ${index % VILLAGES}`,
      worker: `w${index % 140}`,
      work: `c${index}`,
      kind: "award",
      rule: "public-service",
      points: 100,
      corrects: null,
    }),
  );
  const verifier = readFileSync("app/features/open-package/kiem-tra.py", "utf8");
  const files = composePackage({ result, lines, seals: [], verifier, readmeVi: "", readmeEn: "" }, hash);
  writeZip(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, "utf8") })));
}

function yearOf(commune: number): ReviewResult {
  const bare = {
    format: RESULT_FORMAT,
    commune: { id: commune + 1, name: `Xã ${commune + 1}`, province: "Hòa Lạc" },
    review: {
      id: "0199a000-0000-7000-8000-000000000001",
      kind: "annual",
      year: 2026,
      title: "Thi đua năm 2026",
      firstMonth: 202_601,
      lastMonth: 202_612,
      firstDay: "2026-01-01" as LocalDate,
      lastDay: "2026-12-31" as LocalDate,
    },
    sheet: {
      version: 1,
      title: "Bảng điểm",
      document: "12/QĐ-UBND",
      sha256: String(commune % 2).repeat(64),
      content: SHEET,
    },
    months: [],
    facts: Array.from({ length: VILLAGES }, (_, village) => factsOf(village, commune * VILLAGES + village)),
    exclusions: [],
  } as const;
  return { ...bare, villages: scoreResult(bare) };
}

function factsOf(village: number, spread: number): VillageFacts {
  return {
    villageId: village + 1,
    name: `Thôn ${village + 1}`,
    households: 120,
    adults: 300 + (spread % 90),
    teams: 1,
    members: 5,
    women: 3,
    proficientPeople: MONTHS.map((month, index) => ({
      month,
      people: (spread * 7 + index * 3) % 45,
      assigned: null,
    })),
    coverage: { reached: (spread * 13) % 120, households: 120, absent: spread % 9 },
    change: null,
    agreement: null,
    priorityGroups: null,
    reports: MONTHS.map((month) => ({
      periodKey: String(month),
      dueOn: "2026-12-31" as LocalDate,
      daysLate: (spread + month) % 5,
    })),
    training: null,
    goodWork: null,
    campaigns: null,
    told: {},
  };
}
