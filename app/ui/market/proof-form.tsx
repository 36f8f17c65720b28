import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { FOUR_T } from "#app/domain/titles/market.ts";
import { marketArea } from "#app/messages/vi/market.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { CONTROL_STYLE, FieldFrame, fieldAttributes } from "../kit/field-frame.tsx";
import { type FormAnswer, fieldList, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface ProofFormProps {
  /** Of the word, made before it is sent. */
  id: string;
  claims: readonly {
    readonly id: string;
    readonly key: string;
    readonly day: LocalDate;
    readonly memberName: string;
  }[];
  kindNames: Readonly<Record<string, string>>;
  answer: FormAnswer | undefined;
}

/** One of the four T, and a verified record or a photograph it stands on. Works as a plain multipart form. */
export function ProofForm({ id, claims, kindNames, answer }: ProofFormProps) {
  const { market } = useMessages(marketArea);
  const { one: words } = market;
  const format = useFormat();
  const file = {
    name: "photo",
    label: words.photoField,
    hint: words.photoHint,
    error: answer?.problems.photo,
    optional: "unsaid" as const,
  };
  return (
    <Card title={words.record}>
      <Form method="post" encType="multipart/form-data" noValidate className="grid gap-4">
        <ErrorSummary
          problems={answer?.problems}
          labels={{ item: words.item, claimId: words.claim, photo: words.photoField }}
        />
        <input type="hidden" name="id" value={id} />
        <ChipGroup
          name="item"
          label={words.item}
          error={answer?.problems.item}
          choices={FOUR_T.map((value) => ({ value, label: market.fourT[value] }))}
          defaultValues={fieldList(answer, "item")}
        />
        <ChipGroup
          name="answer"
          label={words.answer}
          error={answer?.problems.answer}
          choices={[
            { value: "yes", label: words.met },
            { value: "no", label: words.notMet },
          ]}
          defaultValues={fieldList(answer, "answer", ["yes"])}
        />
        {claims.length > 0 ? (
          <SelectField
            {...fieldOf(answer, "claimId")}
            label={words.claim}
            optional="unsaid"
            choices={claims.map(({ id: claimId, key, day, memberName }) => ({
              value: claimId,
              label: words.claimOf(format.date(day), kindNames[key] ?? key, memberName),
            }))}
          />
        ) : null}
        <FieldFrame {...file}>
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            {...fieldAttributes(file)}
            className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
          />
        </FieldFrame>
        <div>
          <SubmitButton name="act" value="prove">
            {market.save}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
