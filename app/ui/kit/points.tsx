import { starPath } from "../drum-star.tsx";
import { useFormat } from "../language.tsx";

/** Points that were earned: gold, with the star of the drum. Hundredths, shown whole where they are whole. */
export function Points({ hundredths, unit }: { hundredths: number; unit: string }) {
  const format = useFormat();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap rounded-full bg-gold px-3 py-0.5 font-bold tabular-nums text-on-gold">
      <svg viewBox="-50 -50 100 100" width="1em" height="1em" aria-hidden="true" focusable="false">
        <path d={starPath(8, 48, 20)} fill="currentColor" />
      </svg>
      {format.points(hundredths)} {unit}
    </span>
  );
}
