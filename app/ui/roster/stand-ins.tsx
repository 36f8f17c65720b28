import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Card } from "../kit/card.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface StandInsProps {
  standIns: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate;
    readonly reason: string;
  }[];
  mayEnd: boolean;
}

/** Who verifies while the leader is away, and until when. */
export function StandIns({ standIns, mayEnd }: StandInsProps) {
  const { team: words } = useMessages(rosterArea).roster;
  const format = useFormat();
  if (standIns.length === 0) return null;
  return (
    <Card title={words.standIns}>
      <ul className="divide-y divide-line">
        {standIns.map(({ id, from, to, validFrom, validTo, reason }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div>
              <p className="font-bold">{words.standIn(to, from)}</p>
              <p className="text-ink-soft">
                {words.standInDays(format.date(validFrom), format.date(validTo))}. {reason}
              </p>
            </div>
            {mayEnd ? (
              <Form method="post">
                <input type="hidden" name="end" value={id} />
                <SubmitButton size="small" variant="secondary">
                  {words.takeBack}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
