import { starPath } from "../drum-star.tsx";
import { glyphOf } from "./glyphs.tsx";

/**
 * Bronze, silver and gold are the tiers; jade is what is earned once; lacquer what people give each other; clay what
 * nobody has earned yet.
 */
export type Metal = "bronze" | "silver" | "gold" | "jade" | "lacquer" | "clay";

interface Casting {
  readonly rim: string;
  readonly face: string;
  readonly heart: string;
  readonly rays: string;
  readonly line: string;
  readonly glyph: string;
}

const CASTINGS: Readonly<Record<Metal, Casting>> = {
  bronze: {
    rim: "fill-medal-bronze-deep",
    face: "fill-medal-bronze",
    heart: "fill-medal-bronze-deep",
    rays: "fill-medal-bronze-light",
    line: "stroke-medal-bronze-light",
    glyph: "text-medal-shine",
  },
  silver: {
    rim: "fill-medal-silver-deep",
    face: "fill-medal-silver",
    heart: "fill-medal-silver-deep",
    rays: "fill-medal-silver-light",
    line: "stroke-medal-silver-light",
    glyph: "text-medal-shine",
  },
  gold: {
    rim: "fill-medal-gold-deep",
    face: "fill-medal-gold",
    heart: "fill-medal-gold-deep",
    rays: "fill-medal-gold-light",
    line: "stroke-medal-gold-light",
    glyph: "text-medal-shine",
  },
  jade: {
    rim: "fill-medal-gold",
    face: "fill-mark",
    heart: "fill-night",
    rays: "fill-medal-gold-light",
    line: "stroke-medal-gold-light",
    glyph: "text-medal-gold-light",
  },
  lacquer: {
    rim: "fill-medal-gold",
    face: "fill-medal-lacquer",
    heart: "fill-medal-lacquer-deep",
    rays: "fill-medal-gold-light",
    line: "stroke-medal-gold-light",
    glyph: "text-medal-gold-light",
  },
  clay: {
    rim: "fill-line",
    face: "fill-sunken",
    heart: "fill-surface",
    rays: "fill-line",
    line: "stroke-line",
    glyph: "text-ink-soft",
  },
};

/** The drum of Ngọc Lũ has fourteen rays; between them the comb band runs round the face. */
const RAYS = starPath(14, 35, 24);
const EDGE = starPath(36, 44, 40.4);
const BAND = 37.2;
const TEETH = 56;
const TOOTH = (2 * Math.PI * BAND) / TEETH;

interface MedalProps {
  /** Which badge: it names the picture in the middle. */
  badge: string;
  metal: Metal;
  /** Stars below the face; none where there is only one goal. */
  stars?: number;
  /** Any CSS length; 32 px and 512 px are both looked at. */
  size?: string;
  /** Said to those who hear the page; silent where the name stands beside it. */
  label?: string;
  className?: string;
}

/** One of the family of medals: a drum's face cast in a metal, with the badge's own picture at its heart. */
export function Medal({ badge, metal, stars = 0, size = "4rem", label, className }: MedalProps) {
  const { rim, face, heart, rays, line, glyph } = CASTINGS[metal];
  const isEarned = metal !== "clay";
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it is either named by a label or silent beside its name
    <svg
      viewBox="-50 -50 100 100"
      width={size}
      height={size}
      focusable="false"
      className={className}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {isEarned ? <Ribbon /> : null}
      <g transform="translate(0 -5)">
        <path d={EDGE} className={rim} />
        <circle r="39.5" className={face} />
        <circle
          r={BAND}
          fill="none"
          strokeWidth="2.4"
          strokeDasharray={`${(TOOTH * 0.5).toFixed(2)} ${(TOOTH * 0.5).toFixed(2)}`}
          className={line}
        />
        <path d={RAYS} className={rays} />
        <circle r="28" className={heart} />
        <circle r="28" fill="none" strokeWidth="1.6" className={line} />
        <g
          transform="scale(1.22)"
          fill="none"
          stroke="currentColor"
          strokeWidth="3.3"
          strokeLinecap="round"
          strokeLinejoin="round"
          className={glyph}
        >
          {glyphOf(badge)}
        </g>
        {isEarned ? (
          <path
            d="M-30.5 -23A38.2 38.2 0 0 1 -8 -37.4"
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            className="stroke-medal-shine opacity-60"
          />
        ) : null}
      </g>
      {isEarned && stars > 0 ? <Stars count={stars} rim={rim} /> : null}
    </svg>
  );
}

/** Red with a gold thread, as worn on the chest. */
function Ribbon() {
  return (
    <>
      <path d="M-26 22L-33 48L-21.5 43.5L-13 50L-6 26Z" className="fill-medal-lacquer" />
      <path d="M26 22L33 48L21.5 43.5L13 50L6 26Z" className="fill-medal-lacquer" />
      <path d="M-18.5 26L-24.5 44.5M18.5 26L24.5 44.5" strokeWidth="2.4" className="stroke-medal-gold" />
    </>
  );
}

function Stars({ count, rim }: { count: number; rim: string }) {
  const width = 12 * count + 7;
  return (
    <g transform="translate(0 35)">
      <rect x={-width / 2} y="-8" width={width} height="16" rx="8" className={rim} />
      {Array.from({ length: count }, (_, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: the stars are alike
          key={index}
          d={starPath(5, 5.8, 2.5)}
          transform={`translate(${(index - (count - 1) / 2) * 12} 0.5)`}
          className="fill-medal-shine"
        />
      ))}
    </g>
  );
}
