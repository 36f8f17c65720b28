import { Form } from "@remix-run/react";
import type { HoldView } from "#app/domain/awards/hold.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Disclosure } from "../../kit/disclosure.tsx";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../../kit/form-answer.ts";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useFormat, useMessages } from "../../language.tsx";

interface HoldItemProps {
  hold: HoldView;
  today: string;
  mayManage: boolean;
  answer: FormAnswer | undefined;
}

/** One hold: whom, since when, by which paper, and how it ended. */
export function HoldItem({ hold, today, mayManage, answer }: HoldItemProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const words = yearAwards.hold;
  const { date } = useFormat();
  const { id, name, kind, reason, document, fromDay, clearedOn, enteredBy, cleared } = hold;
  return (
    <li className="grid gap-2 border-t border-line py-4 first:border-t-0 first:pt-0">
      <p>
        <strong className="block text-lg">{name}</strong>
        <span>{words.kinds[kind]}</span>
      </p>
      <p className="text-ink-soft">{words.since(date(fromDay), enteredBy)}</p>
      <p className="break-words">{reason}</p>
      <p className="break-words">{document}</p>
      {cleared && clearedOn ? (
        <div className="rounded-md bg-sunken p-3">
          <p>{words.cleared(date(clearedOn), cleared.by)}</p>
          <p className="break-words">{cleared.reason}</p>
          <p className="break-words">{cleared.document}</p>
        </div>
      ) : null}
      {mayManage && !cleared ? (
        <Disclosure summary={words.clear(name)} isOpen={answer !== undefined}>
          <ClearForm holdId={id} today={today} answer={answer} />
        </Disclosure>
      ) : null}
    </li>
  );
}

function ClearForm({
  holdId,
  today,
  answer,
}: {
  holdId: string;
  today: string;
  answer: FormAnswer | undefined;
}) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const words = yearAwards.hold;
  const { clearedOn, clearReason, clearDocument } = words;
  const field = (name: "clearedOn" | "clearReason" | "clearDocument", stored: string | null = null) => ({
    ...fieldOf(answer, name, stored),
    id: `${name}-${holdId}`,
    label: words[name],
  });
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4">
      <ErrorSummary problems={answer?.problems} labels={{ clearedOn, clearReason, clearDocument }} />
      <input type="hidden" name="hold" value={holdId} />
      <TextField {...field("clearedOn", today)} type="date" required />
      <TextArea {...field("clearReason")} rows={2} required />
      <TextField {...field("clearDocument")} hint={words.documentHint} autoComplete="off" required />
      <SubmitButton name="act" value="clear" variant="secondary">
        {words.clearSave}
      </SubmitButton>
    </Form>
  );
}
