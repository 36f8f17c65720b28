import { Form } from "@remix-run/react";
import { HOLD_KINDS } from "#app/domain/awards/hold.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { ErrorSummary } from "../../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../../kit/form-answer.ts";
import { SelectField } from "../../kit/select-field.tsx";
import { SubmitButton } from "../../kit/submit-button.tsx";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { useMessages } from "../../language.tsx";

interface HoldFormProps {
  id: string;
  chosen: string;
  today: string;
  answer: FormAnswer | undefined;
}

/** A matter that keeps somebody from being proposed, with its paper. */
export function HoldForm({ id, chosen, today, answer }: HoldFormProps) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const words = yearAwards.hold;
  const { recipient, kind, fromDay, reason, document } = words;
  const field = (name: "kind" | "fromDay" | "reason" | "document", stored: string | null = null) => ({
    ...fieldOf(answer, name, stored),
    label: words[name],
  });
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={{ recipient, kind, fromDay, reason, document }} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <input type="hidden" name="recipient" value={chosen} />
      <SelectField
        {...field("kind")}
        choices={HOLD_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        hint={words.disciplineNote}
        required
      />
      <TextField {...field("fromDay", today)} type="date" required />
      <TextArea {...field("reason")} rows={3} required />
      <TextField {...field("document")} hint={words.documentHint} autoComplete="off" required />
      <SubmitButton name="act" value="enter">
        {words.save}
      </SubmitButton>
    </Form>
  );
}
