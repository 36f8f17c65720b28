import { Form } from "@remix-run/react";
import { COUNTED_GROUPS, type HouseholdAnswers, LONGEST_SURVEY_NOTE } from "#app/domain/survey/answers.ts";
import type { SurveyForm } from "#app/domain/survey/questions.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary, type Problems } from "../kit/error-summary.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { PersonSheet } from "./person-sheet.tsx";
import { QuestionChips } from "./question-chips.tsx";

interface DoorFormProps {
  /** Of this sending, made before it is sent. */
  id: string;
  basedOn: number;
  form: SurveyForm;
  people: readonly { readonly slot: number; readonly label: string | null }[];
  given: HouseholdAnswers;
  problems: Problems | undefined;
}

const MOST_COUNTED = 4;

/** The whole door on one sheet: taps only, one button at its end. */
export function DoorForm({ id, basedOn, form, people, given, problems }: DoorFormProps) {
  const words = useMessages(surveyArea).survey.form;
  const { groups, note } = given;
  const hasMore = note !== null || Object.keys(groups).length > 0 || problems?.note !== undefined;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={problems} labels={{ note: words.note, ...words.groups }} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <Card title={words.household}>
        <div className="grid gap-5">
          {form.household.map((question) => (
            <QuestionChips key={question} about="h" question={question} answers={given.answers} />
          ))}
        </div>
      </Card>
      {people.map(({ slot, label }) => (
        <PersonSheet
          key={slot}
          slot={slot}
          label={label}
          questions={form.adult}
          given={given.adults.find((adult) => adult.slot === slot) ?? null}
        />
      ))}
      <Disclosure summary={words.more} isOpen={hasMore}>
        <div className="grid gap-5">
          {COUNTED_GROUPS.map((group, index) => (
            <ChipGroup
              key={group}
              name={group}
              label={words.groups[group]}
              hint={index === 0 ? words.groupsHint : undefined}
              error={problems?.[group]}
              optional="unsaid"
              choices={Array.from({ length: Math.min(people.length, MOST_COUNTED) + 1 }, (_, count) => ({
                value: String(count),
                label: String(count),
              }))}
              defaultValues={groups[group] === undefined ? [] : [String(groups[group])]}
            />
          ))}
          <TextField
            name="note"
            label={words.note}
            hint={words.noteHint}
            error={problems?.note}
            optional
            maxLength={LONGEST_SURVEY_NOTE}
            defaultValue={note ?? ""}
            autoComplete="off"
          />
        </div>
      </Disclosure>
      <SubmitButton block>{words.save}</SubmitButton>
    </Form>
  );
}

/** A door where nobody answers is one tap. */
export function ShutDoor({ id, basedOn }: Pick<DoorFormProps, "id" | "basedOn">) {
  const words = useMessages(surveyArea).survey.form;
  return (
    <Disclosure summary={words.shut}>
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="basedOn" value={basedOn} />
        <SubmitButton name="door" value="absent" variant="secondary">
          {words.shutAbsent}
        </SubmitButton>
        <SubmitButton name="door" value="refused" variant="secondary">
          {words.shutRefused}
        </SubmitButton>
      </Form>
    </Disclosure>
  );
}
