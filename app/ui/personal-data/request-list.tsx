import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { DataRequestKind } from "#app/domain/people/consent.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { Card } from "../kit/card.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownRequest {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly kind: DataRequestKind;
  readonly note: string | null;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly daysLeft: number | null;
  readonly answer: string | null;
}

interface Props {
  requests: readonly ShownRequest[];
  /** The office answers, and goes to the person. */
  isOffice: boolean;
  /** Of an answer that was refused. */
  refusal?: FormAnswer | undefined;
}

/** Each with its clock: what is owed soonest stands first. */
export function RequestList({ requests, isOffice, refusal }: Props) {
  const { personalData: words } = useMessages(personalDataArea);
  const format = useFormat();
  return (
    <Card title={words.requests}>
      {requests.length === 0 ? <p className="text-ink-soft">{words.requestsEmpty}</p> : null}
      <ul className="grid gap-5">
        {requests.map((request) => (
          <li key={request.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <strong>{words.kinds[request.kind]}</strong>
              {request.daysLeft === null ? (
                <Pill tone="neutral">{words.answered}</Pill>
              ) : (
                <Pill tone={request.daysLeft < 0 ? "danger" : request.daysLeft <= 3 ? "gold" : "accent"}>
                  {words.dueIn(request.daysLeft)}
                </Pill>
              )}
            </p>
            {isOffice ? (
              <p>
                <TextLink to={`/van-phong/du-lieu-ca-nhan/${request.memberId}`}>
                  {request.memberName}
                </TextLink>
              </p>
            ) : null}
            <p className="text-sm text-ink-soft">
              {words.received} {format.date(request.receivedOn)} · {words.due} {format.date(request.dueOn)}
            </p>
            {request.note ? <p>{request.note}</p> : null}
            {request.answer ? <p className="text-ink-soft">{request.answer}</p> : null}
            {isOffice && request.daysLeft !== null ? (
              <Form method="post" noValidate className="mt-3 flex flex-wrap items-end gap-3">
                <input type="hidden" name="id" value={request.id} />
                <div className="min-w-0 flex-1 basis-56">
                  <TextField
                    {...(refusal?.values.id === request.id
                      ? { error: refusal.problems.answer, defaultValue: fieldText(refusal, "answer") }
                      : { id: `answer-${request.id}` })}
                    name="answer"
                    label={words.answer}
                    autoComplete="off"
                  />
                </div>
                <SubmitButton name="intent" value="answer" variant="secondary" size="small">
                  {words.close}
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
