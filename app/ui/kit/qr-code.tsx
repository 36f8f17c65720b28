import { encode } from "uqr";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";

interface QrCodeProps {
  /** What a phone reads; also shown as text elsewhere, for those who cannot scan. */
  content: string;
  /** What it is for: "Phiếu mời của Nguyễn Thị Hạnh". */
  label?: string;
  size?: string;
}

/** Dark on white in every theme, with the quiet zone scanners need. */
export function QrCode({ content, label, size = "14rem" }: QrCodeProps) {
  const { kit } = useMessages(kitArea);
  const { data, size: modules } = encode(content, { ecc: "M", border: 4 });
  return (
    <svg
      role="img"
      aria-label={label ?? kit.qrCode(content)}
      viewBox={`0 0 ${modules} ${modules}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
      className="max-w-full rounded-md"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={darkRuns(data)} fill="#000" />
    </svg>
  );
}

/** Each run of dark modules in a row is one bar. */
function darkRuns(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.map((isDark, x) => {
        if (!isDark || row[x - 1]) return "";
        const end = row.indexOf(false, x);
        return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
      }),
    )
    .join("");
}
