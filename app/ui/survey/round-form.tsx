import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { LONGEST_ROUND_NAME } from "#app/domain/survey/round.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

interface RoundFormProps {
  id: string;
  today: LocalDate;
  villages: readonly { readonly id: number; readonly name: string }[];
  answer: FormAnswer | undefined;
}

export function RoundForm({ id, today, villages, answer }: RoundFormProps) {
  const words = useMessages(surveyArea).survey.office;
  const terms = useTerms();
  const labels = {
    name: words.name,
    firstDay: words.firstDay,
    lastDay: words.lastDay,
    villages: words.villages(terms),
  };
  return (
    <Form method="post" noValidate className="grid gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <TextField
        {...fieldOf(answer, "name")}
        label={labels.name}
        hint={words.nameHint}
        maxLength={LONGEST_ROUND_NAME}
        autoComplete="off"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField {...fieldOf(answer, "firstDay", today)} type="date" label={labels.firstDay} />
        <TextField {...fieldOf(answer, "lastDay")} type="date" label={labels.lastDay} />
      </div>
      <ChipGroup
        name="villages"
        label={labels.villages}
        multiple
        error={answer?.problems.villages}
        choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
        defaultValues={fieldList(
          answer,
          "villages",
          villages.map((village) => String(village.id)),
        )}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
