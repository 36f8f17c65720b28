import { Link } from "@remix-run/react";
import { classNames } from "../class-names.ts";

export interface FilterChoice {
  readonly to: string;
  readonly text: string;
  readonly isChosen: boolean;
}

/** One list seen in several ways, each with an address of its own. */
export function FilterLinks({ label, choices }: { label: string; choices: readonly FilterChoice[] }) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ to, text, isChosen }) => (
          <li key={to}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isChosen ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-12 items-center rounded-full border-2 px-4 font-bold no-underline",
                isChosen
                  ? "border-accent bg-accent text-on-accent"
                  : "border-line bg-surface hover:border-edge",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
