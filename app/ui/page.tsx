import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { PrinterBusy } from "./printer-busy.tsx";

const WIDTHS = { narrow: "max-w-2xl", normal: "max-w-5xl", wide: "max-w-none" } as const;

interface PageProps {
  children: ReactNode;
  /** The heading of the page, level one; a form card may bring its own. */
  title?: ReactNode;
  lead?: ReactNode;
  /** Above the heading, the way here. */
  trail?: ReactNode;
  /** Beside the heading: what one does here most. */
  actions?: ReactNode;
  width?: keyof typeof WIDTHS;
}

/** The sheet inside the shell: margins, heading, and even space between what follows. */
export function Page({ children, title, lead, trail, actions, width = "normal" }: PageProps) {
  return (
    <div className={classNames("mx-auto px-4 py-6 sm:px-6 sm:py-10", WIDTHS[width])}>
      {trail}
      {title ? (
        <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          {/* The lead gives way to the buttons beside it, down to a line that can still be read. */}
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-3xl">{title}</h1>
            {lead ? <p className="mt-1 max-w-prose text-lg text-ink-soft">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
        </div>
      ) : null}
      <div className="grid grid-cols-1 gap-6">
        <PrinterBusy />
        {children}
      </div>
    </div>
  );
}
