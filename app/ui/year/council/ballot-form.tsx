import { Form } from "@remix-run/react";
import type { OwnBallot } from "#app/domain/council/own-ballot.ts";
import { CHOICES } from "#app/domain/council/tally.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { Card } from "../../kit/card.tsx";
import { ChipGroup } from "../../kit/chip-group.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../../kit/form-answer.ts";
import { Notice } from "../../kit/notice.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { useMessages } from "../../language.tsx";

interface BallotProps {
  ballot: OwnBallot;
  answer: FormAnswer | undefined;
}

/** A member's own ballot, read on a phone in the room. */
export function BallotForm({ ballot, answer }: BallotProps) {
  const { vote: say } = useMessages(yearCouncilArea).yearCouncil;
  const { roundId, mode, places, hasVoted, nominees } = ballot;
  const isInBox = mode === "secret" && hasVoted;
  return (
    <Card title={ballot.roundTitle}>
      <div className="grid gap-4">
        <p className="text-ink-soft">{ballot.sessionTitle}</p>
        {isInBox ? (
          <Notice tone="success" title={say.inBox} />
        ) : (
          <p>
            {say[mode]} {places === null ? null : say.places(places)}
          </p>
        )}
        {mode === "show" && hasVoted ? <Notice tone="success">{say.given}</Notice> : null}
        {isInBox || mode === "paper" ? null : (
          <Form method="post" noValidate className="grid gap-6">
            <ErrorSummary problems={answer?.problems} />
            <input type="hidden" name="roundId" value={roundId} />
            {nominees.map(({ proposalId, name, achievement, choice }) => (
              <div key={proposalId} className="border-b border-line pb-5">
                <ChipGroup
                  name={`choice-${proposalId}`}
                  label={name}
                  hint={achievement}
                  choices={CHOICES.map((value) => ({ value, label: say.choices[value] }))}
                  defaultValues={[fieldText(answer, `choice-${proposalId}`, choice)]}
                />
              </div>
            ))}
            <SubmitButton block>{mode === "secret" ? say.cast : say.send}</SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}
