import { Link } from "@remix-run/react";
import { importsArea } from "#app/messages/vi/import.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";

export type Fate = "problem" | "conflict" | "create" | "update" | "join" | "same" | "ignored";
export const FATES: readonly Fate[] = ["problem", "conflict", "create", "update", "join", "same", "ignored"];

interface FateLinksProps {
  counts: Readonly<Record<Fate, number>>;
  shown: Fate;
}

/** How many lines meet which fate; each number leads to its lines, and what no line meets is not shown. */
export function FateLinks({ counts, shown }: FateLinksProps) {
  const { batch } = useMessages(importsArea).imports;
  return (
    <nav aria-label={batch.filter}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:grid-cols-5">
        {FATES.filter((fate) => counts[fate] > 0 || fate === shown).map((fate) => (
          <li key={fate}>
            <Link
              to={`?nhom=${fate}`}
              aria-current={fate === shown ? "page" : undefined}
              preventScrollReset
              className={classNames(
                "block rounded-lg border-2 px-3 py-2",
                fate === shown
                  ? "border-accent bg-accent-soft text-accent-ink"
                  : "border-line bg-surface hover:border-edge",
              )}
            >
              <span
                className={classNames(
                  "block text-2xl font-bold tabular-nums",
                  (fate === "problem" || fate === "conflict") && counts[fate] > 0 && "text-danger-ink",
                )}
              >
                {counts[fate]}
              </span>
              <span className="block text-sm">{batch.fates[fate]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
