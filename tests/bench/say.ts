import { type Figure, isSkipped, type Measured, passes, ratioOf } from "./figure.ts";

/** A figure and whether the machine was too busy for it. */
export interface Told {
  readonly measured: Measured;
  readonly isNoisy: boolean;
}

export function sayLine({ measured, isNoisy }: Told): string {
  if (isSkipped(measured)) return `- ${measured.area}  ${measured.operation}: skipped: ${measured.skipped}`;
  const mark = passes(measured) ? " " : "!";
  const { area, operation } = measured;
  const parts = [
    `${mark} ${area}  ${operation}: ${amountOf(measured, measured.measured)}`,
    `against ${sayAgainst(measured)}`,
    `ratio ${sayRatio(measured)}`,
    measured.gate === null ? null : `gate ${short(measured.gate)}`,
    measured.goal === undefined ? null : `goal ${short(measured.goal)}`,
    verdictOf(measured),
    isNoisy ? "noisy" : null,
  ];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

export function sayJson({ measured, isNoisy }: Told): string {
  if (isSkipped(measured)) return JSON.stringify(measured);
  const { spread, ...figure } = measured;
  const [least, largest] = spread ?? [null, null];
  const ratio = { least, median: Number(ratioOf(measured).toPrecision(4)), largest };
  return JSON.stringify({ ...figure, ratio, pass: passes(measured), noisy: isNoisy });
}

export function sayMarkdown(all: readonly Told[]): string {
  const rows = all.map(({ measured, isNoisy }) => {
    if (isSkipped(measured))
      return [measured.area, measured.operation, "", "", "", "", "", `skipped: ${measured.skipped}`];
    return [
      measured.area,
      measured.operation,
      amountOf(measured, measured.measured),
      sayAgainst(measured),
      sayRatio(measured),
      measured.gate === null ? "" : short(measured.gate),
      measured.goal === undefined ? "" : short(measured.goal),
      [verdictOf(measured), isNoisy ? "noisy" : ""].filter(Boolean).join(", "),
    ];
  });
  const head = [
    "area",
    "operation",
    "ours",
    "against (same run)",
    "ratio, least median most",
    "gate",
    "goal",
    "",
  ];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A budget says its own number. */
function sayAgainst(figure: Figure): string {
  const { what, value } = figure.against;
  return /^[\d.]+ \w+$/.test(what) ? what : `${what}, ${amountOf(figure, value)}`;
}

function verdictOf(figure: Figure): string {
  if (!passes(figure)) return "missed";
  const isGoal = figure.goal !== undefined && ratioOf(figure) <= figure.goal;
  if (figure.gate === null) return isGoal ? "goal" : "";
  return isGoal ? "held, goal" : "held";
}

function sayRatio(figure: Figure): string {
  const middle = short(ratioOf(figure));
  return figure.spread ? `${short(figure.spread[0])} ${middle} ${short(figure.spread[1])}` : middle;
}

/** Times in the unit that reads best. */
function amountOf({ unit }: Figure, value: number): string {
  if (unit !== "s" && unit !== "ms") return `${short(value)} ${unit}`;
  const ms = unit === "s" ? value * 1_000 : value;
  if (ms >= 1_000) return `${short(ms / 1_000)} s`;
  return ms >= 1 ? `${short(ms)} ms` : `${short(ms * 1_000)} µs`;
}

/** Three figures, never in powers of ten. */
function short(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1_000) return String(Math.round(value));
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) > 0 && Math.abs(rounded) < 1e-4 ? rounded.toFixed(7) : String(rounded);
}
