import ChevronDown from "lucide-react/icons/chevron-down";
import type { ReactNode } from "react";

/** More for those who ask, open or shut without JavaScript. */
export function Disclosure({
  summary,
  children,
  isOpen,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen} className="rounded-lg border border-line bg-surface">
      <summary className="flex min-h-13 list-none items-center justify-between gap-3 rounded-lg px-4 py-3 font-bold hover:bg-sunken">
        {summary}
        <ChevronDown
          size="1.375em"
          aria-hidden
          className="turns shrink-0 text-ink-soft transition-transform"
        />
      </summary>
      <div className="border-t border-line px-4 py-4">{children}</div>
    </details>
  );
}
