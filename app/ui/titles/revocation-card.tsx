import { Form } from "@remix-run/react";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { Notice } from "../kit/notice.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { useMessages } from "../language.tsx";

interface RevocationCardProps {
  /** Of the request, made before it is sent. */
  id: string;
  waits: { readonly reason: string; readonly askedByName: string } | null;
  mayAsk: boolean;
  mayAnswer: boolean;
  answer: FormAnswer | undefined;
}

/** Two persons take a title back: one says why, another agrees. */
export function RevocationCard({ id, waits, mayAsk, mayAnswer, answer }: RevocationCardProps) {
  const { revoke: words } = useMessages(titlesArea).titles;
  const act = fieldText(answer, "act");
  const own = ["ask-revocation", "revoke", "keep"].includes(act) ? answer : undefined;
  if (waits === null && !mayAsk) return null;
  return (
    <Card title={words.title}>
      <div className="grid gap-4">
        {waits === null ? (
          <Disclosure summary={words.ask} isOpen={act === "ask-revocation"}>
            <Form method="post" noValidate className="grid gap-4">
              <p className="text-ink-soft">{words.lead}</p>
              <input type="hidden" name="id" value={id} />
              <TextArea
                id="field-revocation-reason"
                {...fieldOf(own, "reason")}
                label={words.reason}
                rows={3}
              />
              <div>
                <Button type="submit" name="act" value="ask-revocation" variant="danger">
                  {words.ask}
                </Button>
              </div>
            </Form>
          </Disclosure>
        ) : (
          <Notice
            tone="warning"
            action={
              mayAnswer ? (
                <Form method="post" className="flex flex-wrap gap-3">
                  <Button type="submit" name="act" value="revoke" variant="danger">
                    {words.agree}
                  </Button>
                  <Button type="submit" name="act" value="keep" variant="secondary">
                    {words.keep}
                  </Button>
                </Form>
              ) : (
                words.isOwn
              )
            }
          >
            {words.waits(waits.askedByName, waits.reason)}
          </Notice>
        )}
      </div>
    </Card>
  );
}
