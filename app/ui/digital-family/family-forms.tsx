import { Form } from "@remix-run/react";
import { FAMILY_CHANNELS } from "#app/domain/titles/family.ts";
import { digitalFamilyArea } from "#app/messages/vi/digital-family.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { ItemBoxes } from "./item-boxes.tsx";

interface DeclareFormProps {
  /** Of the declaration, made before it is sent. */
  id: string;
  today: string;
  checklist: readonly string[];
  required: readonly number[];
  /** What stands already, to be mended or renewed. */
  before: readonly number[];
  isAgain: boolean;
  mayTypePaper: boolean;
  answer: FormAnswer | undefined;
}

export function DeclareForm(props: DeclareFormProps) {
  const { id, today, checklist, required, before, isAgain, mayTypePaper, answer } = props;
  const { one: words } = useMessages(digitalFamilyArea).digitalFamily;
  const form = (
    <Form method="post" noValidate className="grid gap-4">
      <p className="text-ink-soft">{words.declareLead}</p>
      <ErrorSummary problems={answer?.problems} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <ItemBoxes
        label={words.items}
        checklist={checklist}
        required={required}
        offered={checklist.map((_, index) => index + 1)}
        ticked={fieldList(answer, "items", before.map(String)).map(Number)}
      />
      {mayTypePaper ? (
        <>
          <RadioGroup
            {...fieldOf(answer, "channel", "paper")}
            label={words.channel}
            choices={FAMILY_CHANNELS.map((value) => ({ value, label: words.channels[value] }))}
          />
          <TextField
            {...fieldOf(answer, "declaredOn", today)}
            type="date"
            label={words.declaredOn}
            max={today}
          />
        </>
      ) : null}
      <div>
        <SubmitButton name="act" value="declare">
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  );
  return isAgain ? (
    <Disclosure summary={words.declareAgain} isOpen={answer !== undefined}>
      {form}
    </Disclosure>
  ) : (
    <Card title={words.declare}>{form}</Card>
  );
}

interface CheckFormProps {
  declarationId: string;
  checklist: readonly string[];
  required: readonly number[];
  declared: readonly number[];
  answer: FormAnswer | undefined;
}

/** Everything declared is ticked; whoever looks takes away what is not so. */
export function CheckForm({ declarationId, checklist, required, declared, answer }: CheckFormProps) {
  const { one: words } = useMessages(digitalFamilyArea).digitalFamily;
  return (
    <Card title={words.check}>
      <Form method="post" noValidate className="grid gap-4">
        <p className="text-ink-soft">{words.checkLead}</p>
        <ErrorSummary problems={answer?.problems} />
        <input type="hidden" name="declarationId" value={declarationId} />
        <ItemBoxes
          label={words.items}
          checklist={checklist}
          required={required}
          offered={declared}
          ticked={fieldList(answer, "items", declared.map(String)).map(Number)}
        />
        <TextArea {...fieldOf(answer, "note")} label={words.checkNote} rows={2} optional />
        <div>
          <SubmitButton name="act" value="check">
            {words.checkSend}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
