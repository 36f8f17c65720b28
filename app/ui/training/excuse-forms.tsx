import { Form } from "@remix-run/react";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";
import { ReasonDisclosure } from "../roster/reason-disclosure.tsx";
import type { RollLineView } from "./views.ts";

interface ExcuseFormsProps {
  lines: readonly RollLineView[];
  answer: FormAnswer | undefined;
}

/** G01: leave that was asked for, and leave the organiser knows of; never one's own. */
export function ExcuseForms({ lines, answer }: ExcuseFormsProps) {
  const { training } = useMessages(trainingArea);
  const words = training.session;
  const asked = lines.filter(({ state }) => state === "asked");
  const others = lines.filter(({ state, isSelf }) => (state === null || state === "absent") && !isSelf);
  return (
    <>
      {asked.length > 0 ? (
        <Card title={words.askedTitle}>
          <ul className="divide-y divide-line">
            {asked.map(({ memberId, fullName, teamName, reason, isSelf }) => (
              <li key={memberId} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="min-w-0">
                  <strong className="block">{fullName}</strong>
                  <span className="block text-sm text-ink-soft">{teamName}</span>
                  <span className="block">{reason}</span>
                </span>
                {isSelf ? null : (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="memberId" value={memberId} />
                    <SubmitButton name="act" value="accept" size="small" variant="secondary">
                      {words.accept}
                    </SubmitButton>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {others.length > 0 ? (
        <Disclosure
          summary={words.excuseTitle}
          isOpen={answer?.problems.memberId !== undefined || answer?.problems.reason !== undefined}
        >
          <Form method="post" preventScrollReset noValidate className="grid gap-4">
            <SelectField
              {...fieldOf(answer, "memberId")}
              label={words.excuseWho}
              choices={others.map(({ memberId, fullName, teamName }) => ({
                value: memberId,
                label: `${fullName}, ${teamName}`,
              }))}
            />
            <TextArea {...fieldOf(answer, "reason")} label={training.excuseReason} rows={2} />
            <SubmitButton name="act" value="excuse" variant="secondary">
              {words.excuseSave}
            </SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}

export function CancelSession({ answer }: Pick<ExcuseFormsProps, "answer">) {
  const { training } = useMessages(trainingArea);
  const words = training.session;
  return (
    <ReasonDisclosure
      summary={words.cancel}
      label={words.cancelWhy}
      name="why"
      act="cancel"
      answer={answer}
    />
  );
}
