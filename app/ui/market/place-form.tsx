import { Form } from "@remix-run/react";
import { MARKET_KINDS } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface PlaceFormProps {
  /** Of the place, made before it is sent. */
  id: string;
  villageId: number;
  answer: FormAnswer | undefined;
}

export function PlaceForm({ id, villageId, answer }: PlaceFormProps) {
  const { market: words } = useMessages(marketArea);
  return (
    <Form method="post" noValidate className="grid gap-4">
      <ErrorSummary problems={answer?.problems} labels={{ name: words.name, kind: words.kind }} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <input type="hidden" name="villageId" value={villageId} />
      <ChipGroup
        name="kind"
        label={words.kind}
        error={answer?.problems.kind}
        choices={MARKET_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValues={fieldList(answer, "kind", ["market_stall"])}
      />
      <TextField {...fieldOf(answer, "name")} label={words.name} hint={words.nameHint} autoComplete="off" />
      <div>
        <SubmitButton>{words.save}</SubmitButton>
      </div>
    </Form>
  );
}
