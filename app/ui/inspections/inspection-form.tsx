import { Form } from "@remix-run/react";
import { INSPECTION_RESULTS } from "#app/domain/inspections/inspection.ts";
import { inspectionsArea } from "#app/messages/vi/inspections.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface InspectionFormProps {
  id: string;
  today: string;
  places: readonly { readonly value: string; readonly label: string }[];
  answer: FormAnswer | undefined;
}

export function InspectionForm({ id, today, places, answer }: InspectionFormProps) {
  const { inspections: words } = useMessages(inspectionsArea);
  const { place, inspectedOn, inspectors, result, findings, followUp, followUpDue } = words;
  const field = (
    name: "place" | "inspectedOn" | "inspectors" | "findings" | "followUp" | "followUpDue" | "result",
  ) => ({
    name,
    label: words[name],
    defaultValue: fieldText(answer, name, name === "inspectedOn" ? today : null),
    error: answer?.problems[name],
  });
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ place, inspectedOn, inspectors, result, findings, followUp, followUpDue }}
      />
      <input type="hidden" name="id" value={id} />
      <SelectField {...field("place")} choices={places} required />
      <TextField {...field("inspectedOn")} type="date" required />
      <TextField {...field("inspectors")} hint={words.inspectorsHint} autoComplete="off" required />
      <RadioGroup
        {...field("result")}
        choices={INSPECTION_RESULTS.map((value) => ({ value, label: words.results[value] }))}
      />
      <TextArea {...field("findings")} rows={4} required />
      <TextArea {...field("followUp")} hint={words.followUpHint} rows={2} optional />
      <TextField {...field("followUpDue")} type="date" optional />
      <SubmitButton name="act" value="save">
        {words.save}
      </SubmitButton>
    </Form>
  );
}
