import { Form } from "@remix-run/react";
import { SHEET_OUTCOMES } from "#app/domain/self-assessment/comment.ts";
import type { SheetWord } from "#app/domain/self-assessment/sheet-talk.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

/** The office's answer to one word of a village. */
export function AnswerWordForm({ word, answer }: { word: SheetWord; answer: FormAnswer | undefined }) {
  const { office: say, outcomes } = useMessages(yearCommentsArea).yearComments;
  return (
    <Disclosure summary={say.outcome} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ outcome: say.outcome, answer: say.answer }} />
        <input type="hidden" name="commentId" value={word.id} />
        <RadioGroup
          id={`field-${word.id}-outcome`}
          {...fieldOf(answer, "outcome")}
          label={say.outcome}
          choices={SHEET_OUTCOMES.map((value) => ({
            value,
            label: outcomes[value],
            hint: say.outcomeHints[value],
          }))}
        />
        <TextArea id={`field-${word.id}-answer`} {...fieldOf(answer, "answer")} label={say.answer} rows={3} />
        <div>
          <SubmitButton name="act" value="answer">
            {say.send}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
