import { setImmediate } from "node:timers/promises";
import type { Tx } from "#app/platform/db/database.ts";

const TURN = 200;

/** For transactions over a whole list, on a small machine that has other work too. */
export const WHOLE_LIST = { timeoutMs: 120_000 };

/** Small work on many things, with room between the turns for everybody else who is waiting. */
export async function mapInTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  afterTurn: (done: number) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += TURN) {
    for (const item of items.slice(start, start + TURN)) results.push(work(item));
    afterTurn(results.length);
    await setImmediate();
  }
  return results;
}

/**
 * Inside such a transaction the statistics still speak of tables before ten thousand rows came, and the planner
 * would hold each row against every other. It joins by hashing instead.
 */
export async function joinWholeLists(tx: Tx): Promise<void> {
  await tx.$executeRaw`select set_config('enable_nestloop', 'off', true)`;
}

export function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
  return batches;
}
