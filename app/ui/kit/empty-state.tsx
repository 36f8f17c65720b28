import type { ReactNode } from "react";
import type { Icon } from "./icon.ts";

interface EmptyStateProps {
  icon: Icon;
  title: ReactNode;
  /** What to do so that something comes to stand here. */
  children: ReactNode;
  action?: ReactNode;
  /** Where it is the whole page, its title is the page's heading. */
  isPage?: boolean;
}

/** Nothing here yet, and how to begin. */
export function EmptyState({ icon: Picture, title, children, action, isPage = false }: EmptyStateProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border-2 border-dashed border-line px-6 py-10 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-gold-soft text-gold-ink">
        <Picture size="2rem" aria-hidden />
      </span>
      <Heading className="text-xl">{title}</Heading>
      <p className="max-w-prose text-ink-soft">{children}</p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
