import type { Answers } from "#app/domain/survey/answers.ts";
import { type QuestionKey, questionOf } from "#app/domain/survey/questions.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { useMessages } from "../language.tsx";

interface QuestionChipsProps {
  /** Whose answer: "h" of the household, "a2" of its second adult. */
  about: string;
  question: QuestionKey;
  answers: Answers;
}

export function QuestionChips({ about, question, answers }: QuestionChipsProps) {
  const { form, questions } = useMessages(surveyArea).survey;
  const { choices, isMany } = questionOf(question);
  const words = questions[question];
  const labels: Readonly<Record<string, string>> = words.choices;
  return (
    <ChipGroup
      name={`${about}.${question}`}
      label={words.text}
      hint={isMany ? form.many : undefined}
      optional="unsaid"
      multiple={isMany}
      choices={choices.map((value) => ({ value, label: labels[value] ?? value }))}
      defaultValues={answers[question] ?? []}
    />
  );
}
