import { Form } from "@remix-run/react";
import type { TalkCriterion } from "#app/domain/self-assessment/sheet-talk.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { FileField } from "../kit/file-field.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

/** The village's word on one criterion. Several stand on one page, so each names its fields by the criterion. */
export function CommentForm({
  id,
  criterion,
  answer,
}: {
  /** Of the word, made before it is sent. */
  id: string;
  criterion: Pick<TalkCriterion, "key">;
  answer: FormAnswer | undefined;
}) {
  const { village: say } = useMessages(yearCommentsArea).yearComments;
  const fieldId = (name: string) => `field-${criterion.key}-${name}`;
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ ownPoints: say.points, content: say.content, proof: say.proof }}
      />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="criterion" value={criterion.key} />
      <TextField
        id={fieldId("points")}
        {...fieldOf(answer, "ownPoints")}
        label={say.points}
        hint={say.pointsHint}
        inputMode="decimal"
        autoComplete="off"
        optional
      />
      <TextArea
        id={fieldId("content")}
        {...fieldOf(answer, "content")}
        label={say.content}
        hint={say.contentHint}
      />
      <FileField
        id={fieldId("proof")}
        name="proof"
        label={say.proof}
        hint={say.proofHint}
        accept="application/pdf,image/png,image/jpeg"
        multiple
        optional
        error={answer?.problems.proof}
      />
      <div>
        <SubmitButton>{say.send}</SubmitButton>
        <p className="mt-2 text-sm text-ink-soft">{say.kept}</p>
      </div>
    </Form>
  );
}
