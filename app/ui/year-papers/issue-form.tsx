import { Form } from "@remix-run/react";
import type { YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

/** Kinds that name the decision they belong to, not a number of their own. */
const OF_DECISION: readonly YearPaperKind[] = ["merit_sheets", "overprint"];
/** Kinds that bear no number. */
const WITHOUT_NUMBER: readonly YearPaperKind[] = [
  "villages",
  "ballot",
  "tally",
  "achievement",
  "reading_list",
  "slides",
  "hand_over",
];

export function IssueForm({
  id,
  kind,
  answer,
}: {
  id: string;
  kind: YearPaperKind;
  answer: FormAnswer | undefined;
}) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  const isOfDecision = OF_DECISION.includes(kind);
  const number = isOfDecision ? words.decisionNumber : words.number;
  const field = (name: string) => fieldOf(answer, name);
  return (
    <Card title={words.issueTitle}>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={{ number, day: words.day }} />
        <p className="text-ink-soft">{words.issueHint}</p>
        <input type="hidden" name="id" value={id} />
        <div className="grid gap-5 sm:grid-cols-2">
          {WITHOUT_NUMBER.includes(kind) ? null : (
            <TextField
              {...field("number")}
              label={number}
              hint={isOfDecision ? undefined : words.numberHint}
              optional={!isOfDecision}
              autoComplete="off"
            />
          )}
          <TextField
            {...field("day")}
            type="date"
            label={words.day}
            hint={isOfDecision ? undefined : words.dayHint}
            optional={!isOfDecision}
          />
        </div>
        <div>
          <SubmitButton>{words.issue}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
