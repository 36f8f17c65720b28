import { Form } from "@remix-run/react";
import { PARTNER_KINDS } from "#app/domain/support/support.ts";
import type { PartnerView } from "#app/domain/support/views.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface PartnerFormProps {
  id: string;
  stored: PartnerView | null;
  answer: FormAnswer | undefined;
}

export function PartnerForm({ id, stored, answer }: PartnerFormProps) {
  const { partners: words } = useMessages(supportArea).support;
  const field = (name: string) => ({ name, id: `field-${name}-${id}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <TextField
        {...field("name")}
        label={words.name}
        defaultValue={fieldText(answer, "name", stored?.name)}
        autoComplete="off"
      />
      <ChipGroup
        {...field("kind")}
        label={words.kind}
        choices={PARTNER_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValues={fieldList(answer, "kind", stored ? [stored.kind] : [])}
      />
      <TextField
        {...field("contactName")}
        label={words.contact}
        defaultValue={fieldText(answer, "contactName", stored?.contactName)}
        autoComplete="off"
        optional
      />
      <TextField
        {...field("contactPhone")}
        label={words.phone}
        defaultValue={fieldText(answer, "contactPhone", stored?.contactPhone)}
        inputMode="tel"
        autoComplete="off"
        optional
      />
      <div>
        <Button type="submit" name="act" value="partner">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
