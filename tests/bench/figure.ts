/** One figure: what was measured, over what it is measured against. */
export interface Figure {
  readonly area: string;
  readonly operation: string;
  readonly measured: number;
  readonly unit: "s" | "ms" | "MB" | "kB" | "B";
  /** What it is held against: a budget, or a peer measured in the same run. */
  readonly against: { readonly what: string; readonly value: number };
  /** The ratio may not be above it; null where the figure is only reported. */
  readonly gate: number | null;
  /** What one would like to be known for. */
  readonly goal?: number;
  /** The least and the largest ratio of all rounds, where there were rounds. */
  readonly spread?: readonly [least: number, largest: number];
}

/** A peer that is not on this machine was not beaten. */
export interface Skipped {
  readonly area: string;
  readonly operation: string;
  readonly skipped: string;
}

export type Measured = Figure | Skipped;

export function isSkipped(measured: Measured): measured is Skipped {
  return "skipped" in measured;
}

export function ratioOf({ measured, against }: Figure): number {
  return measured / against.value;
}

export function passes(figure: Figure): boolean {
  return figure.gate === null || ratioOf(figure) <= figure.gate;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
