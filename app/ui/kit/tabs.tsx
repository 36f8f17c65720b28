import { NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { classNames } from "../class-names.ts";

export interface Tab {
  readonly to: string;
  readonly label: string;
  /** Waiting things behind the tab. */
  readonly count?: number;
}

/** Views of one subject, each with an address of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the strip is wider than the screen: the tab one stands on is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another current tab
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>("[aria-current]");
    if (!strip.current || !current) return;
    strip.current.scrollLeft = current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={strip} aria-label={label} className="relative overflow-x-auto border-b-2 border-line">
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
