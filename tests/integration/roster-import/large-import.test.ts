import { loadavg } from "node:os";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { writeMessyRoster } from "#tests/support/messy-roster.ts";
import { testOffice } from "../communes/office.ts";
import { openImportOffice } from "./import-office.ts";

const office = testOffice();
const VILLAGES = Array.from({ length: 40 }, (_, index) => `Thôn ${index + 1}`);

async function measured<T>(
  what: string,
  work: () => Promise<T>,
): Promise<{ value: T; cpuSeconds: number; blockedMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const start = performance.now();
  const startCpu = process.cpuUsage();
  const value = await work();
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  const blockedMs = delay.max / 1e6;
  const { user, system } = process.cpuUsage(startCpu);
  const cpuSeconds = (user + system) / 1e6;
  // biome-ignore lint/suspicious/noConsole: the figures are the point
  console.info(
    `${what}: ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of processor, ${loadavg()[0]?.toFixed(0)} waiting), ` +
      `event loop held up at most ${blockedMs.toFixed(0)} ms`,
  );
  return { value, cpuSeconds, blockedMs };
}

describe("ten thousand people", () => {
  it("A14: are previewed and taken over while the house keeps answering", { timeout: 300_000 }, async () => {
    const at = await openImportOffice(office, VILLAGES);
    const roster = await writeMessyRoster({ people: 10_000, villages: 40 });
    const preview = await measured("preview of 10,000", () => at.uploaded(roster.bytes));
    const apply = await measured("import of 10,000", () => at.act(preview.value, { act: "apply" }));
    expect(apply.value).toEqual({ status: 303, problems: null });
    const again = await measured("preview of the same 10,000", () => at.uploaded(roster.bytes));
    expect((await at.view(again.value)).summary.counts).toMatchObject({ same: 10_000 });
    const undo = await measured("undo of 10,000", () => at.act(preview.value, { act: "undo" }));
    expect(undo.value).toEqual({ status: 303, problems: null });
    // Held against processor time: the clock of a machine with other work says little, and is printed.
    expect(preview.cpuSeconds).toBeLessThan(5);
    expect(apply.cpuSeconds).toBeLessThan(10);
  });
});
