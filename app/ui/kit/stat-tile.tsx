import { Link } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import type { ReactNode } from "react";

interface StatTileProps {
  label: ReactNode;
  /** Already written out; leave it out where there is no figure: missing is not zero. */
  value?: string | undefined;
  unit?: string;
  /** "hơn tháng trước 12" */
  note?: ReactNode;
  /** What stands in place of a missing figure. */
  missing?: string;
  /** Every figure leads to its rows. */
  to?: string;
}

export function StatTile({ label, value, unit, note, missing, to }: StatTileProps) {
  const content = (
    <>
      <span className="flex items-center justify-between gap-2 text-ink-soft">
        {label}
        {to ? <ArrowRight size="1.2em" aria-hidden className="shrink-0" /> : null}
      </span>
      {value === undefined ? (
        <span className="mt-1 block text-lg text-ink-soft">{missing}</span>
      ) : (
        <span className="mt-1 block text-3xl font-bold tabular-nums">
          {value}
          {unit ? <span className="ms-1.5 text-base font-normal text-ink-soft">{unit}</span> : null}
        </span>
      )}
      {note ? <span className="block text-sm text-ink-soft">{note}</span> : null}
    </>
  );
  const style = "block rounded-lg border border-line bg-surface p-4 shadow-card";
  return to ? (
    <Link to={to} className={`${style} hover:border-edge`}>
      {content}
    </Link>
  ) : (
    <div className={style}>{content}</div>
  );
}
