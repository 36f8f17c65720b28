import { Form } from "@remix-run/react";
import { RETENTION_CHOICES } from "#app/domain/survey/round.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

/** F06: how long the commune keeps what it knows of residents. */
export function RetentionForm({ months, problems }: { months: number; problems: Problems | undefined }) {
  const words = useMessages(surveyArea).survey.office;
  return (
    <Form method="post" noValidate className="grid gap-4">
      <p className="text-ink-soft">{words.retentionLead}</p>
      <ChipGroup
        name="months"
        label={words.retentionField}
        error={problems?.months}
        choices={RETENTION_CHOICES.map((count) => ({ value: String(count), label: words.months(count) }))}
        defaultValues={[String(months)]}
      />
      <div>
        <SubmitButton name="act" value="retention">
          {words.retentionSave}
        </SubmitButton>
      </div>
    </Form>
  );
}
