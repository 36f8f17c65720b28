import type { ExceptionView } from "#app/domain/months/month-views.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { useMonthInText } from "./use-month-name.ts";

/** Exceptions to figures that stood, on the page of both months, for ever. */
export function ExceptionList({
  exceptions,
  hrefOf,
}: {
  exceptions: readonly ExceptionView[];
  hrefOf: (monthId: number, id: string) => string;
}) {
  const { months: words } = useMessages(monthsArea);
  const nameOf = useMonthInText();
  if (exceptions.length === 0) return <p className="text-ink-soft">{words.noExceptions}</p>;
  return (
    <ol className="grid gap-4">
      {exceptions.map((exception) => {
        const state = exception.verdict ?? "waiting";
        return (
          <li key={exception.id} className="grid gap-1 border-s-4 border-gold-edge ps-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Pill tone={state === "accepted" ? "accent" : state === "waiting" ? "gold" : "neutral"}>
                {words.exceptionStates[state]}
              </Pill>
              <span className="text-ink-soft">{words.exceptionOf(nameOf(exception.monthId))}</span>
              {exception.carriedBy === null ? null : (
                <span className="text-ink-soft">{words.exceptionCarried(nameOf(exception.carriedBy))}</span>
              )}
            </p>
            <p className="font-bold">{exception.about}</p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{exception.reason}</p>
            <p className="text-sm text-ink-soft">{exception.document}</p>
            <p className="no-print">
              <TextLink to={hrefOf(exception.monthId, exception.id)}>{words.exceptionOpen}</TextLink>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
