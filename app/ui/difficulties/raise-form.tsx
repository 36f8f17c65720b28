import { Form } from "@remix-run/react";
import { DIFFICULTY_FIELDS } from "#app/domain/difficulties/difficulty.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface RaiseFormProps {
  id: string;
  teams: readonly { readonly id: number; readonly name: string }[];
  /** Whoever stands in no team says for which unit they speak. */
  asksForUnit: boolean;
  answer: FormAnswer | undefined;
}

export function RaiseForm({ id, teams, asksForUnit, answer }: RaiseFormProps) {
  const words = useMessages(difficultiesArea).difficulties;
  const { field: about, content, contentHint, proposal, team, unitName, save } = words.form;
  const field = (name: string, was: string | number | null = null) => fieldOf(answer, name, was);
  const [first, ...others] = teams;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ field: about, content, proposal, teamId: team, unitName }}
      />
      <input type="hidden" name="id" value={id} />
      {first && others.length === 0 ? <input type="hidden" name="teamId" value={first.id} /> : null}
      {others.length > 0 ? (
        <SelectField
          {...field("teamId", first?.id ?? null)}
          label={team}
          choices={teams.map((each) => ({ value: String(each.id), label: each.name }))}
        />
      ) : null}
      {asksForUnit ? <TextField {...field("unitName")} label={unitName} /> : null}
      <SelectField
        {...field("field")}
        label={about}
        choices={DIFFICULTY_FIELDS.map((value) => ({ value, label: words.fields[value] }))}
      />
      <TextArea {...field("content")} label={content} hint={contentHint} rows={4} />
      <TextArea {...field("proposal")} label={proposal} rows={3} optional />
      <div>
        <SubmitButton>{save}</SubmitButton>
      </div>
    </Form>
  );
}
