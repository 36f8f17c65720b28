import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { OfficeAct } from "#app/domain/initiatives/initiative.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

interface StepFormProps {
  /** Of the step, made before it is sent. */
  id: string;
  acts: readonly OfficeAct[];
  villages: readonly { readonly id: number; readonly name: string }[];
  today: LocalDate;
  answer: FormAnswer | undefined;
}

/** The office's next step, only those that are open; fields that a step does not ask for may stay empty. */
export function StepForm({ id, acts, villages, today, answer }: StepFormProps) {
  const { initiatives } = useMessages(initiativesArea);
  const words = initiatives.one;
  const terms = useTerms();
  const field = (name: string) => ({ name, error: answer?.problems[name] });
  const hasVillage = acts.includes("pilot") || acts.includes("replicate");
  return (
    <Card title={words.judge}>
      <Form method="post" noValidate className="grid gap-5">
        <input type="hidden" name="id" value={id} />
        <ChipGroup
          {...field("step")}
          label={words.which}
          choices={acts.map((value) => ({ value, label: initiatives.offered[value] }))}
          defaultValues={fieldList(answer, "step")}
        />
        {hasVillage ? (
          <SelectField
            {...field("villageId")}
            label={words.village(terms)}
            hint={words.villageHint}
            optional="unsaid"
            defaultValue={fieldText(answer, "villageId")}
            choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
          />
        ) : null}
        <TextArea
          {...field("reason")}
          label={words.reason}
          hint={words.reasonHint}
          defaultValue={fieldText(answer, "reason")}
          rows={3}
        />
        <TextField
          {...field("happenedOn")}
          type="date"
          label={words.happenedOn}
          defaultValue={fieldText(answer, "happenedOn", today)}
          max={today}
        />
        {acts.includes("recognise") ? (
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              {...field("documentNumber")}
              label={words.documentNumber}
              hint={words.documentHint}
              defaultValue={fieldText(answer, "documentNumber")}
              autoComplete="off"
              optional="unsaid"
            />
            <TextField
              {...field("documentDate")}
              type="date"
              label={words.documentDate}
              hint={words.documentHint}
              defaultValue={fieldText(answer, "documentDate")}
              max={today}
              optional="unsaid"
            />
          </div>
        ) : null}
        <TextField
          {...field("evidenceLink")}
          label={words.evidenceLink}
          hint={words.evidenceHint}
          defaultValue={fieldText(answer, "evidenceLink")}
          inputMode="url"
          autoComplete="off"
          optional
        />
        <div>
          <Button type="submit" name="act" value="step">
            {words.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
