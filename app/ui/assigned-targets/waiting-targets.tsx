import { Form } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { assignedTargetsArea } from "#app/messages/vi/assigned-targets.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { ShownTarget } from "./target-sheet.tsx";

interface WaitingTargetsProps {
  monthId: number;
  lines: readonly ShownTarget[];
  /** The one who looks: nobody approves what they proposed. */
  meId: string;
  mayDecide: boolean;
  answer: FormAnswer | undefined;
}

/** B23: proposed by one person, approved by another; ticked line by line, or all at once. */
export function WaitingTargets({ monthId, lines, meId, mayDecide, answer }: WaitingTargetsProps) {
  const { assignedTargets: words } = useMessages(assignedTargetsArea);
  const format = useFormat();
  const waiting = lines.flatMap((line) =>
    line.proposal !== null && line.proposal.refused === null ? [{ ...line, proposal: line.proposal }] : [],
  );
  const isTold = answer !== undefined && "proposals" in answer.values;
  if (waiting.length === 0) return isTold ? <ErrorSummary problems={answer.problems} /> : null;
  const ticked = fieldList(isTold ? answer : undefined, "proposals");
  return (
    <Card title={words.waitingTitle}>
      <Form method="post" noValidate className="grid gap-4">
        {isTold ? <ErrorSummary problems={answer.problems} labels={{ reason: words.reason }} /> : null}
        <input type="hidden" name="month" value={monthId} />
        <ul className="grid gap-2">
          {waiting.map(({ teamId, teamName, proposal }) => {
            const value = `${teamId}-${proposal.revision}`;
            const isOwn = proposal.byId === meId;
            const text =
              proposal.value === null
                ? words.backToPlan(teamName)
                : words.proposedValue(teamName, proposal.value);
            const said = words.proposedBy(proposal.by, format.date(localDateAt(proposal.at)));
            return (
              <li key={value}>
                {mayDecide && !isOwn ? (
                  <CheckBox
                    id={`proposal-${value}`}
                    name="proposals"
                    value={value}
                    label={text}
                    hint={said}
                    defaultChecked={!isTold || ticked.includes(value)}
                  />
                ) : (
                  <>
                    <strong>{text}</strong>
                    <span className="block text-sm text-ink-soft">
                      {said}
                      {isOwn && mayDecide ? ` ${words.ownWord}` : ""}
                    </span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {mayDecide && waiting.some(({ proposal }) => proposal.byId !== meId) ? (
          <div className="grid gap-4">
            <div>
              <SubmitButton name="act" value="approve">
                {words.approve}
              </SubmitButton>
            </div>
            <Disclosure summary={words.refuse} isOpen={isTold && answer.problems.reason !== undefined}>
              <div className="grid max-w-xl gap-4">
                <TextField
                  name="reason"
                  label={words.reason}
                  error={isTold ? answer.problems.reason : undefined}
                  defaultValue={fieldText(isTold ? answer : undefined, "reason")}
                  maxLength={300}
                  optional
                />
                <div>
                  <Button type="submit" name="act" value="refuse" variant="secondary">
                    {words.refuseDo}
                  </Button>
                </div>
              </div>
            </Disclosure>
          </div>
        ) : (
          <p className="text-ink-soft">{words.waitsForAnother}</p>
        )}
      </Form>
    </Card>
  );
}
