import { rm } from "node:fs/promises";
import { inhabit } from "#tests/support/inhabit.ts";
import { EMPTY_COMMUNE } from "#tests/support/inhabitants.ts";
import { writeMessyRoster } from "#tests/support/messy-roster.ts";
import type { Run } from "../area.ts";
import type { Figure } from "../figure.ts";
import { openHouse } from "../running-house.ts";
import { press, signInClerk, upload, type Watched, watched } from "../watched-house.ts";

const PEOPLE = 10_000;
const PEOPLE_QUICK = 2_000;
const IMPORT_AT = "/van-phong/doi-ngu/nhap";
/** What a visitor may wait longer because of somebody else's import. */
const HELD_UP_BUDGET_MS = 200;
const MEMORY_BUDGET_MB = 700;

/**
 * The largest roster there is, through the doors of a running house: how long the office waits, and how long
 * everybody else does meanwhile.
 */
export async function measureImport({ isQuick, folders }: Run): Promise<Figure[]> {
  const people = isQuick ? PEOPLE_QUICK : PEOPLE;
  const roster = await writeMessyRoster({ people, villages: EMPTY_COMMUNE.villages.length });
  const dataDir = await folders.fresh();
  try {
    await inhabit(dataDir);
    const house = await openHouse(dataDir);
    try {
      const cookie = await signInClerk(house.origin);
      const quiet = await watched(house, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
      const preview = await watched(house, () => upload(house.origin + IMPORT_AT, cookie, roster.bytes));
      const batch = `${house.origin}${preview.value}`;
      const apply = await watched(house, () => press(batch, cookie, "apply"));
      const undo = await watched(house, () => press(batch, cookie, "undo"));
      const timed = (operation: string, { ms }: Watched<unknown>, budgetSeconds: number): Figure => ({
        area: "import",
        operation: `${operation} of ${people} people`,
        measured: ms / 1000,
        unit: "s",
        against: { what: `${budgetSeconds} s`, value: budgetSeconds },
        gate: null,
      });
      const heldUp = (
        operation: string,
        { longestWaitMs }: Watched<unknown>,
        gate: number | null,
      ): Figure => ({
        area: "import",
        operation: `longest wait of another visitor, ${operation}`,
        measured: longestWaitMs,
        unit: "ms",
        against: { what: `${HELD_UP_BUDGET_MS} ms`, value: HELD_UP_BUDGET_MS },
        gate,
      });
      return [
        timed("preview", preview, 10),
        timed("import", apply, 20),
        timed("undo", undo, 20),
        heldUp("nothing going on", quiet, null),
        heldUp("preview", preview, 1),
        heldUp("import", apply, 1),
        heldUp("undo", undo, 1),
        {
          area: "import",
          operation: "memory of the house and its database at most",
          measured: Math.max(preview.memoryMb, apply.memoryMb, undo.memoryMb),
          unit: "MB",
          against: { what: `${MEMORY_BUDGET_MB} MB`, value: MEMORY_BUDGET_MB },
          gate: null,
        },
      ];
    } finally {
      await house.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
