import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Mentee {
  readonly id: string;
  readonly name: string;
  readonly household: string | null;
  readonly slot: number | null;
  readonly beganOn: LocalDate;
  readonly isReached: boolean;
}

/** Whom I mentor and who manages by themselves by now. */
export function MenteeList({ mentees }: { mentees: readonly Mentee[] }) {
  const { ambassador: words } = useMessages(titlesArea).titles;
  const format = useFormat();
  return (
    <Card title={words.list}>
      {mentees.length === 0 ? <p className="text-ink-soft">{words.none}</p> : null}
      <ul className="grid gap-3">
        {mentees.map(({ id, name, household, slot, beganOn, isReached }) => {
          const place = household !== null && slot !== null ? words.personOf(household, slot) : null;
          const shown = name || place || words.notYet;
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line px-4 py-3"
            >
              <div className="min-w-0">
                <p className="font-bold">{shown}</p>
                <p className="text-ink-soft">
                  {[place === shown ? null : place, words.since(format.date(beganOn))]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-3">
                <Pill tone={isReached ? "accent" : "neutral"}>
                  {isReached ? words.reached : words.notYet}
                </Pill>
                <Form method="post">
                  <input type="hidden" name="linkId" value={id} />
                  <Button
                    type="submit"
                    name="act"
                    value="end"
                    variant="quiet"
                    size="small"
                    aria-label={words.endOf(shown)}
                  >
                    {words.end}
                  </Button>
                </Form>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
