import { Form } from "@remix-run/react";
import type { ProposalState, ProposalView } from "#app/domain/awards/award.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "../../kit/card.tsx";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../../kit/form-answer.ts";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useFormat, useMessages } from "../../language.tsx";

type ActOffered = "accept" | "decline" | "withdraw" | "revoke";

const OFFERED: Readonly<Record<ProposalState, readonly ActOffered[]>> = {
  sent: ["accept", "decline"],
  proposed: ["withdraw", "decline"],
  awarded: ["revoke"],
  declined: [],
  withdrawn: [],
  revoked: [],
};

interface AwardStepsProps {
  proposal: ProposalView;
  stepId: string;
  mayManage: boolean;
  answer: FormAnswer | undefined;
}

/** What persons did with a proposal, and what can be done now. */
export function AwardSteps({ proposal, stepId, mayManage, answer }: AwardStepsProps) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const { moment } = useFormat();
  const acts = mayManage ? OFFERED[proposal.state] : [];
  return (
    <Card title={words.one.steps}>
      {proposal.steps.length === 0 ? (
        <p className="text-ink-soft">{words.one.noSteps}</p>
      ) : (
        <ol className="grid gap-3">
          {proposal.steps.map(({ act, reason, document, by, atMs }) => (
            <li key={`${act}-${atMs}`}>
              <strong>{words.acts[act]}</strong>
              <span className="text-ink-soft">{`, ${by}, ${moment(atMs)}`}</span>
              {document ? <span className="block">{document}</span> : null}
              {reason ? <span className="block break-words">{reason}</span> : null}
            </li>
          ))}
        </ol>
      )}
      <ErrorSummary
        problems={acts.some((act) => act === answer?.values.act) ? undefined : answer?.problems}
      />
      {acts.map((act) => (
        <div key={act} className="mt-4">
          <Disclosure summary={words.acts[act]} isOpen={answer?.values.act === act}>
            <StepForm act={act} stepId={stepId} answer={answer?.values.act === act ? answer : undefined} />
          </Disclosure>
        </div>
      ))}
    </Card>
  );
}

interface StepFormProps {
  act: ActOffered;
  stepId: string;
  answer: FormAnswer | undefined;
}

function StepForm({ act, stepId, answer }: StepFormProps) {
  const { yearAwards: words } = useMessages(yearAwardsArea);
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ reason: words.one.reason, document: words.one.document }}
      />
      <input type="hidden" name="id" value={stepId} />
      <TextArea
        {...fieldOf(answer, "reason")}
        id={`reason-${act}`}
        label={words.one.reason}
        rows={2}
        optional={act === "accept"}
      />
      {act === "revoke" ? (
        <TextField {...fieldOf(answer, "document")} label={words.one.document} autoComplete="off" required />
      ) : null}
      <SubmitButton name="act" value={act} variant={act === "accept" ? "primary" : "secondary"}>
        {words.acts[act]}
      </SubmitButton>
    </Form>
  );
}
