import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";
import { openHouse } from "../running-house.ts";

const IDLE_MS = 10_000;

/** How soon a house that was here before answers, and what it takes while nobody asks. */
export async function measureStart({ isQuick }: Run): Promise<Figure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-house-"));
  try {
    const first = await openHouse(dataDir);
    await first.stop();
    const seconds: number[] = [];
    let memoryMb = Number.NaN;
    const rounds = isQuick ? 1 : 5;
    for (let round = 1; round <= rounds; round++) {
      const house = await openHouse(dataDir);
      seconds.push(house.secondsToReady);
      if (round === rounds && process.platform === "linux") {
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
        memoryMb = await house.memoryMb();
      }
      await house.stop();
    }
    const figures: Figure[] = [
      figure("first start on an empty folder", first.secondsToReady, null),
      figure(`second start, median of ${rounds}`, median(seconds), 1),
    ];
    if (!Number.isNaN(memoryMb)) {
      figures.push({
        area: "start",
        operation: "idle memory of one box, PostgreSQL included",
        measured: memoryMb,
        unit: "MB",
        against: { what: "350 MB", value: 350 },
        gate: 1,
      });
    }
    return figures;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function figure(operation: string, seconds: number, gate: number | null): Figure {
  return { area: "start", operation, measured: seconds, unit: "s", against: { what: "5 s", value: 5 }, gate };
}
