import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

interface CardProps {
  children: ReactNode;
  /** A heading of level two. */
  title?: ReactNode;
  /** Beside the heading: a link or a button. */
  aside?: ReactNode;
  className?: string;
}

export function Card({ children, title, aside, className }: CardProps) {
  return (
    <section
      className={classNames("rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6", className)}
    >
      {title ? (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 className="text-xl">{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}
