import { parseArgs } from "node:util";
import type { Area } from "./area.ts";
import { measureCost } from "./areas/cost.ts";
import { measureExport } from "./areas/export.ts";
import { measureHouseholds } from "./areas/households.ts";
import { measureImport } from "./areas/import.ts";
import { measureIngest } from "./areas/ingest.ts";
import { measureLayer } from "./areas/layer.ts";
import { measurePage } from "./areas/page.ts";
import { measureProvinceYear } from "./areas/province-year.ts";
import { measurePush } from "./areas/push.ts";
import { measureRank } from "./areas/rank.ts";
import { measureRelay } from "./areas/relay.ts";
import { measureReplay } from "./areas/replay.ts";
import { measureReport } from "./areas/report.ts";
import { measureStart } from "./areas/start.ts";
import { measureVerify } from "./areas/verify.ts";
import { measureWrite } from "./areas/write.ts";
import { measureYear } from "./areas/year.ts";
import { measureYearPapers } from "./areas/year-papers.ts";
import { keepDataFolders } from "./data-folder.ts";
import { isSkipped, passes } from "./figure.ts";
import { isNoisy, readMoment, sayMachine } from "./machine.ts";
import { sayJson, sayLine, sayMarkdown, type Told } from "./say.ts";

const AREAS: Readonly<Record<string, Area>> = {
  write: { measure: measureWrite, isQuick: true },
  ingest: { measure: measureIngest, isQuick: false },
  layer: { measure: measureLayer, isQuick: true },
  rank: { measure: measureRank, isQuick: true },
  replay: { measure: measureReplay, isQuick: true },
  verify: { measure: measureVerify, isQuick: false },
  push: { measure: measurePush, isQuick: false },
  relay: { measure: measureRelay, isQuick: true },
  page: { measure: measurePage, isQuick: false },
  start: { measure: measureStart, isQuick: false },
  export: { measure: measureExport, isQuick: true },
  report: { measure: measureReport, isQuick: false },
  year: { measure: measureYear, isQuick: false },
  "year-papers": { measure: measureYearPapers, isQuick: true },
  "province-year": { measure: measureProvinceYear, isQuick: true },
  import: { measure: measureImport, isQuick: false },
  households: { measure: measureHouseholds, isQuick: false },
  cost: { measure: measureCost, isQuick: false },
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    area: { type: "string" },
    json: { type: "boolean", default: false },
    markdown: { type: "boolean", default: false },
  },
});

const asked =
  values.area?.split(",") ?? Object.keys(AREAS).filter((name) => !values.quick || AREAS[name]?.isQuick);
const unknown = asked.filter((name) => AREAS[name] === undefined);
if (unknown.length > 0) {
  console.error(`Unknown area "${unknown.join(", ")}". Known: ${Object.keys(AREAS).join(", ")}.`);
  process.exit(2);
}

const folders = keepDataFolders();
const first = readMoment();
const told: Told[] = [];
let hasFailed = false;
let before = first;
try {
  for (const name of asked) {
    try {
      const figures = (await AREAS[name]?.measure({ isQuick: values.quick, folders })) ?? [];
      const after = readMoment();
      const noisy = isNoisy(before, after);
      before = after;
      for (const measured of figures) {
        const each: Told = { measured, isNoisy: noisy };
        told.push(each);
        hasFailed ||= !isSkipped(measured) && !passes(measured);
        console.log(values.json ? sayJson(each) : sayLine(each));
      }
    } catch (error) {
      // One area that cannot be measured takes nothing from the others, and the run does not pass.
      hasFailed = true;
      console.error(`! ${name} could not be measured:`, error);
      before = readMoment();
    }
  }
} finally {
  await folders.close();
}
const machine = sayMachine(first, readMoment());
if (values.json) console.log(JSON.stringify({ machine }));
else console.log(`\n${machine}`);
if (values.markdown) console.log(`\n${sayMarkdown(told)}`);
process.exitCode = hasFailed ? 1 : 0;
