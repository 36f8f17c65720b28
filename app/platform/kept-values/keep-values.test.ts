import { describe, expect, it } from "vitest";
import { keepValues } from "./keep-values.ts";

describe("kept values", () => {
  it("are made once per version, however many ask at once", async () => {
    const values = keepValues(10);
    let made = 0;
    const ask = (version: string) => values.read("a", version, async () => ++made);
    expect(await Promise.all([ask("1"), ask("1")])).toEqual([1, 1]);
    expect(await ask("1")).toBe(1);
    expect(await ask("2")).toBe(2);
  });

  it("one that failed is made again, and fails nobody who asks later", async () => {
    const values = keepValues(10);
    await expect(values.read("a", "1", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await values.read("a", "1", async () => "yes")).toBe("yes");
  });

  it("are never more than they may be: the one unused longest goes", async () => {
    const values = keepValues(2);
    let made = 0;
    const ask = (key: string) => values.read(key, "1", async () => ++made);
    for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key);
    expect(made).toBe(4);
  });
});
