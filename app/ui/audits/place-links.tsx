import { Link } from "@remix-run/react";
import { classNames } from "../class-names.ts";
import { useFormat } from "../language.tsx";

interface Props {
  places: readonly { readonly villageId: number; readonly name: string; readonly waiting: number }[];
  chosen: number | null;
  path: string;
  label: string;
  all: string;
}

/** One village at a time, for whoever is about to go there. */
export function PlaceLinks({ places, chosen, path, label, all }: Props) {
  const format = useFormat();
  const choices = [
    { to: path, text: all, isChosen: chosen === null },
    ...places.map(({ villageId, name, waiting }) => ({
      to: `${path}?noi=${villageId}`,
      text: `${name} (${format.number(waiting)})`,
      isChosen: villageId === chosen,
    })),
  ];
  return (
    <nav aria-label={label} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ to, text, isChosen }) => (
          <li key={to}>
            <Link
              to={to}
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
