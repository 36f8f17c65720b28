import { expect, it } from "vitest";
import type { Lane } from "./batches.ts";
import { makeBatches } from "./make-batches.server.ts";

function lane(wish: Partial<Lane<number, number>> = {}) {
  const runs: number[][] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const made: Lane<number, number> = {
    name: "a",
    most: 3,
    async run(items) {
      runs.push([...items]);
      if (runs.length === 1) await held;
      if (items.includes(13)) throw new Error(`not ${items.join()}`);
      return items.map((item) => item * 10);
    },
    ...wish,
  };
  return { made, runs, release };
}

it("a lone caller runs at once; who comes meanwhile shares the next batches, none larger than the most", async () => {
  const { made, runs, release } = lane();
  const batches = makeBatches();
  const answers = [1, 2, 3, 4, 5, 6].map((item) => batches.join(made, item));
  expect(runs).toEqual([[1]]);
  release();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50, 60]);
  expect(runs).toEqual([[1], [2, 3, 4], [5, 6]]);
});

it("an item that breaks its batch breaks only itself", async () => {
  const { made, release } = lane();
  const batches = makeBatches();
  const answers = Promise.allSettled([1, 2, 13, 4].map((item) => batches.join(made, item)));
  release();
  expect(
    (await answers).map((each) => (each.status === "fulfilled" ? each.value : String(each.reason))),
  ).toEqual([10, 20, "Error: not 13", 40]);
});

it("SECURITY G19: where the ground fails, nobody waits for it one batch after the other", async () => {
  const { made, runs, release } = lane({
    async run(items) {
      runs.push([...items]);
      if (runs.length === 1) return [0];
      throw Object.assign(new Error("the disk is full"), { code: "53100" });
    },
  });
  const batches = makeBatches();
  const answers = Promise.allSettled([1, 2, 3, 4, 5].map((item) => batches.join(made, item)));
  release();
  expect((await answers).map(({ status }) => status)).toEqual(["fulfilled", ...Array(4).fill("rejected")]);
  expect(runs).toEqual([[1], [2, 3, 4]]);
});

it("lanes do not wait for each other, and what a lane keeps is its own and gone after a failure", async () => {
  const batches = makeBatches();
  const { made } = lane();
  const stuck = batches.join(made, 1);
  const kept: unknown[] = [];
  const counting: Lane<number, number> = {
    name: "b",
    most: 1,
    async run([item = 0], keep) {
      kept.push(keep.get("seen"));
      keep.set("seen", item);
      if (item === 2) throw new Error("two");
      return [item];
    },
  };
  await batches.join(counting, 1);
  await batches.join(counting, 2).catch(() => null);
  await batches.join(counting, 3);
  expect(kept).toEqual([undefined, 1, undefined]);
  expect(await Promise.race([stuck, Promise.resolve("waits")])).toBe("waits");
});
