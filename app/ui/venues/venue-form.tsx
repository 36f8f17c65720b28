import { Form } from "@remix-run/react";
import { VENUE_KINDS } from "#app/domain/venues/venue.ts";
import { venuesArea } from "#app/messages/vi/venues.ts";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface VenueFormProps {
  id: string;
  villages: readonly { readonly id: number; readonly name: string }[];
  answer: FormAnswer | undefined;
}

export function VenueForm({ id, villages, answer }: VenueFormProps) {
  const { venues: words } = useMessages(venuesArea);
  const field = (name: string) => fieldOf(answer, name);
  const labels = { name: words.name, kind: words.kind, villageId: words.village, note: words.note };
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-5">
      <ErrorSummary problems={answer?.problems} labels={labels} />
      <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
      <TextField {...field("name")} label={words.name} hint={words.nameHint} autoComplete="off" />
      <SelectField
        {...field("kind")}
        label={words.kind}
        choices={VENUE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <SelectField
        {...field("villageId")}
        label={words.village}
        hint={words.villageHint}
        choices={villages.map((village) => ({ value: String(village.id), label: village.name }))}
        optional
      />
      <TextField {...field("note")} label={words.note} hint={words.noteHint} optional />
      <SubmitButton name="act" value="save">
        {words.save}
      </SubmitButton>
    </Form>
  );
}
