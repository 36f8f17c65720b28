import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ModelState } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface ModelsProps {
  title: string;
  models: readonly {
    readonly id: string;
    readonly name: string;
    readonly villageName: string;
    readonly startedOn: LocalDate;
    readonly state: ModelState;
    readonly evidence: string | null;
  }[];
}

const ADDRESS = /^https?:\/\/[^\s/]+\.[^\s]+$/i;

/** D07: what each model is, where it stands and what shows that it works. */
export function ShownModels({ title, models }: ModelsProps) {
  const { models: words } = useMessages(marketArea).market;
  const format = useFormat();
  return (
    <Card title={`${title} (${models.length})`}>
      <ul className="divide-y divide-line">
        {models.map(({ id, name, villageName, startedOn, state, evidence }) => (
          <li key={id} className="py-3">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-lg font-bold">{name}</span>
              <Pill tone={state === "replicated" ? "accent" : "neutral"}>{words.states[state]}</Pill>
            </span>
            <span className="block text-ink-soft">
              {villageName} · {format.date(startedOn)}
            </span>
            {evidence === null ? null : (
              <span className="block [overflow-wrap:anywhere]">
                {words.evidence}:{" "}
                {ADDRESS.test(evidence) ? (
                  <a className="font-bold text-accent-ink underline" href={evidence} rel="noreferrer">
                    {evidence}
                  </a>
                ) : (
                  evidence
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
