import type { ReactNode } from "react";
import type { AppealView } from "#app/domain/months/month-views.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** Objections with their answers; `answerOf` puts the form of an answer under one that has none. */
export function AppealList({
  appeals,
  answerOf,
}: {
  appeals: readonly AppealView[];
  answerOf?: (appeal: AppealView) => ReactNode;
}) {
  const { months: words } = useMessages(monthsArea);
  const format = useFormat();
  if (appeals.length === 0) return <p className="text-ink-soft">{words.noAppeals}</p>;
  return (
    <ol className="grid gap-5">
      {appeals.map((appeal) => (
        <li key={appeal.id} className="grid gap-2 border-s-4 border-gold-edge ps-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Pill
              tone={appeal.outcome === null ? "danger" : appeal.outcome === "upheld" ? "accent" : "neutral"}
            >
              {appeal.outcome === null ? words.waiting : words.outcomes[appeal.outcome]}
            </Pill>
            <span className="font-bold">{appeal.teamName}</span>
          </p>
          <p className="text-ink-soft">{appeal.about ?? words.appealAboutTeam}</p>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{appeal.text}</p>
          <p className="text-sm text-ink-soft">
            {words.madeBy(appeal.madeByName, format.moment(appeal.madeAt))}
          </p>
          {appeal.answer === null || appeal.answeredByName === null || appeal.answeredAt === null ? (
            answerOf?.(appeal)
          ) : (
            <div className="rounded-lg bg-sunken p-3">
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{appeal.answer}</p>
              <p className="mt-1 text-sm text-ink-soft">
                {words.answeredBy(appeal.answeredByName, format.moment(appeal.answeredAt))}
              </p>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
