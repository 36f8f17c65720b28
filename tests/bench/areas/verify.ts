import { fork } from "node:child_process";
import { once } from "node:events";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import type { Figure } from "../figure.ts";
import { LINES_PER_MEMBER, plantSealedYear } from "../sealed-year.ts";
import type { Telling } from "./verify-apart.ts";

/** How long a year of a large commune takes to be sealed and told again, and what memory that needs. */
export async function measureVerify({ isQuick, folders }: Run): Promise<Figure[]> {
  const members = isQuick ? 100 : 2000;
  const dataDir = await folders.fresh();
  const opened = await openOn(dataDir);
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  try {
    const { sealingMs } = await plantSealedYear({ database: opened.database, owner, dataDir }, members);
    const telling = await tellApart(opened.addresses.maintain);
    if (telling.findings > 0) throw new Error(`verify found ${telling.findings} where nothing is wrong`);
    const lines = members * LINES_PER_MEMBER;
    return [
      figure(`${lines} lines: sealing eleven months`, sealingMs / 1_000, "s", 60),
      figure(`${lines} lines: verify of the ledger`, telling.seconds, "s", 60),
      figure(`${lines} lines: memory of verify`, telling.memoryMb, "MB", 512),
    ];
  } finally {
    await owner.end();
    await opened.close();
  }
}

/** In a process of its own, as the command runs: what sealing left in memory is not verify's. */
async function tellApart(address: string): Promise<Telling> {
  const child = fork(new URL("verify-apart.ts", import.meta.url), [], {
    execArgv: process.execArgv,
    env: { ...process.env, VERIFY_ADDRESS: address },
  });
  const [telling] = (await once(child, "message")) as [Telling];
  return telling;
}

function figure(operation: string, measured: number, unit: "s" | "MB", budget: number): Figure {
  return {
    area: "verify",
    operation,
    measured,
    unit,
    against: { what: `${budget} ${unit}`, value: budget },
    gate: 1,
  };
}
