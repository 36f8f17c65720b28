import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type NamedTopic, useTopicChoices } from "./use-topic-names.ts";

export interface CourseToEdit {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly link: string | null;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly dueOn: LocalDate | null;
  readonly revision: number;
}

interface CourseFormProps {
  id: string;
  course: CourseToEdit | null;
  ownTopics: readonly NamedTopic[];
  answer: FormAnswer | undefined;
}

export function CourseForm({ id, course, ownTopics, answer }: CourseFormProps) {
  const { training } = useMessages(trainingArea);
  const words = training.courseDesk;
  const topics = useTopicChoices(ownTopics);
  // Several of these forms stand on one page.
  const field = (name: string, stored: string | number | null = null) => ({
    id: `field-${name}-${id}`,
    ...fieldOf(answer, name, stored),
  });
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{
          title: words.name,
          provider: words.provider,
          topics: training.form.topics,
          dueOn: words.dueOn,
        }}
      />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      {course ? <input type="hidden" name="revision" value={course.revision} /> : null}
      <TextField {...field("title", course?.title)} label={words.name} autoComplete="off" />
      <TextField {...field("provider", course?.provider)} label={words.provider} hint={words.providerHint} />
      <TextField {...field("link", course?.link)} label={words.link} inputMode="url" optional />
      <ChipGroup
        id={`field-topics-${id}`}
        name="topics"
        label={training.form.topics}
        error={answer?.problems.topics}
        choices={topics}
        defaultValues={fieldList(answer, "topics", course?.topics)}
        multiple
      />
      <TextField
        {...field("dueOn", course?.dueOn)}
        label={words.dueOn}
        hint={words.dueHint}
        type="date"
        optional
      />
      <CheckBox
        id={`field-isMandatory-${id}`}
        name="isMandatory"
        label={words.isMandatory}
        defaultChecked={answer ? answer.values.isMandatory !== undefined : (course?.isMandatory ?? true)}
      />
      <SubmitButton name="act" value="save">
        {words.save}
      </SubmitButton>
    </Form>
  );
}
