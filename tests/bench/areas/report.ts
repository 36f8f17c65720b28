import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import type { Pool } from "pg";
import type { ReportPaper } from "#app/domain/reports/report.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeReport } from "#app/features/report-documents/compose-report.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { streamTeamResults } from "#app/features/upper-tier/stream-team-results.server.ts";
import { upperTier } from "#app/messages/vi/upper-tier.ts";
import type { Database } from "#app/platform/db/database.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import { sampleReport } from "#tests/support/sample-report.ts";
import type { Run } from "../area.ts";
import { type DataFolders, openOn } from "../data-folder.ts";
import { type Figure, median } from "../figure.ts";
import { fillProvince, OPEN_NOVEMBER } from "./province.sql.ts";

const VILLAGES = 30;
const TEAMS_EACH = 30;
const PROVINCE_COMMUNES = 100;
const QUICK_COMMUNES = 20;
const TODAY = "2026-11-20" as never;

/** The evening before the due day: the consolidated report of a commune as files, and a province's month of every team. */
export async function measureReport({ isQuick, folders }: Run): Promise<Figure[]> {
  return [
    ...(await measurePapers(isQuick ? 3 : 10)),
    ...(await measureProvince(folders, isQuick ? QUICK_COMMUNES : PROVINCE_COMMUNES)),
  ];
}

async function measurePapers(rounds: number): Promise<Figure[]> {
  const paper = composeReport(ofThirtyVillages(), {
    kinds: new Map(),
    checkLink: "https://thi-dua.example/ky/202611",
  });
  const apart = apartForTests();
  const packages = path.resolve("node_modules");
  const writers = {
    DOCX: () => writePaperDocx(paper),
    XLSX: () => writePaperXlsx(paper),
    PDF: async () => {
      const printed = await apart.run("print-paper", { packages, paper });
      if (!printed.ok) throw new Error(printed.code);
      return printed.output;
    },
  };
  const figures: Figure[] = [];
  for (const [name, write] of Object.entries(writers)) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      await write();
      times.push(performance.now() - start);
    }
    figures.push({
      area: "report",
      operation: `consolidated report of ${VILLAGES} villages as ${name}, first and median`,
      measured: Math.max(times[0] ?? 0, median(times)) / 1000,
      unit: "s",
      against: { what: "1 s", value: 1 },
      gate: 1,
    });
  }
  return figures;
}

function ofThirtyVillages(): ReportPaper {
  const { body } = sampleReport;
  const lines = Array.from({ length: VILLAGES }, (_, index) => ({
    ...(body.villages[0] as (typeof body.villages)[number]),
    id: index + 1,
    name: `Thôn số ${index + 1}`,
  }));
  const teams = lines.map((line) => ({ ...line, report: body.teams[0]?.report ?? null }));
  return { ...sampleReport, body: { ...body, villages: lines, teams } };
}

async function measureProvince(folders: DataFolders, communes: number): Promise<Figure[]> {
  const opened = await openOn(await folders.fresh());
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  try {
    await plant(opened.database, owner, communes);
    const teams = communes * TEAMS_EACH;
    const weighed = weigh();
    const start = performance.now();
    const bytes = await new Response(
      streamTeamResults(officer(opened.database, communes), 202611, upperTier.results),
    ).arrayBuffer();
    const seconds = (performance.now() - start) / 1000;
    const grownMb = weighed();
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    const rows = (sheets[0]?.rows.length ?? 0) - 1;
    if (rows !== teams || sheets[0]?.rows[1]?.[8] !== 20)
      throw new Error(`${rows} teams of ${teams}, first ${JSON.stringify(sheets[0]?.rows[1])}`);
    const operation = `a month of ${teams} teams of ${communes} communes as streamed XLSX`;
    const budget = (5 * teams) / 3_000;
    return [
      {
        area: "report",
        operation,
        measured: seconds,
        unit: "s",
        against: { what: `${budget} s`, value: budget },
        gate: 1,
      },
      {
        area: "report",
        operation: `${operation}, growth of memory`,
        measured: grownMb,
        unit: "MB",
        against: { what: "64 MB", value: 64 },
        gate: 1,
      },
    ];
  } finally {
    await owner.end();
    await opened.close();
  }
}

async function plant(database: Database, owner: Pool, communes: number): Promise<void> {
  await owner.query(fillProvince(communes, TEAMS_EACH));
  for (let communeId = 1; communeId <= communes; communeId += 1) {
    const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [communeId] };
    await database.withCommunes(scope, (tx) => findSchemeOn(tx, communeId, TODAY));
  }
  await owner.query(OPEN_NOVEMBER);
  await owner.query("analyze");
}

/** Somebody of the province whom every commune lets read. */
function officer(database: Database, communes: number): Caller {
  const grants = Array.from({ length: communes }, (_, index) => ({
    role: "upper_tier" as const,
    communeId: index + 1,
    teamId: null,
    villageId: null,
    validFrom: "2026-01-01" as never,
    validTo: null,
  }));
  const actor = {
    accountId: "bench",
    grants,
    assurance: "second_factor",
    hasSecondFactor: true,
    mustChangePassword: false,
    isFounder: false,
    provedFreshly: false,
  };
  return {
    platform: { db: database },
    today: TODAY,
    actor,
    everywhere: actor,
    stamp: (verb: string) => ({ actorId: null, verb, requestId: "bench" }),
  } as unknown as Caller;
}

/** How far resident memory climbs above where it stood, in MB. */
function weigh(): () => number {
  const before = process.memoryUsage().rss;
  let highest = before;
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 50);
  return () => {
    clearInterval(timer);
    return (Math.max(highest, process.memoryUsage().rss) - before) / 1024 / 1024;
  };
}
