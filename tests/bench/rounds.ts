import { type Figure, median } from "./figure.ts";

/** What both sides took, in the unit of the figure. */
export type Side = () => Promise<number>;

export interface Pair {
  readonly ratio: number;
  readonly theirs: number;
  readonly spread: readonly [number, number];
}

/** Both sides warm up in the first rounds, which are not counted. */
const DROPPED = 2;

/**
 * Both sides in turn, the other one first each time, so that what else the machine does falls on both; a ratio is
 * taken in each round and the median judged.
 */
export async function inRounds(
  rounds: number,
  sidesOf: (round: number) => Promise<readonly [ours: Side, theirs: Side]>,
): Promise<Pair> {
  const ratios: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < rounds + DROPPED; round++) {
    const [measureOurs, measureTheirs] = await sidesOf(round);
    let ours: number;
    let theirs: number;
    if (round % 2 === 0) {
      ours = await measureOurs();
      theirs = await measureTheirs();
    } else {
      theirs = await measureTheirs();
      ours = await measureOurs();
    }
    if (round < DROPPED) continue;
    ratios.push(ours / theirs);
    peers.push(theirs);
  }
  return {
    ratio: median(ratios),
    theirs: median(peers),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

type Named = Pick<Figure, "area" | "operation" | "unit" | "gate" | "goal">;

/** `measured` is what our side takes where theirs takes its median: the ratio is what was measured. */
export function paired(named: Named, what: string, { ratio, theirs, spread }: Pair): Figure {
  return { ...named, measured: ratio * theirs, against: { what, value: theirs }, spread };
}

export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** The median of so many calls, in milliseconds. */
export async function medianMsOf(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await msOf(() => work(index)));
  return median(times);
}

/** For what takes less than a clock can tell: so many calls together, in milliseconds each. */
export function msEach(count: number, work: (index: number) => void): number {
  const startedMs = performance.now();
  for (let index = 0; index < count; index++) work(index);
  return (performance.now() - startedMs) / count;
}
