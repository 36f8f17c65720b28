import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Difference } from "#app/features/year-papers/verify/compare-lines.ts";
import { type FileVerdict, verifyFile } from "#app/features/year-papers/verify/verify-file.server.ts";
import { makeApartRunner } from "#app/platform/apart/make-apart-runner.server.ts";
import type { Config } from "#app/platform/config/config.ts";

interface Opened {
  openPool(role: "maintain", options: { name: string; max: number; statementTimeoutMs: number }): Pool;
}

const LARGEST_FILE_MB = 100;
const SHOWN_AT_MOST = 50;

/** Says of each file what it is; 0 when all are as issued, 1 when one was changed, 2 when one is no paper of this house. */
export async function verifyFiles(
  files: readonly string[],
  opened: Opened,
  { config, log }: { config: Config; log: Logger },
): Promise<number> {
  const maintain = opened.openPool("maintain", { name: "verify-file", max: 1, statementTimeoutMs: 60_000 });
  const apart = makeApartRunner({ folder: path.join(config.appRoot, "build/server/apart"), log });
  let worst = 0;
  try {
    for (const file of files) {
      const bytes = await readSmall(file);
      const verdict = bytes && (await verifyFile({ maintain, press: { apart, config } }, bytes));
      process.stdout.write(`${file}\n${verdict ? sayVerdict(verdict) : "  cannot be read\n"}`);
      worst = Math.max(worst, verdict ? EXIT[verdict.is] : EXIT.unknown);
    }
  } finally {
    await maintain.end();
  }
  return worst;
}

const EXIT = { equal: 0, changed: 1, unknown: 2 } as const;

async function readSmall(file: string): Promise<Uint8Array | null> {
  try {
    const bytes = await readFile(file);
    return bytes.length <= LARGEST_FILE_MB * 1024 * 1024 ? bytes : null;
  } catch {
    return null;
  }
}

const UNKNOWN = {
  not_a_paper: "is neither PDF nor DOCX nor XLSX",
  unreadable: "cannot be read: it is broken or locked",
  no_code: "bears no code of a paper",
  no_such_paper: "bears a code that this house never issued",
  not_printed: "could not be compared: the paper could not be printed again",
} as const;

export function sayVerdict(verdict: FileVerdict): string {
  if (verdict.is === "unknown") return `  UNKNOWN  ${UNKNOWN[verdict.why]}\n`;
  const { code, title } = verdict.paper;
  const head = `  paper ${code}: ${title}\n`;
  if (verdict.is === "equal") {
    const how =
      verdict.how === "to_the_byte" ? "the very file that was issued" : "every word and figure as issued";
    return `${head}  EQUAL    ${how}\n${verdict.filledIn.map((each) => sayDifference("filled in", each)).join("")}`;
  }
  const { differences } = verdict;
  const more = differences.length - SHOWN_AT_MOST;
  return [
    head,
    `  CHANGED  ${differences.length} found\n`,
    ...differences.slice(0, SHOWN_AT_MOST).map((each) => sayDifference("changed", each)),
    more > 0 ? `    and ${more} more\n` : "",
  ].join("");
}

function sayDifference(word: string, { at, issued, found }: Difference): string {
  const said = (text: string | null) => (text === null ? "(nothing)" : `"${text}"`);
  return `    ${word} at ${at}: issued ${said(issued)}, here ${said(found)}\n`;
}
