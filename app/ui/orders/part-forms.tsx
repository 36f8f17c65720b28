import { Form } from "@remix-run/react";
import type { OnePart } from "#app/domain/orders/order.ts";
import { ordersArea } from "#app/messages/vi/orders.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface PartFormsProps {
  /** Of the step, made before it is sent. */
  id: string;
  part: OnePart;
  answer: FormAnswer | undefined;
}

/** What whoever does the work may say of it. */
export function PerformForms({ id, part, answer }: PartFormsProps) {
  const words = useMessages(ordersArea).orders.one;
  const own = (act: string) => (answer?.values.act === act ? answer : undefined);
  const progress = own("progress");
  const asking = own("ask-time");
  return (
    <>
      <Card title={words.progress}>
        <Form method="post" noValidate className="grid grid-cols-1 gap-5">
          <ErrorSummary
            problems={(progress ?? own("seen"))?.problems}
            labels={{ percent: words.percent, note: words.note }}
          />
          <input type="hidden" name="id" value={id} />
          <NumberField {...fieldOf(progress, "percent", part.percent)} label={words.percent} maxLength={3} />
          <TextArea {...fieldOf(progress, "note")} label={words.note} rows={2} optional />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="act" value="progress">
              {words.save}
            </SubmitButton>
            {part.seenAt === null ? (
              <SubmitButton name="act" value="seen" variant="secondary">
                {words.iSaw}
              </SubmitButton>
            ) : null}
          </div>
        </Form>
      </Card>
      {part.percent < 100 ? (
        <Disclosure summary={words.askTime} isOpen={asking !== undefined}>
          <Form method="post" noValidate className="grid grid-cols-1 gap-5">
            <ErrorSummary problems={asking?.problems} labels={{ day: words.day, note: words.why }} />
            <input type="hidden" name="id" value={id} />
            <TextField {...fieldOf(asking, "day")} type="date" label={words.day} />
            <TextArea
              {...fieldOf(asking, "note")}
              id={asking ? undefined : "ask-note"}
              label={words.why}
              rows={2}
            />
            <div>
              <SubmitButton name="act" value="ask-time">
                {words.ask}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </>
  );
}

const OF_WHO_PERFORMS: readonly unknown[] = ["progress", "seen", "ask-time"];

/** What whoever gave the work answers: more time or not, and a reminder. */
export function DirectForm({ id, part, answer }: PartFormsProps) {
  const words = useMessages(ordersArea).orders.one;
  const format = useFormat();
  if (part.percent === 100) return null;
  const isOwn = answer !== undefined && !OF_WHO_PERFORMS.includes(answer.values.act);
  return (
    <Card>
      <Form method="post" className="grid gap-3">
        <ErrorSummary problems={isOwn ? answer.problems : undefined} />
        <input type="hidden" name="id" value={id} />
        {part.askedUntil === null ? null : (
          <p className="font-bold">{words.asked(format.date(part.askedUntil))}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {part.askedUntil === null ? null : (
            <>
              <SubmitButton name="act" value="give-time">
                {words.giveTime}
              </SubmitButton>
              <SubmitButton name="act" value="keep-time" variant="secondary">
                {words.keepTime}
              </SubmitButton>
            </>
          )}
          <SubmitButton name="act" value="remind" variant="secondary">
            {words.remind}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
