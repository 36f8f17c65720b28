import { parseArgs } from "node:util";
import type { ChainEnd } from "#app/domain/audit/audit-chain.ts";
import { readManifest } from "#app/features/operations/verify/manifest.server.ts";
import { readAnchor } from "#app/features/operations/verify/read-anchor.ts";
import { type CheckReport, verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { databasePreparations } from "../database-preparations.server.ts";
import { readCommandConfig } from "../read-command-config.server.ts";
import { verifyFiles } from "../verify-files.server.ts";

const USAGE = `npm run verify -- [--json] [--anchor COMMUNE:SEQ:HASH]...
npm run verify -- --file PAPER.pdf [--file PAPER.xlsx]...

With --file says of each file whether it is a paper of this house and whether anything in it was changed.
Else recomputes what the house promises from its facts, beside a running house or on one that is stopped.
Ends with 0 when everything is so, with 1 and the rows when it is not, with 2 when it could not look.`;

/** Reads only. Results go to standard output, the log to standard error. */
export async function run(facts: CommandFacts): Promise<void> {
  const wish = readArguments(facts.args);
  const config = readCommandConfig({ ...facts, args: [] });
  const log = makeLog({ mode: "test", role: "worker" }, process.stderr);
  const opened = await openDatabase(config, log, {
    preparations: databasePreparations,
    mayJoin: true,
    skipsSelfTest: true,
  });
  if (wish.files.length > 0) {
    try {
      process.exitCode = await verifyFiles(wish.files, opened, { config, log });
    } finally {
      await opened.close();
    }
    return;
  }
  // A recount takes the time it takes.
  const maintain = opened.openPool("maintain", { name: "verify", max: 2, statementTimeoutMs: 0 });
  let findings = 0;
  try {
    const manifest = await readManifest(config.appRoot);
    const { dataDir } = config;
    const { anchors } = wish;
    for await (const report of verifyHouse({ maintain, manifest, anchors, dataDir, nowMs: Date.now })) {
      findings += report.findings;
      process.stdout.write(wish.json ? jsonLines(report) : lines(report));
    }
  } finally {
    await maintain.end();
    await opened.close();
  }
  if (!wish.json)
    process.stdout.write(findings === 0 ? "Everything is as the facts say.\n" : `${findings} found.\n`);
  process.exitCode = findings === 0 ? 0 : 1;
}

function readArguments(args: readonly string[]): { json: boolean; anchors: ChainEnd[]; files: string[] } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean", default: false },
        anchor: { type: "string", multiple: true, default: [] },
        file: { type: "string", multiple: true, default: [] },
      },
    });
    const anchors = values.anchor.map((text) => {
      const anchor = readAnchor(text);
      if (!anchor) throw new Error(`"${text}" is no anchor: it reads COMMUNE:SEQ:HASH.`);
      return anchor;
    });
    return { json: values.json, anchors, files: values.file };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}

function lines({ id, title, findings, first, milliseconds }: CheckReport): string {
  const head = `${findings === 0 ? "ok  " : "FAIL"} ${id.padEnd(4)} ${title} (${milliseconds} ms)\n`;
  const rows = first.map(({ table, row, says }) => `       ${table}: ${row}: ${says}\n`);
  const more = findings > first.length ? `       and ${findings - first.length} more\n` : "";
  return head + rows.join("") + more;
}

/** One object a check and one a finding, so that a long report is read line by line. */
function jsonLines({ id, title, findings, first, milliseconds }: CheckReport): string {
  const check = { check: id, title, pass: findings === 0, findings, milliseconds };
  return [check, ...first.map((finding) => ({ finding: id, ...finding }))]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}
