import { starPath } from "../drum-star.tsx";

/** One ring of marks: a circle whose dashes are the marks, so a ring costs one line. */
function Ring({
  radius,
  width,
  marks,
  share,
}: {
  radius: number;
  width: number;
  marks: number;
  share: number;
}) {
  const pitch = (2 * Math.PI * radius) / marks;
  const dash = `${(pitch * share).toFixed(2)} ${(pitch * (1 - share)).toFixed(2)}`;
  return <circle r={radius} fill="none" stroke="currentColor" strokeWidth={width} strokeDasharray={dash} />;
}

/** A row of round beads. */
function Beads({ radius, width, count }: { radius: number; width: number; count: number }) {
  const pitch = ((2 * Math.PI * radius) / count).toFixed(3);
  return (
    <circle
      r={radius}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeDasharray={`0 ${pitch}`}
    />
  );
}

/**
 * The face of a Đông Sơn bronze drum: the star of fourteen rays, and around it ring upon ring, as points
 * gather around work that was done. Drawn, not loaded: about one kilobyte.
 */
export function DrumSun({ className }: { className?: string }) {
  return (
    <svg viewBox="-200 -200 400 400" aria-hidden="true" focusable="false" className={className}>
      <g className="drum-turn text-night-soft">
        <path d={starPath(84, 194, 182)} fill="currentColor" opacity="0.5" />
        <circle r="182" className="fill-night" />
        <Ring radius={166} width={14} marks={120} share={0.35} />
      </g>
      <g className="text-night-gold">
        <circle r="153" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <Beads radius={144} width={8} count={64} />
        <circle r="135" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </g>
      <g className="drum-turn-back text-night-soft">
        <Ring radius={125} width={8} marks={72} share={0.5} />
        <path d={starPath(48, 118, 104)} fill="currentColor" opacity="0.85" />
        <circle r="105" className="fill-night" />
      </g>
      <g className="text-night-gold">
        <circle r="98" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <Beads radius={90} width={6} count={56} />
        <circle r="82" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d={starPath(14, 76, 27)} fill="currentColor" />
        <circle r="14" className="fill-night" />
        <circle r="7" fill="currentColor" />
      </g>
    </svg>
  );
}
