import type { ReactNode } from "react";

const RADIUS = 52;
const MARKS = 60;
const PITCH = (2 * Math.PI * RADIUS) / MARKS;
const MARK = PITCH * 0.52;

interface ProgressRingProps {
  value: number;
  goal: number;
  /** What is counted, for those who hear the page: "Người được hướng dẫn tháng này". */
  label: string;
  /** In the middle; the bare figure when nothing is given. */
  children?: ReactNode;
  size?: string;
}

/** A drum's ring whose marks fill up; gold once the goal is reached. */
export function ProgressRing({ value, goal, label, children, size = "9rem" }: ProgressRingProps) {
  const filled = goal > 0 ? Math.min(MARKS, Math.max(0, Math.floor((value / goal) * MARKS))) : 0;
  const isReached = goal > 0 && value >= goal;
  return (
    <div className="relative inline-grid place-items-center">
      <svg
        role="img"
        aria-label={`${label}: ${value} / ${goal}`}
        viewBox="-60 -60 120 120"
        width={size}
        height={size}
        focusable="false"
      >
        <g transform="rotate(-90)" fill="none" strokeWidth="12">
          <circle r={RADIUS} strokeDasharray={`${MARK} ${PITCH - MARK}`} className="stroke-line" />
          {filled > 0 ? (
            <circle
              r={RADIUS}
              strokeDasharray={filledDashes(filled)}
              className={isReached ? "stroke-gold" : "stroke-accent"}
            />
          ) : null}
        </g>
      </svg>
      <div
        aria-hidden="true"
        className="absolute inset-0 grid place-content-center text-center tabular-nums leading-snug"
      >
        {children ?? <span className="text-2xl font-bold">{value}</span>}
      </div>
    </div>
  );
}

/** So many marks, and then nothing for the rest of the circle. */
function filledDashes(count: number): string {
  const marks = Array.from({ length: count }, () => `${MARK} ${PITCH - MARK}`);
  return `${marks.join(" ")} 0 ${2 * Math.PI * RADIUS}`;
}
