import { Form } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { OffLine, SheetLine } from "#app/domain/reports/call-view.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface TakeOffCardProps {
  /** Of whom a unit may be taken off by the reader. */
  lines: readonly SheetLine[];
  off: readonly OffLine[];
  answer: FormAnswer | undefined;
}

/** Units that need not report on this period: the form that takes one off, and those that were. */
export function TakeOffCard({ lines, off, answer }: TakeOffCardProps) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const open = lines.filter(
    ({ isUnit, standing: { state } }) => isUnit && (state === "draft" || state === "returned"),
  );
  return (
    <>
      {open.length === 0 ? null : (
        <Card title={words.takeOff} className="no-print">
          <p className="mb-3 text-ink-soft">{words.takeOffHint}</p>
          <Form method="post" noValidate className="grid gap-4 sm:grid-cols-2">
            <SelectField
              {...fieldOf(answer, "reportId")}
              label={words.unit}
              choices={open.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField {...fieldOf(answer, "reason")} label={words.takeOffReason} maxLength={300} />
            <div>
              <Button type="submit" name="act" value="off" variant="secondary">
                {words.takeOffButton}
              </Button>
            </div>
          </Form>
        </Card>
      )}
      {off.length === 0 ? null : (
        <Card title={words.offTitle}>
          <ul className="grid gap-3">
            {off.map(({ id, name, reason, at, byName }) => (
              <li key={id}>
                <p className="font-semibold">{name}</p>
                <p>{reason}</p>
                <p className="text-sm text-ink-soft">{words.offLine(format.date(localDateAt(at)), byName)}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
