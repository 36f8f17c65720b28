import { Form } from "@remix-run/react";
import { CONTACT_READERS, type ContactReaders } from "#app/domain/contacts/contact.ts";
import { contactsArea } from "#app/messages/vi/contacts.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { NumberField } from "../kit/number-field.tsx";
import { RadioGroup } from "../kit/radio-group.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { ShownContact } from "./contact-block.tsx";

export interface StoredContact extends ShownContact {
  readonly shownTo: ContactReaders;
  readonly position: number;
}

interface ContactFormProps {
  id: string;
  stored: StoredContact | null;
  nextPosition: number;
  answer: FormAnswer | undefined;
}

export function ContactForm({ id, stored, nextPosition, answer }: ContactFormProps) {
  const { contacts: words } = useMessages(contactsArea);
  const { name, duty, phone, shownTo, position } = words;
  const field = (key: string, was: string | number | null) => ({
    name: key,
    // The form that was refused has the plain ids its summary leads to; the others stand beside it.
    ...(answer ? {} : { id: `${key}-${id}` }),
    defaultValue: fieldText(answer, key, was),
    error: answer?.problems[key],
  });
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={{ name, duty, phone, shownTo, position }} />
      <input type="hidden" name="id" value={id} />
      <TextField {...field("name", stored?.name ?? null)} label={name} autoComplete="off" />
      <TextField {...field("duty", stored?.duty ?? null)} label={duty} hint={words.dutyHint} />
      <TextField
        {...field("phone", stored?.spoken ?? null)}
        type="tel"
        label={phone}
        hint={words.phoneHint}
        autoComplete="off"
      />
      <RadioGroup
        {...field("shownTo", stored?.shownTo ?? "members")}
        label={shownTo}
        choices={CONTACT_READERS.map((value) => ({ value, label: words.readers[value] }))}
      />
      <NumberField {...field("position", stored?.position ?? nextPosition)} label={position} maxLength={2} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="save">
          {words.save}
        </SubmitButton>
        {stored === null ? null : (
          <SubmitButton name="act" value="remove" variant="danger" aria-label={words.removeOf(stored.name)}>
            {words.remove}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
