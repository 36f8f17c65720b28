interface CoverageLineProps {
  /** What the picture says, for those who hear the page. */
  label: string;
  /** Both in hundredths of a per cent of the list. */
  share: number;
  asked: number;
}

/** A bar of the whole list with the line it has to pass (B13: the 80 % line). */
export function CoverageLine({ label, share, asked }: CoverageLineProps) {
  const at = (basisPoints: number) => `${Math.min(10_000, basisPoints) / 100}%`;
  return (
    <svg role="img" aria-label={label} width="100%" height="28" focusable="false" className="block">
      <rect x="0" y="6" width="100%" height="16" rx="8" className="fill-line" />
      {share > 0 ? (
        <rect
          x="0"
          y="6"
          width={at(share)}
          height="16"
          rx="8"
          className={share >= asked ? "fill-gold" : "fill-accent"}
        />
      ) : null}
      <line x1={at(asked)} x2={at(asked)} y1="0" y2="28" strokeWidth="3" className="stroke-ink" />
    </svg>
  );
}
