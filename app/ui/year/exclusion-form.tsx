import { Form } from "@remix-run/react";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

/** Keeping a village out of the ranking, or letting it in again: a recorded act with its reason and document. */
export function ExclusionForm({
  isExcluded,
  answer,
}: {
  isExcluded: boolean;
  answer: FormAnswer | undefined;
}) {
  const { exclusion: words } = useMessages(yearReviewArea).yearReview;
  const { village } = useTerms();
  const Village = `${village.charAt(0).toUpperCase()}${village.slice(1)}`;
  const problems = answer?.problems ?? {};
  const reason = isExcluded ? words.againReason : words.reason;
  return (
    <Disclosure summary={isExcluded ? words.again : words.title} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid max-w-2xl gap-5">
        <p className="text-ink-soft">{words.lead(Village)}</p>
        <ErrorSummary problems={problems} labels={{ reason, document: words.document }} />
        <input type="hidden" name="act" value={isExcluded ? "let-in" : "keep-out"} />
        <TextArea
          name="reason"
          label={reason}
          rows={3}
          error={problems.reason}
          defaultValue={fieldText(answer, "reason")}
        />
        <TextField
          name="document"
          label={words.document}
          hint={words.documentHint}
          error={problems.document}
          defaultValue={fieldText(answer, "document")}
          autoComplete="off"
        />
        <SubmitButton variant="secondary">{isExcluded ? words.again : words.add}</SubmitButton>
      </Form>
    </Disclosure>
  );
}
