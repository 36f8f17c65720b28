import { Form } from "@remix-run/react";
import { EXCUSED_REASONS } from "#app/domain/badges/judge-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf, typedIn } from "../setup/form-answer.ts";

interface Props {
  /** Made before sending, so that sending twice declares once. */
  id: string;
  members: readonly { readonly id: string; readonly fullName: string; readonly teamName: string | null }[];
  answer: FormAnswer | undefined;
}

export function ExcusedForm({ id, members, answer }: Props) {
  const { badges } = useMessages(badgesArea);
  const words = badges.excused;
  const field = fieldsOf(answer);
  return (
    <Card title={words.declare}>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary
          problems={answer?.problems}
          labels={{ reason: words.reason, firstDay: words.from, lastDay: words.until, member: words.who }}
        />
        <input type="hidden" name="id" value={typedIn(answer, "id") ?? id} />
        <SelectField
          {...field("reason", null)}
          label={words.reason}
          choices={EXCUSED_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField {...field("firstDay", null)} type="date" label={words.from} />
          <TextField {...field("lastDay", null)} type="date" label={words.until} />
        </div>
        <SelectField
          {...field("member", null)}
          label={words.who}
          hint={words.whoHint}
          optional
          choices={members.map((member) => ({
            value: member.id,
            label: member.teamName === null ? member.fullName : `${member.fullName}, ${member.teamName}`,
          }))}
        />
        <TextField {...field("note", null)} label={words.note} optional maxLength={300} />
        <SubmitButton name="intent" value="declare" className="justify-self-start">
          {words.save}
        </SubmitButton>
      </Form>
    </Card>
  );
}
