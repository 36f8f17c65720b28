import type { ReactNode } from "react";
import { useFormat } from "../language.tsx";

interface ProgressBarProps {
  label: ReactNode;
  value: number;
  goal: number;
  unit?: string;
}

/** How far to a goal. More than the goal is shown as the figure it is; the bar is simply full. */
export function ProgressBar({ label, value, goal, unit }: ProgressBarProps) {
  const format = useFormat();
  return (
    <label className="block">
      <span className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span className="tabular-nums text-ink-soft">
          <strong className="text-ink">{format.number(value)}</strong> / {format.number(goal)}
          {unit ? ` ${unit}` : null}
        </span>
      </span>
      <progress
        value={Math.min(value, goal)}
        max={goal}
        className={value >= goal ? "bar bar-reached" : "bar"}
      />
    </label>
  );
}
