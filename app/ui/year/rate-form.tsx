import { Form } from "@remix-run/react";
import { CHANGE_RATES } from "#app/domain/year/criteria-sheet.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

/** What is asked of a rate that no target of the plan counts: by document, before the result is locked. */
export function RateForm({ answer }: { answer: FormAnswer | undefined }) {
  const { rates: words } = useMessages(yearReviewArea).yearReview;
  const problems = answer?.problems ?? {};
  return (
    <Disclosure summary={words.title} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid max-w-2xl gap-5">
        <p className="text-ink-soft">{words.lead}</p>
        <ErrorSummary
          problems={problems}
          labels={{ key: words.rate, asked: words.asked, document: words.document }}
        />
        <SelectField
          name="key"
          label={words.rate}
          error={problems.key}
          defaultValue={fieldText(answer, "key")}
          choices={CHANGE_RATES.map((value) => ({ value, label: words.names[value] }))}
        />
        <TextField
          name="asked"
          label={words.asked}
          hint={words.askedHint}
          optional="unsaid"
          error={problems.asked}
          defaultValue={fieldText(answer, "asked")}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField
          name="document"
          label={words.document}
          error={problems.document}
          defaultValue={fieldText(answer, "document")}
          autoComplete="off"
        />
        <SubmitButton>{words.save}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
