import { Link } from "@remix-run/react";
import { activityArea } from "#app/messages/vi/activity.ts";
import { classNames } from "../class-names.ts";
import { useMessages } from "../language.tsx";
import { ACTIVITY_PATHS, OWN_FILTERS } from "./paths.ts";

/** Which of the member's records are shown; each view has an address of its own. */
export function OwnFilter({ chosen }: { chosen: string }) {
  const words = useMessages(activityArea).activity.record;
  const choices = [
    { value: "", label: words.filters.all },
    ...OWN_FILTERS.map(({ value, state }) => ({ value, label: words.filters[state] })),
  ];
  return (
    <nav aria-label={words.filter}>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <li key={value}>
            <Link
              to={value === "" ? ACTIVITY_PATHS.mine : `${ACTIVITY_PATHS.mine}?xem=${value}`}
              aria-current={value === chosen ? "page" : undefined}
              preventScrollReset
              className={classNames(
                "inline-flex min-h-12 items-center rounded-full border-2 px-4",
                value === chosen
                  ? "border-accent bg-accent font-bold text-on-accent"
                  : "border-line bg-surface hover:border-edge",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
