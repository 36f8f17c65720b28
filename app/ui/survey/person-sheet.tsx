import { type AdultAnswers, OUTCOMES_AT_DOOR } from "#app/domain/survey/answers.ts";
import type { QuestionKey } from "#app/domain/survey/questions.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";
import { QuestionChips } from "./question-chips.tsx";

interface PersonSheetProps {
  slot: number;
  label: string | null;
  questions: readonly QuestionKey[];
  given: AdultAnswers | null;
}

/** One person's questions; shut once they are answered, so that the next person is near. */
export function PersonSheet({ slot, label, questions, given }: PersonSheetProps) {
  const { form } = useMessages(surveyArea).survey;
  const outcome = given?.outcome ?? null;
  return (
    <Disclosure
      isOpen={outcome === null}
      summary={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {label ?? form.person(slot)}
          {outcome === null ? null : (
            <Pill tone={outcome === "answered" ? "accent" : "neutral"}>{form.outcomes[outcome]}</Pill>
          )}
        </span>
      }
    >
      <div className="grid gap-5">
        <ChipGroup
          name={`a${slot}.outcome`}
          label={form.presence}
          optional="unsaid"
          choices={OUTCOMES_AT_DOOR.map((value) => ({ value, label: form.outcomes[value] }))}
          defaultValues={[outcome ?? "answered"]}
        />
        {questions.map((question) => (
          <QuestionChips
            key={question}
            about={`a${slot}`}
            question={question}
            answers={given?.answers ?? {}}
          />
        ))}
      </div>
    </Disclosure>
  );
}
