import { Form } from "@remix-run/react";
import { householdsArea } from "#app/messages/vi/households.ts";
import { CheckBox } from "../kit/check-box.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";
import { HouseholdFields, useHouseholdLabels } from "./household-fields.tsx";

interface QuickHouseholdProps {
  /** The household's own name, made before it is sent. */
  id: string;
  villageId: number;
  nextCode: string;
  lanes: readonly string[];
  /** Where the last one was added: the next is a few steps on. */
  lane: string;
  isOpen: boolean;
  answer: FormAnswer | undefined;
}

const USUAL_ADULTS = 2;

/** "Hộ mới": the head's name is all that has to be typed. */
export function QuickHousehold({
  id,
  villageId,
  nextCode,
  lanes,
  lane,
  isOpen,
  answer,
}: QuickHouseholdProps) {
  const { quick: words, form } = useMessages(householdsArea).households;
  const labels = useHouseholdLabels();
  return (
    <Disclosure key={id} summary={words.open} isOpen={isOpen || answer !== undefined}>
      <Form method="post" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <p className="text-ink-soft">{words.lead(nextCode)}</p>
        <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
        <input type="hidden" name="villageId" value={villageId} />
        <HouseholdFields
          answer={answer}
          stored={{ lane, adults: USUAL_ADULTS }}
          lanes={lanes}
          hasCode={false}
        />
        {isTwin(answer) ? <CheckBox name="isAnother" label={form.isAnother} /> : null}
        <SubmitButton block>{words.add}</SubmitButton>
      </Form>
    </Disclosure>
  );
}

function isTwin(answer: FormAnswer | undefined): boolean {
  const problem = answer?.problems.head;
  return typeof problem === "object" && problem.code === "household_known";
}
