import { Link } from "@remix-run/react";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";
import { HOUSEHOLD_LINE_FATES, type HouseholdLineFate } from "./import-view.ts";

interface ImportFatesProps {
  counts: Readonly<Record<HouseholdLineFate, number>>;
  shown: HouseholdLineFate;
}

/** How many lines meet which fate; each number leads to its lines. */
export function ImportFates({ counts, shown }: ImportFatesProps) {
  const { householdImport: words } = useMessages(householdImportArea);
  return (
    <nav aria-label={words.filter}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {HOUSEHOLD_LINE_FATES.map((fate) => (
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
                  fate === "problem" && counts[fate] > 0 && "text-danger-ink",
                )}
              >
                {counts[fate]}
              </span>
              <span className="block text-sm">{words.fates[fate]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
