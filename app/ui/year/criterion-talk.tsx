import type { TalkCriterion } from "#app/domain/self-assessment/sheet-talk.ts";
import { yearCommentsArea } from "#app/messages/vi/year-comments.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { CommentForm } from "./comment-form.tsx";
import { SheetWords } from "./sheet-words.tsx";

interface CriterionTalkProps {
  reviewId: string;
  criterion: TalkCriterion;
  /** Of the next word, made before it is sent. */
  id: string;
  isOpen: boolean;
  answer: FormAnswer | undefined;
}

/** One criterion of a village's own sheet: what it asks, what was said, and a way to say more. */
export function CriterionTalk({ reviewId, criterion, id, isOpen, answer }: CriterionTalkProps) {
  const { village: say } = useMessages(yearCommentsArea).yearComments;
  const format = useFormat();
  const { title, explanation, maximum, nature, points, words } = criterion;
  const now = points === "no_data" ? say.noData : points === "not_run" ? say.notRun : null;
  return (
    <Card>
      <div className="grid gap-4">
        <div>
          <h3 className="text-lg font-bold">{title}</h3>
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-bold text-ink-soft">{say.maximum(format.points(maximum))}</span>
            {nature === "part" ? null : <Pill>{nature === "bonus" ? say.bonus : say.deduction}</Pill>}
          </p>
          <p className="mt-1 font-bold">{now ?? say.nowPoints(format.points(Number(points)))}</p>
          <p className="mt-1 text-ink-soft">{explanation}</p>
        </div>
        {words.length > 0 ? <SheetWords reviewId={reviewId} words={words} /> : null}
        {isOpen ? (
          <Disclosure summary={words.length > 0 ? say.speakMore : say.speak} isOpen={answer !== undefined}>
            <CommentForm key={id} id={id} criterion={criterion} answer={answer} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}
