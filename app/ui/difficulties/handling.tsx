import { Form } from "@remix-run/react";
import { stageAbove } from "#app/domain/difficulties/difficulty.ts";
import type { OneDifficulty } from "#app/domain/difficulties/difficulty-view.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

interface HandlingProps {
  id: string;
  difficulty: OneDifficulty;
  answer: FormAnswer | undefined;
}

/** One box of words and what they are: the answer, a step up or back, a note; or asking again. */
export function Handling({ id, difficulty, answer }: HandlingProps) {
  const words = useMessages(difficultiesArea).difficulties;
  const { one } = words;
  const { stage, teamId, may } = difficulty;
  if (!may.handle && !may.reopen) return null;
  const above = stageAbove(stage);
  const goesBack = stage !== "team" && !(stage === "office" && teamId === null);
  const label = may.handle ? one.note : one.reopenNote;
  return (
    <Card title={may.handle ? one.handle : one.reopen}>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ note: label }} />
        <input type="hidden" name="id" value={id} />
        <TextArea {...fieldOf(answer, "note")} label={label} rows={4} />
        <div className="flex flex-wrap gap-3">
          {may.handle ? (
            <>
              <SubmitButton name="act" value="answer">
                {one.answer}
              </SubmitButton>
              {above === null ? null : (
                <SubmitButton name="act" value="escalate" variant="secondary">
                  {one.escalate(words.stages[above])}
                </SubmitButton>
              )}
              {goesBack ? (
                <SubmitButton name="act" value="give-back" variant="secondary">
                  {one.giveBack}
                </SubmitButton>
              ) : null}
              <SubmitButton name="act" value="note" variant="quiet">
                {one.addNote}
              </SubmitButton>
            </>
          ) : (
            <SubmitButton name="act" value="reopen" variant="secondary">
              {one.reopen}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Card>
  );
}
