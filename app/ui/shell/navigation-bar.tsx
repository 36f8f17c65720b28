import { Link, useLocation } from "@remix-run/react";
import { shellArea } from "#app/messages/vi/shell.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";
import type { NavigationItem } from "./navigation.ts";

/**
 * The same list twice in looks, once in the page: a bar under the thumb on a phone, a rail on a desk. Labels
 * are always written out; five fit on a phone of 360 px, and at the largest text they wrap.
 */
export function NavigationBar({ items, label }: { items: readonly NavigationItem[]; label?: string }) {
  const { shell } = useMessages(shellArea);
  const here = currentPlace(items, useLocation().pathname);
  return (
    <nav
      aria-label={label ?? shell.mainNavigation}
      className={
        "no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] " +
        "lg:sticky lg:top-[4.5rem] lg:h-[calc(100dvh-4.5rem)] lg:w-60 lg:shrink-0 lg:overflow-y-auto lg:border-e lg:border-t-0 " +
        "lg:bg-transparent lg:p-4"
      }
    >
      <ul className="mx-auto flex max-w-2xl justify-around lg:block lg:space-y-1">
        {items.map(({ to, label: text, icon: Picture }) => (
          <li key={to} className="min-w-0 flex-1">
            <Link
              to={to}
              aria-current={to === here ? "page" : undefined}
              className={classNames(
                "group flex min-h-16 flex-col items-center justify-center gap-0.5 rounded-lg px-0.5 py-1.5 text-center leading-tight",
                "text-[min(1rem,18px)] lg:min-h-12 lg:flex-row lg:justify-start lg:gap-3 lg:px-4 lg:text-base",
                to === here
                  ? "font-bold text-accent-ink lg:bg-accent-soft"
                  : "text-ink-soft hover:text-ink lg:hover:bg-sunken",
              )}
            >
              <span className="grid h-8 w-full max-w-14 place-items-center rounded-full group-aria-[current=page]:bg-accent-soft lg:h-auto lg:w-auto">
                <Picture size="1.375rem" aria-hidden />
              </span>
              <span className="max-w-full">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The one place the page belongs to: of all that lead to it, the nearest. */
function currentPlace(items: readonly NavigationItem[], pathname: string): string | null {
  const leading = items.filter(({ to }) => pathname === to || (to !== "/" && pathname.startsWith(`${to}/`)));
  return leading.sort((a, b) => b.to.length - a.to.length)[0]?.to ?? null;
}
