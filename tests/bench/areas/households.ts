import { rm } from "node:fs/promises";
import { writeHouseholdBook } from "#tests/support/household-book.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { EMPTY_COMMUNE } from "#tests/support/inhabitants.ts";
import type { Run } from "../area.ts";
import type { Figure } from "../figure.ts";
import { openHouse } from "../running-house.ts";
import { press, signInClerk, upload, type Watched, watched } from "../watched-house.ts";

const HOUSEHOLDS = 20_000;
const HOUSEHOLDS_QUICK = 4_000;
const IMPORT_AT = "/van-phong/ho/nhap";
const BUDGET_SECONDS = 20;
const HELD_UP_BUDGET_MS = 200;

/** The largest list of households there is, through the doors of a running house, and what others wait meanwhile. */
export async function measureHouseholds({ isQuick, folders }: Run): Promise<Figure[]> {
  const households = isQuick ? HOUSEHOLDS_QUICK : HOUSEHOLDS;
  const bytes = await writeHouseholdBook({ households, villages: EMPTY_COMMUNE.villages });
  const dataDir = await folders.fresh();
  try {
    await inhabit(dataDir);
    const house = await openHouse(dataDir);
    try {
      const cookie = await signInClerk(house.origin);
      const preview = await watched(house, () => upload(house.origin + IMPORT_AT, cookie, bytes));
      const batch = `${house.origin}${preview.value}`;
      const apply = await watched(house, () => press(batch, cookie, "apply"));
      const again = await watched(house, () => upload(house.origin + IMPORT_AT, cookie, bytes));
      const undo = await watched(house, () => press(batch, cookie, "undo"));
      const steps: readonly (readonly [string, Watched<unknown>])[] = [
        ["preview", preview],
        ["import", apply],
        ["preview of the same file again", again],
        ["undo", undo],
      ];
      return steps.flatMap(([step, { ms, longestWaitMs }]): Figure[] => [
        {
          area: "households",
          operation: `${step} of ${households} households`,
          measured: ms / 1000,
          unit: "s",
          against: { what: `${BUDGET_SECONDS} s`, value: BUDGET_SECONDS },
          gate: 1,
        },
        {
          area: "households",
          operation: `longest wait of another visitor, ${step}`,
          measured: longestWaitMs,
          unit: "ms",
          against: { what: `${HELD_UP_BUDGET_MS} ms`, value: HELD_UP_BUDGET_MS },
          gate: 1,
        },
      ]);
    } finally {
      await house.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
