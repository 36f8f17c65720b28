import { APPEAL_OUTCOMES } from "#app/domain/months/objection.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

interface AnswerFormProps {
  appealId: string;
  /** What came back for this very objection, if anything did. */
  answer: {
    readonly problems: Readonly<Record<string, Rejection | undefined>>;
    readonly values: Readonly<Record<string, unknown>>;
  } | null;
}

/** The fields of an answer to one objection. */
export function AnswerForm({ appealId, answer }: AnswerFormProps) {
  const { months: words } = useMessages(monthsArea);
  const typed = (name: string) => {
    const value = answer?.values[name];
    return typeof value === "string" ? value : undefined;
  };
  return (
    <>
      <input type="hidden" name="appealId" value={appealId} />
      <RadioGroup
        id={`outcome-${appealId}`}
        name="outcome"
        label={words.outcome}
        error={answer?.problems.outcome}
        defaultValue={typed("outcome")}
        choices={APPEAL_OUTCOMES.map((value) => ({
          value,
          label: words.outcomes[value],
          hint: words.outcomeHints[value],
        }))}
      />
      <TextArea
        id={`answer-${appealId}`}
        name="answer"
        label={words.answerText}
        error={answer?.problems.answer}
        defaultValue={typed("answer")}
        rows={3}
      />
      <div>
        <SubmitButton>{words.answerSend}</SubmitButton>
      </div>
    </>
  );
}
