import { titlesArea } from "#app/messages/vi/titles.ts";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
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
        {...fieldOf(answer, "number")}
        label={words.number}
        hint={words.numberHint}
        autoComplete="off"
      />
      <TextField
        id={`field-date-${at}`}
        {...fieldOf(answer, "date", today)}
        type="date"
        label={words.date}
        max={today}
      />
    </div>
  );
}
