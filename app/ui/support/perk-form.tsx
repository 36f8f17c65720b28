import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { supportArea } from "#app/messages/vi/support.ts";
import { Button } from "../kit/button.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface PerkFormProps {
  id: string;
  partnerId: string;
  badges: readonly { readonly key: string; readonly name: string }[];
  today: LocalDate;
  answer: FormAnswer | undefined;
}

export function PerkForm({ id, partnerId, badges, today, answer }: PerkFormProps) {
  const { perk: words, partners } = useMessages(supportArea).support;
  const field = (name: string) => ({ name, id: `field-${name}-${partnerId}`, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="partnerId" value={partnerId} />
      <TextField
        {...field("title")}
        label={words.title}
        defaultValue={fieldText(answer, "title")}
        autoComplete="off"
      />
      <TextArea
        {...field("details")}
        label={words.details}
        hint={words.detailsHint}
        defaultValue={fieldText(answer, "details")}
        rows={3}
      />
      {badges.length > 0 ? (
        <SelectField
          {...field("badgeKey")}
          label={words.badge}
          hint={words.badgeHint}
          optional="unsaid"
          defaultValue={fieldText(answer, "badgeKey")}
          choices={badges.map(({ key, name }) => ({ value: key, label: name }))}
        />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...field("startsOn")}
          type="date"
          label={words.startsOn}
          defaultValue={fieldText(answer, "startsOn", today)}
        />
        <TextField
          {...field("endsOn")}
          type="date"
          label={words.endsOn}
          defaultValue={fieldText(answer, "endsOn")}
          optional
        />
      </div>
      <div>
        <Button type="submit" name="act" value="perk">
          {partners.save}
        </Button>
      </div>
    </Form>
  );
}
