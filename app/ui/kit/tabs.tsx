import { NavLink } from "@remix-run/react";
import { classNames } from "../class-names.ts";

export interface Tab {
  readonly to: string;
  readonly label: string;
  /** Waiting things behind the tab. */
  readonly count?: number;
}

/** Views of one subject, each with an address of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b-2 border-line">
      <ul className="flex gap-1">
        {tabs.map(({ to, label: text, count }) => (
          <li key={to} className="shrink-0">
            <NavLink
              to={to}
              end
              className={({ isActive }) =>
                classNames(
                  "-mb-0.5 flex min-h-12 items-center gap-2 border-b-4 px-4 focus-visible:-outline-offset-4",
                  isActive
                    ? "border-accent font-bold text-accent-ink"
                    : "border-transparent text-ink-soft hover:border-edge hover:text-ink",
                )
              }
            >
              {text}
              {count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-sm font-bold tabular-nums text-ink-soft">
                  {count}
                </span>
              )}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
