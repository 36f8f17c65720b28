import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { FLOORS, LONGEST_LINK } from "#app/domain/products/product.ts";
import { productsArea } from "#app/messages/vi/products.ts";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldList, fieldOf } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface ListingFormProps {
  id: string;
  claims: readonly { readonly id: string; readonly day: LocalDate; readonly memberName: string }[];
  answer: FormAnswer | undefined;
}

export function ListingForm({ id, claims, answer }: ListingFormProps) {
  const words = useMessages(productsArea).products;
  const { date } = useFormat();
  const labels = {
    floor: words.one.floor,
    answer: words.one.now,
    link: words.one.linkField,
    claimId: words.one.claim,
  };
  return (
    <Card title={words.one.record}>
      <Form method="post" noValidate className="grid gap-5">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="id" value={id} />
        <ChipGroup
          name="floor"
          label={labels.floor}
          error={answer?.problems.floor}
          choices={FLOORS.map((value) => ({ value, label: words.floors[value] }))}
          defaultValues={fieldList(answer, "floor", ["postmart"])}
        />
        <ChipGroup
          name="answer"
          label={labels.answer}
          error={answer?.problems.answer}
          choices={[
            { value: "listed", label: words.one.listed },
            { value: "removed", label: words.one.removed },
          ]}
          defaultValues={fieldList(answer, "answer", ["listed"])}
        />
        <TextField
          {...fieldOf(answer, "link")}
          type="url"
          label={labels.link}
          optional
          maxLength={LONGEST_LINK}
          autoComplete="off"
        />
        {claims.length > 0 ? (
          <SelectField
            {...fieldOf(answer, "claimId")}
            label={labels.claimId}
            optional
            choices={claims.map((claim) => ({
              value: claim.id,
              label: words.one.claimOf(date(claim.day), claim.memberName),
            }))}
          />
        ) : null}
        <div>
          <SubmitButton name="act" value="list">
            {words.save}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
