import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { measureHouseholds } from "./areas/households.ts";
import { measureImport } from "./areas/import.ts";
import { measureIngest } from "./areas/ingest.ts";
import { measurePage } from "./areas/page.ts";
import { measureProvinceYear } from "./areas/province-year.ts";
import { measurePush } from "./areas/push.ts";
import { measureRank } from "./areas/rank.ts";
import { measureReport } from "./areas/report.ts";
import { measureStart } from "./areas/start.ts";
import { measureVerify } from "./areas/verify.ts";
import { measureWrite } from "./areas/write.ts";
import { measureYear } from "./areas/year.ts";
import { measureYearPapers } from "./areas/year-papers.ts";
import { type Figure, passes, ratioOf } from "./figure.ts";

const AREAS: Readonly<Record<string, (isQuick: boolean) => Promise<Figure[]>>> = {
  start: measureStart,
  page: measurePage,
  push: measurePush,
  rank: measureRank,
  verify: measureVerify,
  write: measureWrite,
  ingest: measureIngest,
  import: measureImport,
  households: measureHouseholds,
  report: measureReport,
  year: measureYear,
  "year-papers": measureYearPapers,
  "province-year": measureProvinceYear,
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    area: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const chosen = Object.entries(AREAS).filter(([name]) => values.area === undefined || values.area === name);
if (chosen.length === 0) {
  console.error(`Unknown area "${values.area}". Known: ${Object.keys(AREAS).join(", ")}.`);
  process.exit(2);
}

let hasFailed = false;
for (const [, measure] of chosen) {
  for (const figure of await measure(values.quick)) {
    const pass = passes(figure);
    hasFailed ||= !pass;
    const ratio = Number(ratioOf(figure).toFixed(3));
    const { area, operation, gate, measured, unit, against } = figure;
    if (values.json) console.log(JSON.stringify({ area, operation, ratio, gate, pass, measured, unit }));
    else
      console.log(
        `${pass ? "  " : "! "}${area}  ${operation}: ${measured.toPrecision(3)} ${unit}, ${ratio} of ${against.what}`,
      );
  }
}
// Ratios of a busy machine are worth little; say so beside them.
if (!values.json)
  console.log(
    `load at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}`,
  );
process.exitCode = hasFailed ? 1 : 0;
