import { titlesArea } from "#app/messages/vi/titles.ts";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface RecognitionFieldsProps {
  answer: FormAnswer | undefined;
  today: string;
  /** Tells two such forms of one page apart. */
  at: string;
}

/** Number and date of the decision that recognises. */
export function RecognitionFields({ answer, today, at }: RecognitionFieldsProps) {
  const { act: words } = useMessages(titlesArea).titles;
  return (
    <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
      <TextField
        id={`field-number-${at}`}
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={answer?.problems.number}
        defaultValue={fieldText(answer, "number")}
        autoComplete="off"
      />
      <TextField
        id={`field-date-${at}`}
        name="date"
        type="date"
        label={words.date}
        error={answer?.problems.date}
        defaultValue={fieldText(answer, "date", today)}
        max={today}
      />
    </div>
  );
}
