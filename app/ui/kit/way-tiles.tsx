import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";

interface WayTilesProps {
  ways: readonly { readonly to: string; readonly label: ReactNode }[];
}

/** Ways on to other pages, all of one weight: two beside each other on a phone, as many as fit on a desk. */
export function WayTiles({ ways }: WayTilesProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8rem),1fr))] gap-2 sm:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]">
      {ways.map(({ to, label }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex h-full min-h-14 items-center justify-between gap-1 rounded-md border border-line bg-surface py-2 ps-3 pe-2 text-sm font-bold leading-snug hover:border-edge hover:bg-sunken sm:text-base"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
            <ChevronRight size="1.2em" aria-hidden className="shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
