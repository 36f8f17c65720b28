import { Form } from "@remix-run/react";
import type { EquipmentView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface EquipmentFormProps {
  id: string;
  partnerId: string;
  teams: readonly { readonly id: number; readonly name: string }[];
  stored: EquipmentView | null;
  answer: FormAnswer | undefined;
}

export function EquipmentForm({ id, partnerId, teams, stored, answer }: EquipmentFormProps) {
  const { equipment: words, partners } = useMessages(supportArea).support;
  const own = stored ? stored.id : `new-${partnerId}`;
  const field = (name: string) => ({ name, id: `field-${name}-${own}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="partnerId" value={partnerId} />
      <TextField
        {...field("name")}
        label={words.name}
        defaultValue={fieldText(answer, "name", stored?.name)}
        autoComplete="off"
      />
      <NumberField
        {...field("quantity")}
        label={words.quantity}
        defaultValue={fieldText(answer, "quantity", stored?.quantity ?? 1)}
      />
      <TextField
        {...field("place")}
        label={words.place}
        defaultValue={fieldText(answer, "place", stored?.place)}
        autoComplete="off"
      />
      <SelectField
        {...field("lentTeamId")}
        label={words.lent}
        hint={words.lentHint}
        optional="unsaid"
        defaultValue={fieldText(answer, "lentTeamId", stored?.lentTeamId)}
        choices={teams.map((team) => ({ value: String(team.id), label: team.name }))}
      />
      <div>
        <Button type="submit" name="act" value="equipment">
          {partners.save}
        </Button>
      </div>
    </Form>
  );
}
