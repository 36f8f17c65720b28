/** A star of `rays` points about the origin, as a path. */
export function starPath(rays: number, outer: number, inner: number): string {
  const corners = Array.from({ length: rays * 2 }, (_, index) => {
    const angle = (index * Math.PI) / rays - Math.PI / 2;
    const radius = index % 2 === 0 ? outer : inner;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join("L")}Z`;
}

/** The house's mark: the star at the heart of a Đông Sơn bronze drum. */
export function DrumStar({ size = "1.75em", className }: { size?: string; className?: string }) {
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className={className}
    >
      <circle r="50" className="fill-mark" />
      <circle
        r="40"
        fill="none"
        strokeWidth="4"
        strokeDasharray="4.98 4"
        className="stroke-night-gold opacity-80"
      />
      <path d={starPath(8, 33, 12)} className="fill-night-gold" />
    </svg>
  );
}
