import { Link } from "@remix-run/react";
import { classNames } from "../class-names.ts";

export interface ChoiceLink {
  readonly to: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** So many are seen all at once, one under the other if need be: the chosen one never lies outside the screen. */
const FEW = 4;

/** Chips that are addresses: each choice can be opened, sent on, and works without scripts. */
export function ChoiceLinks({ label, choices }: { label: string; choices: readonly ChoiceLink[] }) {
  return (
    <nav aria-label={label} className="no-print -mx-4 overflow-x-auto px-4 pb-1">
      <ul className={classNames("flex gap-2", choices.length <= FEW && "flex-wrap")}>
        {choices.map(({ to, label: text, isChosen }) => (
          <li key={to} className="shrink-0">
            <Link
              to={to}
              preventScrollReset
              aria-current={isChosen ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-12 items-center rounded-full border-2 px-4 first-letter:uppercase",
                isChosen
                  ? "border-accent bg-accent font-bold text-on-accent"
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
