import { Form } from "@remix-run/react";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";
import { RecognitionFields } from "./recognition-fields.tsx";

interface WordFormsProps {
  /** Of the word, made before it is sent. */
  id: string;
  today: string;
  may: {
    readonly approve: boolean;
    readonly approveWithNumber: boolean;
    readonly reject: boolean;
    readonly withdraw: boolean;
    readonly recognise: boolean;
  };
  answer: FormAnswer | undefined;
}

/** What the reader may say of a nomination; nothing where they may say nothing. */
export function WordForms({ id, today, may, answer }: WordFormsProps) {
  const { act: words } = useMessages(titlesArea).titles;
  const act = fieldText(answer, "act");
  const of = (...acts: readonly string[]) => (acts.includes(act) ? answer : undefined);
  if (!Object.values(may).some(Boolean)) return null;
  return (
    <Card title={words.title}>
      <div className="grid gap-5">
        {may.approve ? (
          <Form method="post" noValidate className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            {may.approveWithNumber ? (
              <>
                <p className="text-ink-soft">{words.approveNote}</p>
                <RecognitionFields answer={of("approve")} today={today} at="approve" />
              </>
            ) : null}
            <div>
              <SubmitButton name="act" value="approve">
                {may.approveWithNumber ? words.approveAndGrant : words.approve}
              </SubmitButton>
            </div>
          </Form>
        ) : null}
        {may.recognise ? (
          <Form method="post" noValidate className="grid gap-4">
            <p className="text-ink-soft">{words.recogniseNote}</p>
            <RecognitionFields answer={of("recognise")} today={today} at="recognise" />
            <div>
              <SubmitButton name="act" value="recognise">
                {words.recognise}
              </SubmitButton>
            </div>
          </Form>
        ) : null}
        {may.reject ? (
          <Disclosure summary={words.reject} isOpen={act === "reject"}>
            <Form method="post" noValidate className="grid gap-4">
              <input type="hidden" name="id" value={id} />
              <TextArea
                name="reason"
                label={words.rejectReason}
                error={of("reject")?.problems.reason}
                defaultValue={fieldText(of("reject"), "reason")}
                rows={3}
              />
              <div>
                <Button type="submit" name="act" value="reject" variant="secondary">
                  {words.reject}
                </Button>
              </div>
            </Form>
          </Disclosure>
        ) : null}
        {may.withdraw ? (
          <Form method="post">
            <input type="hidden" name="id" value={id} />
            <Button type="submit" name="act" value="withdraw" variant="quiet">
              {words.withdraw}
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
