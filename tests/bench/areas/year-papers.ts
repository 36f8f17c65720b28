import path from "node:path";
import type { VillageRow } from "#app/domain/year-papers/paper-facts.ts";
import { writePaperDocx } from "#app/features/documents/write-paper-docx.server.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import { composeSubmission } from "#app/features/year-papers/compose-submission.ts";
import { apartForTests } from "#tests/support/apart-for-tests.ts";
import {
  sampleCouncil,
  sampleList,
  sampleNominees,
  sampleReview,
  sampleSetting,
  sampleVillages,
} from "#tests/support/sample-year.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";

const VILLAGES = 30;
const NOMINEES = 24;
const BUDGET_S = 2;

/** A click in December: the shortlist of a commune of thirty villages as DOCX, XLSX and PDF, one after the other. */
export async function measureYearPapers({ isQuick }: Run): Promise<Figure[]> {
  const [village] = sampleVillages;
  if (!village) throw new Error("no village to draw up");
  const villages = Array.from(
    { length: VILLAGES },
    (_, index): VillageRow => ({ ...village, name: `Thôn số ${index + 1}`, rank: index + 1 }),
  );
  const nominees = Array.from({ length: NOMINEES / sampleNominees.length }, () => sampleNominees).flat();
  const apart = apartForTests();
  const packages = path.resolve("node_modules");
  const times: number[] = [];
  for (let round = 0; round < (isQuick ? 3 : 10); round += 1) {
    const start = performance.now();
    const paper = composeSubmission(
      {
        setting: sampleSetting,
        review: sampleReview,
        list: { ...sampleList, nominees },
        villages,
        council: sampleCouncil,
      },
      { number: null, day: null },
    );
    await writePaperDocx(paper);
    await writePaperXlsx(paper);
    const printed = await apart.run("print-paper", { packages, paper });
    if (!printed.ok) throw new Error(printed.code);
    times.push((performance.now() - start) / 1000);
  }
  return [
    {
      area: "year-papers",
      operation: `shortlist of ${VILLAGES} villages and ${NOMINEES} nominees as DOCX, XLSX and PDF together, first and median`,
      measured: Math.max(times[0] ?? 0, median(times)),
      unit: "s",
      against: { what: `${BUDGET_S} s`, value: BUDGET_S },
      gate: 1,
    },
  ];
}
