import { CLASS_AUDIENCES, type ClassSheet } from "#app/domain/training/class-sheet.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { type FormAnswer, fieldList, fieldOf } from "../kit/form-answer.ts";
import { FormCard } from "../kit/form-card.tsx";
import { Notice } from "../kit/notice.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { type NamedTopic, useTopicChoices, useTopicNames } from "./use-topic-names.ts";

interface ClassSheetFormProps {
  view: {
    readonly sheet: ClassSheet | null;
    readonly visits: number;
    readonly ownTopics: readonly NamedTopic[];
  };
  answer: FormAnswer | undefined;
}

export function ClassSheetForm({ view, answer }: ClassSheetFormProps) {
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  const topics = useTopicChoices(view.ownTopics);
  const { sheet } = view;
  const field = (
    name: "teacher" | "learners" | "elderly" | "disabled" | "able",
    stored: string | number | null,
  ) => ({
    ...fieldOf(answer, name, stored),
    label: words[name],
  });
  return (
    <FormCard
      lead={words.sheetLead}
      problems={answer?.problems}
      labels={{ topics: words.topics, audiences: words.audiences, learners: words.learners }}
    >
      <ChipGroup
        name="topics"
        label={words.topics}
        error={answer?.problems.topics}
        choices={topics}
        defaultValues={fieldList(answer, "topics", sheet?.topics)}
        multiple
      />
      <ChipGroup
        name="audiences"
        label={words.audiences}
        error={answer?.problems.audiences}
        choices={CLASS_AUDIENCES.map((value) => ({ value, label: words.audienceNames[value] }))}
        defaultValues={fieldList(answer, "audiences", sheet?.audiences)}
        multiple
      />
      <NumberField
        {...field("learners", sheet?.learners ?? (view.visits || null))}
        unit={words.people}
        maxLength={4}
      />
      <NumberField {...field("elderly", sheet?.elderly ?? null)} unit={words.people} maxLength={4} optional />
      <NumberField
        {...field("disabled", sheet?.disabled ?? null)}
        unit={words.people}
        maxLength={4}
        optional
      />
      <NumberField {...field("able", sheet?.able ?? null)} unit={words.people} maxLength={4} optional />
      <TextField {...field("teacher", sheet?.teacher ?? null)} hint={words.teacherHint} optional />
      <SubmitButton size="large">{words.save}</SubmitButton>
    </FormCard>
  );
}

/** What the sheet said when the work was decided on. */
export function ClassSheetFacts({
  sheet,
  ownTopics,
}: {
  sheet: ClassSheet | null;
  ownTopics: readonly NamedTopic[];
}) {
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  const topicName = useTopicNames(ownTopics);
  const format = useFormat();
  return (
    <>
      <Notice>{words.closed}</Notice>
      {sheet === null ? null : (
        <Card>
          <DescriptionList
            items={[
              { term: words.topics, value: sheet.topics.map(topicName).join(", ") },
              {
                term: words.audiences,
                value: sheet.audiences.map((audience) => words.audienceNames[audience]).join(", "),
              },
              { term: words.learners, value: format.number(sheet.learners) },
              { term: words.elderly, value: format.number(sheet.elderly) },
              { term: words.disabled, value: format.number(sheet.disabled) },
              { term: words.able, value: format.number(sheet.able) },
              ...(sheet.teacher ? [{ term: words.teacher, value: sheet.teacher }] : []),
            ]}
          />
        </Card>
      )}
    </>
  );
}
