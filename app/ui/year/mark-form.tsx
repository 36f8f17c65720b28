import { Form } from "@remix-run/react";
import type { Criterion } from "#app/domain/year/criteria-sheet.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface MarkFormProps {
  criterion: Pick<Criterion, "key" | "maximum">;
  told: { readonly points: number; readonly document: string } | null;
  answer: FormAnswer | undefined;
}

/** Points a person gives by a document, beside the criterion that asks for them. */
export function MarkForm({ criterion, told, answer: sent }: MarkFormProps) {
  const { sheet: words } = useMessages(yearReviewArea).yearReview;
  const format = useFormat();
  const answer = sent?.values.criterionKey === criterion.key ? sent : undefined;
  const problems = answer?.problems ?? {};
  const idOf = (name: string) => `field-${criterion.key}-${name}`;
  return (
    <div className="mt-4">
      <Disclosure summary={words.mark} isOpen={answer !== undefined}>
        <Form method="post" noValidate className="grid max-w-2xl gap-5">
          <ErrorSummary
            problems={problems}
            labels={{ points: words.markPoints, document: words.markDocument }}
          />
          <input type="hidden" name="act" value="mark" />
          <input type="hidden" name="criterionKey" value={criterion.key} />
          <TextField
            id={idOf("points")}
            name="points"
            label={words.markPoints}
            hint={words.markHint(format.points(criterion.maximum))}
            optional="unsaid"
            error={problems.points}
            defaultValue={fieldText(answer, "points", told === null ? null : format.points(told.points))}
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            id={idOf("document")}
            name="document"
            label={words.markDocument}
            error={problems.document}
            defaultValue={fieldText(answer, "document", told?.document ?? null)}
            autoComplete="off"
          />
          <SubmitButton>{words.markSave}</SubmitButton>
        </Form>
      </Disclosure>
    </div>
  );
}
