import { starPath } from "./drum-star.tsx";

/** The star of the house, a little lost; broken in two where the house itself failed. */
export function BrokenDrum({ isWhole }: { isWhole: boolean }) {
  return (
    <svg viewBox="-60 -60 120 120" width="8rem" height="8rem" aria-hidden="true" focusable="false">
      <circle r="54" fill="none" strokeWidth="3" strokeDasharray="3 8.3" className="stroke-edge" />
      <path d={starPath(12, 40, 20)} className="fill-gold" />
      <circle r="9" className="fill-paper" />
      {isWhole ? null : (
        <path
          d="M-58 6 L-22 -6 L-6 12 L14 -10 L30 8 L58 -6"
          fill="none"
          strokeWidth="7"
          className="stroke-paper"
        />
      )}
    </svg>
  );
}
