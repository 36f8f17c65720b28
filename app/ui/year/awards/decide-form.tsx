import { Form } from "@remix-run/react";
import type { AwardLine } from "#app/domain/awards/award-list.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "../../kit/card.tsx";
import { ChipGroup } from "../../kit/chip-group.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf } from "../../kit/form-answer.ts";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface DecideFormProps {
  lines: readonly AwardLine[];
  today: string;
  answer: FormAnswer | undefined;
}

/** The Chairman's decision, as it stands on paper; what it names is awarded. */
export function DecideForm({ lines, today, answer }: DecideFormProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { list: words } = yearAwards;
  const open = lines.filter(({ hindrance, proposal }) => hindrance === null && proposal.state === "proposed");
  if (open.length === 0) return null;
  return (
    <Card>
      <Disclosure summary={words.decide} isOpen={answer !== undefined}>
        <p className="mb-4 text-ink-soft">{words.decideLead}</p>
        <Form method="post" noValidate className="grid grid-cols-1 gap-5">
          <ErrorSummary
            problems={answer?.problems}
            labels={{ number: words.number, date: words.date, proposal: words.awarded }}
          />
          <TextField {...fieldOf(answer, "number")} label={words.number} autoComplete="off" required />
          <TextField {...fieldOf(answer, "date", today)} type="date" label={words.date} required />
          <ChipGroup
            name="proposal"
            label={words.awarded}
            multiple
            error={answer?.problems.proposal}
            defaultValues={fieldList(
              answer,
              "proposal",
              open.map(({ proposal }) => proposal.id),
            )}
            choices={open.map(({ proposal: { id, printedName } }) => ({ value: id, label: printedName }))}
          />
          <SubmitButton name="act" value="decide">
            {words.decideSave}
          </SubmitButton>
        </Form>
      </Disclosure>
    </Card>
  );
}
