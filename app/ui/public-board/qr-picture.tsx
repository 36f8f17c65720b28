import { encode } from "uqr";

/** A QR code outside the house's shell: dark on white, with the quiet zone scanners need. */
export function QrPicture({ content, label }: { content: string; label: string }) {
  const { data, size } = encode(content, { ecc: "M", border: 3 });
  const dark = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="qr"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={dark} />
    </svg>
  );
}
