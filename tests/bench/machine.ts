import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { median } from "./figure.ts";

/** What a moment of the machine was like: figures of a busy one are worth little. */
export interface Moment {
  readonly load: number;
  /** A fixed piece of work for one processor. */
  readonly calibrationMs: number;
  readonly fdatasyncMs: number;
  /** Of all processors since the machine started, in ticks. */
  readonly ticks: { readonly all: number; readonly stolen: number };
}

const CALIBRATION_TURNS = 2e8;
/** The first turns are compiled while they run; the quickest is the machine's. */
const CALIBRATIONS = 3;
const SYNCS = 40;
const BLOCK = Buffer.alloc(8_192, 7);
/** A slower processor by more than this, between the beginning and the end of an area, marks it. */
const NOISY_BY = 0.2;

export function readMoment(): Moment {
  return {
    load: loadavg()[0] ?? 0,
    calibrationMs: Math.min(...Array.from({ length: CALIBRATIONS }, calibrate)),
    fdatasyncMs: costOfSync(),
    ticks: readTicks(),
  };
}

export function isNoisy(before: Moment, after: Moment): boolean {
  const [quick, slow] = [before.calibrationMs, after.calibrationMs].sort((a, b) => a - b);
  return (
    Math.max(before.load, after.load) > availableParallelism() || (slow ?? 0) > (quick ?? 0) * (1 + NOISY_BY)
  );
}

export function sayMachine(before: Moment, after: Moment): string {
  const all = after.ticks.all - before.ticks.all;
  const stolen = all > 0 ? (100 * (after.ticks.stolen - before.ticks.stolen)) / all : 0;
  return [
    `${availableParallelism()} x ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.version.slice(1)}`,
    `load ${before.load.toFixed(1)} to ${after.load.toFixed(1)}`,
    `calibration ${before.calibrationMs.toFixed(0)} to ${after.calibrationMs.toFixed(0)} ms`,
    `fdatasync ${(before.fdatasyncMs * 1_000).toFixed(0)} to ${(after.fdatasyncMs * 1_000).toFixed(0)} µs`,
    `stolen ${stolen.toFixed(1)} %`,
  ].join("; ");
}

function calibrate(): number {
  const startedMs = performance.now();
  let sum = 0;
  for (let turn = 0; turn < CALIBRATION_TURNS; turn++) sum = (sum + turn * 7) | 0;
  if (sum === 1) throw new Error("the work was thought away");
  return performance.now() - startedMs;
}

function costOfSync(): number {
  const file = path.join(tmpdir(), `bench-sync-${process.pid}`);
  const handle = openSync(file, "w");
  try {
    const times: number[] = [];
    for (let turn = 0; turn < SYNCS; turn++) {
      writeSync(handle, BLOCK);
      const startedMs = performance.now();
      fdatasyncSync(handle);
      times.push(performance.now() - startedMs);
    }
    return median(times);
  } finally {
    closeSync(handle);
    rmSync(file);
  }
}

function readTicks(): Moment["ticks"] {
  if (process.platform !== "linux") return { all: 0, stolen: 0 };
  const ticks = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").split(/\s+/).slice(1).map(Number);
  return { all: ticks.slice(0, 8).reduce((sum, each) => sum + each, 0), stolen: ticks[7] ?? 0 };
}
