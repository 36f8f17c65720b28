import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { MODEL_STATES, type ModelState } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

export interface ShownModel {
  readonly id: string;
  readonly villageId: number;
  readonly name: string;
  readonly startedOn: LocalDate;
  readonly state: ModelState;
  readonly evidence: string | null;
  readonly isExample: boolean;
}

interface ModelFormProps {
  /** Of a new model, made before it is sent. */
  id: string;
  today: string;
  villages: readonly { readonly id: number; readonly name: string }[];
  stored: ShownModel | null;
  answer: FormAnswer | undefined;
}

export function ModelForm({ id, today, villages, stored, answer }: ModelFormProps) {
  const { models: words } = useMessages(marketArea).market;
  const terms = useTerms();
  const field = (name: string) => ({ name, id: `field-${name}-${id}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary problems={answer?.problems} />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...field("name")}
        label={words.name}
        defaultValue={fieldText(answer, "name", stored?.name)}
        autoComplete="off"
      />
      <SelectField
        {...field("villageId")}
        label={words.place(terms)}
        defaultValue={fieldText(answer, "villageId", stored?.villageId)}
        choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
      />
      <TextField
        {...field("startedOn")}
        type="date"
        label={words.startedOn}
        defaultValue={fieldText(answer, "startedOn", stored?.startedOn ?? today)}
        max={today}
      />
      <ChipGroup
        {...field("state")}
        label={words.state}
        choices={MODEL_STATES.map((value) => ({ value, label: words.states[value] }))}
        defaultValues={fieldList(answer, "state", [stored?.state ?? "pilot"])}
      />
      <TextArea
        {...field("evidence")}
        label={words.evidence}
        hint={words.evidenceHint}
        defaultValue={fieldText(answer, "evidence", stored?.evidence)}
        rows={2}
        optional
      />
      <CheckBox
        {...field("isExample")}
        label={words.example}
        hint={words.exampleHint}
        defaultChecked={answer ? answer.values.isExample !== undefined : (stored?.isExample ?? false)}
      />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
