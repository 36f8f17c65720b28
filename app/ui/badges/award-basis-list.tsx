import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { iconOfKind } from "../activity/kind-icon.ts";
import { useFormat, useMessages } from "../language.tsx";

interface Props {
  claims: readonly {
    readonly id: string;
    readonly workDate: LocalDate;
    readonly activityKey: string;
    readonly visits: number;
  }[];
  count: number;
  /** What each kind of work is called. */
  names: Readonly<Record<string, string>>;
  /** The reader did this work and may open each record. */
  isOpen: boolean;
}

/** The records an award stands on, day by day. */
export function AwardBasisList({ claims, count, names, isOpen }: Props) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <>
      <ul>
        {claims.map(({ id, workDate, activityKey, visits }) => {
          const Picture = iconOfKind(activityKey);
          const line = (
            <>
              <Picture size="1.5em" aria-hidden className="shrink-0 text-accent-ink" />
              <span className="min-w-0 flex-1">
                <span className="block font-bold [overflow-wrap:anywhere]">
                  {names[activityKey] ?? activityKey}
                </span>
                <span className="text-sm text-ink-soft">
                  {format.date(workDate)}, {words.award.peopleCount(visits)}
                </span>
              </span>
            </>
          );
          return (
            <li key={id} className="border-t border-line">
              {isOpen ? (
                <Link
                  to={`/viec/${id}`}
                  className="flex min-h-12 items-center gap-4 py-3 no-underline hocus:text-accent-ink"
                >
                  {line}
                  <ChevronRight size="1.25em" aria-hidden className="shrink-0 text-ink-soft" />
                </Link>
              ) : (
                <div className="flex min-h-12 items-center gap-4 py-3">{line}</div>
              )}
            </li>
          );
        })}
      </ul>
      {count > claims.length ? (
        <p className="mt-3 text-ink-soft">{words.award.more(count - claims.length)}</p>
      ) : null}
    </>
  );
}
