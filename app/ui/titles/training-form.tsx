import { Form } from "@remix-run/react";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface TrainingFormProps {
  /** Of the confirmation, made before it is sent. */
  id: string;
  today: string;
  people: readonly { readonly memberId: string; readonly name: string; readonly teamName: string }[];
  answer: FormAnswer | undefined;
}

/** The office saw the certificate or the list of the class. */
export function TrainingForm({ id, today, people, answer }: TrainingFormProps) {
  const { ambassador: words } = useMessages(titlesArea).titles;
  return (
    <Form method="post" noValidate className="grid gap-4">
      <p className="text-ink-soft">{words.trainingLead}</p>
      <ErrorSummary
        problems={answer?.problems}
        labels={{ memberId: words.member, trainedOn: words.trainedOn, source: words.source }}
      />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <SelectField
        {...fieldOf(answer, "memberId")}
        label={words.member}
        choices={people.map(({ memberId, name, teamName }) => ({
          value: memberId,
          label: `${name}, ${teamName}`,
        }))}
      />
      <TextField {...fieldOf(answer, "trainedOn", today)} type="date" label={words.trainedOn} max={today} />
      <TextField
        {...fieldOf(answer, "source")}
        label={words.source}
        hint={words.sourceHint}
        autoComplete="off"
      />
      <div>
        <SubmitButton>{words.confirm}</SubmitButton>
      </div>
    </Form>
  );
}
